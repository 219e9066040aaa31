package io.github.tic4j.collaboratemd.table;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One delimited file: a header, then rows. */
final class CsvFile implements Closeable {

    private final String name;
    private final Reader in;
    private final CsvReader csv;
    private final List<String> columns;

    CsvFile(String name, Reader in, CsvReader csv) {
        this.name = name;
        this.in = in;
        this.csv = csv;
        List<String> labels = record();
        this.columns = labels == null ? List.of() : ColumnNames.of(labels);
    }

    /** The columns by name; empty where the file has no line at all. */
    List<String> columns() {
        return columns;
    }

    /** The next row with its cells in the order of {@code wanted}, which holds this file's columns in any order. */
    @Nullable
    Row next(List<String> wanted, Map<String, Integer> positions) {
        List<String> raw = columns.isEmpty() ? null : record();
        if (raw == null) {
            return null;
        }
        @Nullable String[] cells = new String[wanted.size()];
        for (int i = 0; i < raw.size(); i++) {
            String value = trimmed(raw.get(i));
            if (i < columns.size()) {
                cells[positions.getOrDefault(columns.get(i), i)] = value;
            } else if (value != null) {
                String reason = "a row with " + raw.size() + " cells under " + columns.size() + " columns";
                throw new ReportContentException(reason, name, csv.line());
            }
        }
        return new Row(positions, cells, name, csv.line());
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot close " + name, e);
        }
    }

    private @Nullable List<String> record() {
        try {
            return csv.next();
        } catch (IOException e) {
            // The bytes come from memory and are verified: only their encoding can be at fault.
            throw new ReportContentException("text that is neither UTF-8 nor windows-1252 in " + name);
        }
    }

    private static @Nullable String trimmed(String cell) {
        int start = 0;
        int end = cell.length();
        while (start < end && isBlank(cell.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(cell.charAt(end - 1))) {
            end--;
        }
        return start == end ? null : cell.substring(start, end);
    }

    // The no-break space is blank too, which String.strip() does not know.
    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
