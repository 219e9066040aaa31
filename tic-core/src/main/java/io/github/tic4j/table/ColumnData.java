package io.github.tic4j.table;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One column of a batch, in one of the ways that {@link ColumnBatch} describes. Arrays and lists are shared with whoever
 * fills the batch.
 */
public sealed interface ColumnData {

    /** How many rows it has values for. */
    int length();

    /** The value in a row, for where speed does not matter. */
    @Nullable
    Object value(int row);

    /**
     * One value in all rows.
     *
     * @param value the value, or null
     */
    record Same(@Nullable Object value) implements ColumnData {

        @Override
        public int length() {
            return Integer.MAX_VALUE;
        }

        @Override
        public @Nullable Object value(int row) {
            return value;
        }
    }

    /**
     * Positions in a list.
     *
     * @param ids the position for each row, or -1 for null
     * @param values the list
     */
    @SuppressWarnings("ArrayRecordComponent") // shared with the decoder on purpose
    record Coded(int[] ids, List<? extends @Nullable Object> values) implements ColumnData {

        @Override
        public int length() {
            return ids.length;
        }

        @Override
        public @Nullable Object value(int row) {
            return ids[row] < 0 ? null : values.get(ids[row]);
        }
    }

    /**
     * A value for each row.
     *
     * @param values the values, or nulls
     */
    record Each(List<? extends @Nullable Object> values) implements ColumnData {

        @Override
        public int length() {
            return values.size();
        }

        @Override
        public @Nullable Object value(int row) {
            return values.get(row);
        }
    }

    /**
     * Decimals as whole numbers.
     *
     * @param unscaled the digits for each row
     * @param scales how many of them follow the point, or -1 for null
     */
    @SuppressWarnings("ArrayRecordComponent") // shared with the decoder on purpose
    record Scaled(long[] unscaled, byte[] scales) implements ColumnData {

        @Override
        public int length() {
            return Math.min(unscaled.length, scales.length);
        }

        @Override
        public @Nullable Object value(int row) {
            return scales[row] < 0 ? null : BigDecimal.valueOf(unscaled[row], scales[row]);
        }
    }
}
