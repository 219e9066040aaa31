package io.github.tic4j.cli;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows for people to read: columns aligned, numbers to the right. */
final class TextTable {

    private static final int WIDEST = 90;
    private static final String NUMBER = "-?[0-9][0-9,.]*%?";

    private final List<String[]> rows = new ArrayList<>();

    /** A table with the names of its columns in the first line. */
    TextTable(String... columns) {
        rows.add(columns.clone());
    }

    /** Adds a row; null is shown as nothing. */
    TextTable add(@Nullable Object... cells) {
        rows.add(Arrays.stream(cells).map(TextTable::text).toArray(String[]::new));
        return this;
    }

    /** How many rows there are besides the names. */
    int size() {
        return rows.size() - 1;
    }

    /** Prints the rows, each after an indent of two. */
    void print(PrintStream out) {
        int[] widths = new int[rows.get(0).length];
        for (String[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                widths[i] = Math.max(widths[i], row[i].length());
            }
        }
        for (String[] row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < row.length; i++) {
                String gap = " ".repeat(widths[i] - row[i].length());
                line.append("  ").append(row[i].matches(NUMBER) ? gap + row[i] : row[i] + gap);
            }
            out.println(line.toString().stripTrailing());
        }
    }

    private static String text(@Nullable Object cell) {
        if (cell == null) {
            return "";
        }
        String text = cell instanceof Number number && !(cell instanceof BigDecimal)
                ? "%,d".formatted(number.longValue())
                : cell.toString().replaceAll("\\p{Cntrl}", " ");
        return text.length() <= WIDEST ? text : text.substring(0, WIDEST - 3) + "...";
    }
}
