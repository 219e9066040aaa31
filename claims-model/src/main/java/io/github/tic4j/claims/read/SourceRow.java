package io.github.tic4j.claims.read;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One row of a delimited file: its values by column name, its raw text and its place. Column names are found regardless
 * of case. The raw text and the values may identify a person; {@link #toString} names only the place.
 */
public final class SourceRow {

    private final Header header;
    private final Lineage lineage;
    private final List<String> values;
    private final String raw;

    SourceRow(Header header, long line, List<String> values, String raw) {
        this.header = header;
        this.lineage = new Lineage(header.source, line);
        this.values = List.copyOf(values);
        this.raw = raw;
    }

    /** The file or entry and the line where the row starts. */
    public Lineage lineage() {
        return lineage;
    }

    /** The column names, in order. */
    public List<String> columns() {
        return header.columns;
    }

    /** The values as read, in the order of {@link #columns}. */
    public List<String> values() {
        return values;
    }

    /** The text of the row without its line end. */
    public String raw() {
        return raw;
    }

    /** The trimmed value, or null where it is blank or the file has no such column. */
    public @Nullable String value(String column) {
        Integer index = header.index.get(column.toUpperCase(Locale.ROOT));
        if (index == null) {
            return null;
        }
        String value = values.get(index).strip();
        return value.isEmpty() ? null : value;
    }

    @Override
    public String toString() {
        return "row " + lineage;
    }

    Header header() {
        return header;
    }

    /** The column names of one file, shared by its rows. */
    static final class Header {

        private final String source;
        private final List<String> columns;
        private final Map<String, Integer> index = new HashMap<>();

        Header(String source, long line, List<String> names) {
            this.source = source;
            this.columns = names.stream().map(String::strip).toList();
            for (int i = 0; i < columns.size(); i++) {
                if (index.put(columns.get(i).toUpperCase(Locale.ROOT), i) != null) {
                    throw new UnreadableInputException(source, line, "two columns are named '" + columns.get(i) + "'");
                }
            }
        }

        List<String> columns() {
            return columns;
        }

        boolean has(String column) {
            return index.containsKey(column.toUpperCase(Locale.ROOT));
        }
    }
}
