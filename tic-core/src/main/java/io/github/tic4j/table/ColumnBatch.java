package io.github.tic4j.table;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some rows of a table, as columns: the form in which a fast decoder has them. Formats of columns store a batch without
 * making a row of it; for all others {@link TableWriter#write(ColumnBatch)} makes the rows.
 *
 * <p>A column is given in one of four ways. Those that are not given are null. The batch keeps the arrays and lists that it
 * is given and reads them when it is written, so a decoder sets them once, refills the arrays and calls {@link #rows} for
 * each batch:
 *
 * <pre>{@code
 * ColumnBatch batch = new ColumnBatch(Tables.RATES)
 *         .same("file_id", fileId)
 *         .same("payer_uuid", payerUuid)
 *         .coded("billing_code", codeIds, codes)
 *         .scaled("negotiated_rate", unscaled, scales);
 * while (decoder.fill()) {
 *     writer.write(batch.rows(decoder.count()));
 * }
 * }</pre>
 *
 * <p>Values are of the classes that {@link ColumnType} names. Not safe for use by several threads.
 */
public final class ColumnBatch {

    private final TableSchema schema;
    private final ColumnData[] columns;
    private int rows;

    /** A batch without rows, all columns null. */
    public ColumnBatch(TableSchema schema) {
        this.schema = schema;
        this.columns = new ColumnData[schema.columns().size()];
        Arrays.fill(columns, new ColumnData.Same(null));
    }

    /** How many rows the batch has from now on; arrays may be longer. */
    public ColumnBatch rows(int count) {
        if (count < 0) {
            throw new IllegalArgumentException("A batch cannot have " + count + " rows");
        }
        rows = count;
        return this;
    }

    /** A column with one value, or null, in all rows. */
    public ColumnBatch same(String column, @Nullable Object value) {
        return set(column, new ColumnData.Same(value));
    }

    /**
     * A column whose values repeat: for each row the position of its value in a list, or -1 for null; the list may hold
     * nulls as well. As long as the same list object is given, a position must keep its value; the list may grow. This is
     * the fast way, for lists too.
     */
    public ColumnBatch coded(String column, int[] ids, List<? extends @Nullable Object> values) {
        return set(column, new ColumnData.Coded(ids, values));
    }

    /** A column whose values do not repeat, such as an id: one value, or null, for each row. Stored without a dictionary. */
    public ColumnBatch each(String column, List<? extends @Nullable Object> values) {
        return set(column, new ColumnData.Each(values));
    }

    /**
     * A decimal column as whole numbers with a scale of 0 to 18, the number of decimals, or -1 for null. What has another
     * scale belongs into the column's companion as text.
     *
     * @throws IllegalArgumentException if the column is not a decimal one
     */
    public ColumnBatch scaled(String column, long[] unscaled, byte[] scales) {
        if (schema.columns().get(schema.indexOf(column)).type() != ColumnType.DECIMAL) {
            throw new IllegalArgumentException("Column " + schema.name() + "." + column + " is not a decimal");
        }
        return set(column, new ColumnData.Scaled(unscaled, scales));
    }

    /** The table that these are rows of. */
    public TableSchema schema() {
        return schema;
    }

    /** How many rows there are. */
    public int rows() {
        return rows;
    }

    /**
     * The data of a column by its position in the schema.
     *
     * @throws IllegalArgumentException if it has fewer values than the batch has rows
     */
    public ColumnData column(int index) {
        ColumnData data = columns[index];
        if (data.length() < rows) {
            throw new IllegalArgumentException("Column " + schema.name() + "."
                    + schema.columns().get(index).name() + " has " + data.length() + " values for " + rows + " rows");
        }
        return data;
    }

    /** Makes a row of this table equal to one of the batch. */
    void fill(Row row, int index) {
        // Setting a decimal clears its companion, which the batch gives as well.
        for (int i = 0; i < columns.length; i++) {
            if (column(i).value(index) instanceof BigDecimal number) {
                requireFitting(i, number);
                row.set(i, number);
            }
        }
        for (int i = 0; i < columns.length; i++) {
            Object value = column(i).value(index);
            if (!(value instanceof BigDecimal)) {
                row.set(i, value);
            }
        }
    }

    private void requireFitting(int column, BigDecimal number) {
        if (!Decimals.fits(number)) {
            throw new IllegalArgumentException("Column " + schema.name() + "."
                    + schema.columns().get(column).name() + ": " + number
                    + " does not fit exactly; such a number is text in the companion column");
        }
    }

    private ColumnBatch set(String column, ColumnData data) {
        columns[schema.indexOf(column)] = data;
        return this;
    }
}
