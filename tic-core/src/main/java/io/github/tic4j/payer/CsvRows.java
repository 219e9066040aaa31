package io.github.tic4j.payer;

import io.github.tic4j.source.ContentException.Location;
import io.github.tic4j.source.LimitExceededException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of CSV text, whatever separates their cells: the first row decides between comma, tilde, bar, tab and
 * semicolon. A cell in quotes may hold separators, line breaks and doubled quotes. Empty rows are left out.
 */
final class CsvRows {

    private static final String SEPARATORS = ",~|\t;";

    private final BufferedReader in;
    private final String source;
    private final int maxCell;
    private char separator;
    private long row;

    /**
     * The rows of a text in UTF-8.
     *
     * @param in the text; the caller closes it
     * @param source its name, for messages
     * @param maxCell how long a row may be
     */
    CsvRows(InputStream in, String source, int maxCell) {
        this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), 1 << 16);
        this.source = source;
        this.maxCell = maxCell;
    }

    /** How many rows have been read. */
    long count() {
        return row;
    }

    /** The cells of the next row, or {@code null} at the end. */
    @Nullable
    List<String> next() throws IOException {
        String line = record();
        while (line != null && line.isBlank()) {
            line = record();
        }
        if (line == null) {
            return null;
        }
        if (row++ == 0) {
            separator = separator(line);
        }
        return cells(line);
    }

    /** The text up to the next line break outside quotes. */
    private @Nullable String record() throws IOException {
        StringBuilder text = new StringBuilder();
        boolean quoted = false;
        int c = in.read();
        if (c < 0) {
            return null;
        }
        for (; c >= 0 && (quoted || (c != '\n' && c != '\r')); c = in.read()) {
            if (text.length() == maxCell) {
                throw new LimitExceededException("maxStringBytes", maxCell, Location.of(source + " row " + row, 0));
            }
            text.append((char) c);
            quoted ^= c == '"';
        }
        return text.toString();
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

    private List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                // A doubled quote within quotes stands for one.
                if (quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                    cell.append('"');
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (c == separator && !quoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString().strip());
        return cells;
    }
}
