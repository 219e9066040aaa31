package io.github.tic4j.parquet;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One column of a batch, in one of the ways that {@link ColumnBatch} describes. */
sealed interface ColumnData {

    /** How many rows it has values for. */
    int length();

    /** The value in a row, for where speed does not matter. */
    @Nullable
    Object value(int row);

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

    @SuppressWarnings("ArrayRecordComponent") // shared with the decoder on purpose
    record Coded(int[] ids, List<?> values) implements ColumnData {

        @Override
        public int length() {
            return ids.length;
        }

        @Override
        public @Nullable Object value(int row) {
            return ids[row] < 0 ? null : values.get(ids[row]);
        }
    }

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
