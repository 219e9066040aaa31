package io.github.tic4j.payer;

import io.github.tic4j.source.ContentException.Location;
import io.github.tic4j.source.LimitExceededException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of CSV text, whatever separates their cells: the first row decides between comma, tilde, bar, tab and
 * semicolon. A cell that begins with a quote may hold separators, line breaks and doubled quotes. Empty rows are left out.
 */
final class CsvRows {

    private static final String SEPARATORS = ",~|\t;";

    private final Reader in;
    private final String source;
    private final int maxRow;
    private final char[] buffer = new char[1 << 14];
    private final StringBuilder cell = new StringBuilder();
    private int at;
    private int limit;
    private char separator;
    private long count;

    /**
     * The rows of a text in UTF-8.
     *
     * @param in the text; the caller closes it
     * @param source its name, for messages
     * @param maxRow how long a row may be
     */
    CsvRows(InputStream in, String source, int maxRow) {
        this.in = new InputStreamReader(in, StandardCharsets.UTF_8);
        this.source = source;
        this.maxRow = maxRow;
    }

    /** How many rows have been read. */
    long count() {
        return count;
    }

    /** The cells of the next row, without blanks around them, or {@code null} at the end. */
    @Nullable
    List<String> next() throws IOException {
        if (count == 0 && peek() >= 0) {
            separator = separator(
                    new String(buffer, at, limit - at).lines().findFirst().orElse(""));
        }
        List<String> cells = row();
        while (cells != null && cells.size() == 1 && cells.get(0).isEmpty()) {
            cells = row();
        }
        count += cells == null ? 0 : 1;
        return cells;
    }

    private static char separator(String header) {
        char best = ',';
        for (int i = 0; i < SEPARATORS.length(); i++) {
            char candidate = SEPARATORS.charAt(i);
            if (count(header, candidate) > count(header, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long count(String text, char wanted) {
        return text.chars().filter(c -> c == wanted).count();
    }

    private @Nullable List<String> row() throws IOException {
        if (peek() < 0) {
            return null;
        }
        List<String> cells = new ArrayList<>();
        boolean quoted = false;
        int length = 0;
        for (int c = read(); c >= 0 && (quoted || (c != '\n' && c != '\r')); c = read()) {
            if (++length > maxRow) {
                throw new LimitExceededException(
                        "maxStringBytes", maxRow, Location.of(source + " row " + (count + 1), 0));
            }
            if (c == '"' && quoted && peek() == '"') {
                cell.append((char) read());
            } else if (c == '"' && (quoted || cell.toString().isBlank())) {
                quoted = !quoted;
            } else if (c == separator && !quoted) {
                endCell(cells);
            } else {
                cell.append((char) c);
            }
        }
        endCell(cells);
        return cells;
    }

    private void endCell(List<String> cells) {
        cells.add(cell.toString().strip());
        cell.setLength(0);
    }

    private int peek() throws IOException {
        if (at == limit) {
            at = 0;
            limit = Math.max(in.read(buffer), 0);
        }
        return limit == 0 ? -1 : buffer[at];
    }

    private int read() throws IOException {
        int c = peek();
        at += c < 0 ? 0 : 1;
        return c;
    }
}
