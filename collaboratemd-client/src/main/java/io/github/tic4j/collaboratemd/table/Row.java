package io.github.tic4j.collaboratemd.table;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One row of a report: trimmed cells, null where blank. Immutable. */
public final class Row {

    private final Map<String, Integer> positions;
    private final @Nullable String[] cells;
    private final String file;
    private final long line;

    Row(Map<String, Integer> positions, @Nullable String[] cells, String file, long line) {
        this.positions = positions;
        this.cells = cells;
        this.file = file;
        this.line = line;
    }

    /** The cells in the order of {@link ReportTable#columns()}. */
    public List<@Nullable String> cells() {
        return Collections.unmodifiableList(Arrays.<@Nullable String>asList(cells));
    }

    /** The line of the file on which the row begins, from 1. */
    public long line() {
        return line;
    }

    /**
     * The text of a cell, or null where it is blank.
     *
     * @throws IllegalArgumentException if there is no such column
     */
    public @Nullable String text(String column) {
        Integer position = positions.get(column);
        if (position == null) {
            throw new IllegalArgumentException("no column " + column + " in " + file);
        }
        return cells[position];
    }

    /**
     * The cell as an exact amount, or null where it is blank.
     *
     * @throws ReportContentException if it holds anything else
     */
    public @Nullable BigDecimal money(String column) {
        return read(column, Cells::money);
    }

    /**
     * The cell as a date, or null where it is blank.
     *
     * @throws ReportContentException if it holds anything else
     */
    public @Nullable LocalDate date(String column) {
        return read(column, Cells::date);
    }

    /**
     * The cell as a whole number, or null where it is blank.
     *
     * @throws ReportContentException if it holds anything else
     */
    public @Nullable Long integer(String column) {
        return read(column, Cells::integer);
    }

    /** File and line; never a value. */
    @Override
    public String toString() {
        return "Row[line " + line + " of " + file + "]";
    }

    private <T> @Nullable T read(String column, Function<String, Optional<T>> reader) {
        String text = text(column);
        if (text == null) {
            return null;
        }
        return reader.apply(text).orElseThrow(() -> new ReportContentException("an unreadable " + column, file, line));
    }
}
