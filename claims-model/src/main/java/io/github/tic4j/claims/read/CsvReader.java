package io.github.tic4j.claims.read;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads delimited UTF-8 text with a header row, after RFC 4180: a field may be quoted, and a quoted field may hold
 * delimiters, line ends and doubled quotes. The delimiter is whichever of comma, pipe, tab and semicolon the header has
 * most of. A byte order mark and blank lines are skipped; a line may end in LF, CRLF or CR.
 *
 * <p>A row that has another number of fields than the header, or text behind a closing quote, is not guessed at: it is
 * told as a {@link Refusal} and skipped. Input that ends inside quotes, or in a short row without a line end, was cut
 * off: that is an {@link UnreadableInputException}.
 *
 * <p>Single pass, not thread-safe, and closed by the caller.
 */
public final class CsvReader implements Iterator<SourceRow>, Closeable {

    /** The longest record in characters: a quote that is never closed must not swallow a whole file. */
    public static final int MAX_RECORD_CHARS = 4 << 20;

    private static final int END = -1;
    private static final String DELIMITERS = ",|\t;";

    private final BufferedReader in;
    private final String source;
    private final Consumer<Refusal> refusals;
    private final char delimiter;
    private final SourceRow.Header header;
    private final char[] buffer = new char[1 << 14];
    private final StringBuilder field = new StringBuilder();
    private final StringBuilder raw = new StringBuilder();
    private int position;
    private int limit;
    private long line = 1;
    private long recordLine;
    private boolean lineEnded;
    private boolean textBehindQuote;
    private @Nullable SourceRow next;

    /**
     * Reads the header.
     *
     * @param source the name used in lineage and messages
     * @param refusals told of each row that is skipped
     * @throws UnreadableInputException where there is no header, or two columns share a name
     * @throws UncheckedIOException where the input cannot be read
     */
    public CsvReader(InputStream in, String source, Consumer<Refusal> refusals) {
        this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), 1 << 16);
        this.source = source;
        this.refusals = refusals;
        try {
            this.delimiter = sniffDelimiter();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> names = record();
        if (names == null) {
            throw new UnreadableInputException(source, 1, "no header row");
        }
        this.header = new SourceRow.Header(source, recordLine, names);
    }

    /** The column names, in order. */
    public List<String> columns() {
        return header.columns();
    }

    SourceRow.Header header() {
        return header;
    }

    @Override
    public boolean hasNext() {
        while (next == null) {
            List<String> values = record();
            if (values == null) {
                return false;
            }
            next = accept(values);
        }
        return true;
    }

    @Override
    public SourceRow next() {
        SourceRow row = hasNext() ? next : null;
        if (row == null) {
            throw new NoSuchElementException("no more rows in " + source);
        }
        next = null;
        return row;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private char sniffDelimiter() throws IOException {
        in.mark(1 << 20);
        int first = in.read();
        if (first == '\uFEFF') {
            in.mark(1 << 20);
        }
        int[] counts = new int[DELIMITERS.length()];
        boolean text = false;
        int limitChars = (1 << 20) - 1;
        for (int c = first; c != END && limitChars > 0 && !(text && (c == '\n' || c == '\r')); c = in.read()) {
            int candidate = DELIMITERS.indexOf(c);
            if (candidate >= 0) {
                counts[candidate]++;
            }
            text |= !Character.isWhitespace(c) && c != '\uFEFF';
            limitChars--;
        }
        in.reset();
        int best = 0;
        for (int i = 1; i < counts.length; i++) {
            best = counts[i] > counts[best] ? i : best;
        }
        return DELIMITERS.charAt(best);
    }

    private @Nullable SourceRow accept(List<String> values) {
        int expected = columns().size();
        if (values.size() == expected && !textBehindQuote) {
            return new SourceRow(header, recordLine, values, raw.toString());
        }
        String reason = textBehindQuote
                ? "text behind a closing quote"
                : "has " + values.size() + " fields where the header has " + expected;
        if (values.size() < expected && !lineEnded) {
            throw new UnreadableInputException(source, recordLine, "the last row " + reason + ": the file is cut off");
        }
        refusals.accept(new Refusal(new Lineage(source, recordLine), "", raw.toString(), "row " + reason));
        return null;
    }

    /** The next record that is not a blank line, or null at the end; the line it starts on is left in recordLine. */
    private @Nullable List<String> record() {
        int c = read();
        while (c == '\n' || c == '\r') {
            countLineEnd(c);
            c = read();
        }
        if (c == END) {
            return null;
        }
        recordLine = line;
        raw.setLength(0);
        textBehindQuote = false;
        List<String> values = new ArrayList<>();
        while (true) {
            field.setLength(0);
            int end = c == '"' ? quoted() : plain(c);
            values.add(field.toString());
            if (end != delimiter) {
                lineEnded = end != END;
                return values;
            }
            raw.append(delimiter);
            c = read();
        }
    }

    /** Reads a field from its first character on; answers what ended it. */
    private int plain(int first) {
        int c = first;
        while (c != delimiter && c != '\n' && c != '\r' && c != END) {
            take(c);
            field.append((char) c);
            c = read();
        }
        if (c == '\n' || c == '\r') {
            countLineEnd(c);
        }
        return c;
    }

    private int quoted() {
        take('"');
        while (true) {
            int c = read();
            if (c == END) {
                throw new UnreadableInputException(
                        source, recordLine, "the file ends inside a quoted field: it is cut off");
            }
            take(c);
            if (c != '"') {
                if (c == '\n') {
                    line++;
                }
                field.append((char) c);
                continue;
            }
            int behind = read();
            if (behind != '"') {
                textBehindQuote |= behind != delimiter && behind != '\n' && behind != '\r' && behind != END;
                return plain(behind);
            }
            take('"');
            field.append('"');
        }
    }

    private void countLineEnd(int c) {
        line++;
        if (c == '\r') {
            int following = read();
            if (following != '\n' && following != END) {
                position--;
            }
        }
    }

    private void take(int c) {
        raw.append((char) c);
        if (raw.length() > MAX_RECORD_CHARS) {
            throw new UnreadableInputException(
                    source,
                    recordLine,
                    "a record is longer than " + MAX_RECORD_CHARS + " characters; is a quote never closed?");
        }
    }

    private int read() {
        if (position == limit) {
            try {
                limit = in.read(buffer);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            position = 0;
            if (limit <= 0) {
                limit = 0;
                return END;
            }
        }
        return buffer[position++];
    }
}
