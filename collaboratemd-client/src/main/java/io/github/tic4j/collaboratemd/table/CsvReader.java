package io.github.tic4j.collaboratemd.table;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Splits delimited text into records of raw cells. Quotes double to escape, a quoted cell may span lines, a line ends in
 * CR, LF or both; blank lines and a byte order mark are skipped. As the usual readers do, text after a closing quote is kept and a quote
 * inside an unquoted cell is an ordinary character.
 */
final class CsvReader {

    private static final int MAX_CELL = 1 << 20;
    private static final int END = -1;
    private static final char BYTE_ORDER_MARK = '\ufeff';

    private final Reader in;
    private final char delimiter;
    private final boolean quoting;
    private final String file;
    private final char[] buffer = new char[1 << 14];
    private final StringBuilder cell = new StringBuilder();
    private int position;
    private int limit;
    private long line = 1;
    private long recordLine;

    private CsvReader(Reader in, char delimiter, boolean quoting, String file) {
        this.in = in;
        this.delimiter = delimiter;
        this.quoting = quoting;
        this.file = file;
    }

    static CsvReader commaSeparated(Reader in, String file) {
        return new CsvReader(in, ',', true, file);
    }

    /** Tab-separated values know no quotes. */
    static CsvReader tabSeparated(Reader in, String file) {
        return new CsvReader(in, '\t', false, file);
    }

    /** The next record, or null at the end. */
    @Nullable
    List<String> next() throws IOException {
        int c = read();
        while (c == '\r' || c == '\n') {
            countLine(c);
            c = read();
        }
        if (c == END) {
            return null;
        }
        recordLine = line;
        List<String> cells = new ArrayList<>();
        while (true) {
            c = readCell(c);
            cells.add(cell.toString());
            if (c != delimiter) {
                countLine(c);
                return cells;
            }
            c = read();
        }
    }

    /** The line on which the last record began, from 1. */
    long line() {
        return recordLine;
    }

    /** Reads one cell that begins with {@code c}; the answer is the character that ended it. */
    private int readCell(int c) throws IOException {
        cell.setLength(0);
        if (quoting && c == '"') {
            readQuoted();
            c = read();
        }
        while (c != delimiter && c != '\n' && c != '\r' && c != END) {
            append(c);
            c = read();
        }
        return c;
    }

    private void readQuoted() throws IOException {
        for (int c = read(); ; c = read()) {
            if (c == END) {
                throw new ReportContentException("a quoted cell never ends", file, recordLine);
            }
            if (c == '"') {
                if (peek() != '"') {
                    return;
                }
                position++;
            }
            append(c);
            countLine(c);
        }
    }

    private void append(int c) {
        if (cell.length() == MAX_CELL) {
            throw new ReportContentException("a cell longer than " + MAX_CELL + " characters", file, recordLine);
        }
        if (c == 0) {
            throw new ReportContentException("a NUL character", file, line);
        }
        cell.append((char) c);
    }

    /** Counts CR LF as one line: the CR of a pair is passed over. */
    private void countLine(int c) throws IOException {
        if (c == '\n' || (c == '\r' && peek() != '\n')) {
            line++;
        }
    }

    private int read() throws IOException {
        int c = peek();
        position++;
        return c;
    }

    private int peek() throws IOException {
        if (position >= limit) {
            boolean isFirst = limit == 0;
            limit = in.read(buffer);
            position = isFirst && limit > 0 && buffer[0] == BYTE_ORDER_MARK ? 1 : 0;
            if (position == limit) {
                return peek();
            }
        }
        return limit < 0 ? END : buffer[position];
    }
}
