package io.github.tic4j.collaboratemd.table;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes comma-separated values as RFC 4180 has them, with a line feed after each record. */
public final class CsvWriter {

    private CsvWriter() {}

    /** Appends one record; null becomes an empty cell, the empty text a quoted one. */
    public static void append(StringBuilder out, List<? extends @Nullable String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) {
                out.append(',');
            }
            String cell = cells.get(i);
            if (cell != null) {
                appendCell(out, cell);
            }
        }
        out.append('\n');
    }

    private static void appendCell(StringBuilder out, String cell) {
        if (!needsQuotes(cell)) {
            out.append(cell);
            return;
        }
        out.append('"');
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c == '"') {
                out.append('"');
            }
            out.append(c);
        }
        out.append('"');
    }

    private static boolean needsQuotes(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if (c == ',' || c == '"' || c == '\n' || c == '\r') {
                return true;
            }
        }
        // The last one would end a COPY where it stands alone on a line.
        return cell.isEmpty() || cell.equals("\\.");
    }
}
