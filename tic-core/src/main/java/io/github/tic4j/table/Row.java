package io.github.tic4j.table;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of a table: a value or null for each column. A row may be filled, written, {@linkplain #clear cleared} and
 * filled again; a writer keeps no reference to it. Not safe for use by several threads.
 */
public final class Row {

    private final TableSchema schema;
    private final ColumnType[] types;
    private final int[] companions;
    private final @Nullable Object[] values;

    /** An empty row of a table. */
    public Row(TableSchema schema) {
        this.schema = schema;
        int width = schema.columns().size();
        this.types = new ColumnType[width];
        this.companions = new int[width];
        this.values = new @Nullable Object[width];
        for (int i = 0; i < width; i++) {
            types[i] = schema.columns().get(i).type();
            companions[i] = types[i] == ColumnType.DECIMAL ? schema.companionOf(i) : -1;
        }
    }

    /** The table that this is a row of. */
    public TableSchema schema() {
        return schema;
    }

    /**
     * Sets a value, or null, in its {@linkplain ColumnType#canonical canonical} form.
     *
     * <p>A decimal that the column cannot hold exactly ({@link Decimals#fits}) is never rounded: the column becomes null
     * and its companion {@code x_text} takes the number as text. A decimal that fits makes the companion null.
     *
     * @throws IllegalArgumentException if the value is of another class, or is a decimal that fits neither the column nor
     *     a companion
     */
    public Row set(int column, @Nullable Object value) {
        if (value == null) {
            values[column] = null;
            return this;
        }
        try {
            Object canonical = types[column].canonical(value);
            if (canonical instanceof BigDecimal number) {
                setDecimal(column, number);
            } else {
                values[column] = canonical;
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("Column " + nameOf(column) + ": " + e.getMessage(), e);
        }
        return this;
    }

    /** Sets a value by the column's name; {@link #set(int, Object)} saves the look-up where there are many rows. */
    public Row set(String column, @Nullable Object value) {
        return set(schema.indexOf(column), value);
    }

    /** Makes every column null. */
    public Row clear() {
        Arrays.fill(values, null);
        return this;
    }

    /** The value of a column, or null. */
    public @Nullable Object value(int column) {
        return values[column];
    }

    /** The value of a column by its name, or null; {@link #value(int)} saves the look-up. */
    public @Nullable Object value(String column) {
        return values[schema.indexOf(column)];
    }

    /** The value of a {@link ColumnType#TEXT} column, or null. */
    public @Nullable String text(int column) {
        return (String) values[column];
    }

    /** The value of a {@link ColumnType#LONG} column, or null. */
    public @Nullable Long whole(int column) {
        return (Long) values[column];
    }

    /** The value of a {@link ColumnType#DECIMAL} column, or null. */
    public @Nullable BigDecimal decimal(int column) {
        return (BigDecimal) values[column];
    }

    /** The value of a {@link ColumnType#DATE} column, or null. */
    public @Nullable LocalDate date(int column) {
        return (LocalDate) values[column];
    }

    /** The value of a {@link ColumnType#TEXT_LIST} column, or null. */
    @SuppressWarnings("unchecked") // canonical() has looked at every element
    public @Nullable List<String> texts(int column) {
        return (List<String>) values[column];
    }

    /** The value of a {@link ColumnType#LONG_LIST} column, or null. */
    @SuppressWarnings("unchecked") // canonical() has looked at every element
    public @Nullable List<Long> wholes(int column) {
        return (List<Long>) values[column];
    }

    /**
     * Checks that every required column has a value. Writers call this.
     *
     * @throws IllegalArgumentException naming the first column that has none
     */
    public void requireComplete() {
        for (int i = 0; i < values.length; i++) {
            if (values[i] == null && !schema.columns().get(i).nullable()) {
                throw new IllegalArgumentException("Column " + nameOf(i) + " is required, was null");
            }
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Row row && schema.equals(row.schema) && Arrays.equals(values, row.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return schema.name() + Arrays.toString(values);
    }

    private void setDecimal(int column, BigDecimal number) {
        boolean fits = Decimals.fits(number);
        int companion = companions[column];
        if (!fits && companion < 0) {
            throw new IllegalArgumentException(number + " does not fit exactly and there is no companion column "
                    + schema.columns().get(column).name() + TableSchema.COMPANION_SUFFIX);
        }
        values[column] = fits ? number : null;
        if (companion >= 0) {
            values[companion] = fits ? null : number.toString();
        }
    }

    private String nameOf(int column) {
        return schema.name() + "." + schema.columns().get(column).name();
    }
}
