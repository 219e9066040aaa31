package io.github.tic4j.parquet;

import io.github.tic4j.table.ColumnBatch;
import io.github.tic4j.table.ColumnType;
import io.github.tic4j.table.Row;
import io.github.tic4j.table.TableSchema;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns rows into batches of columns, as a decoder with one dictionary for each column would deliver them. */
final class RowColumns {

    private final TableSchema schema;
    private final List<Map<Object, Integer>> ids = new ArrayList<>();
    private final List<List<Object>> values = new ArrayList<>();

    RowColumns(TableSchema schema) {
        this.schema = schema;
        for (int i = 0; i < schema.columns().size(); i++) {
            ids.add(new LinkedHashMap<>());
            values.add(new ArrayList<>());
        }
    }

    /** A batch of these rows. Each seed gives the columns in another mixture of the four ways. */
    ColumnBatch batch(List<Row> rows, int seed) {
        ColumnBatch batch = new ColumnBatch(schema).rows(rows.size());
        for (int column = 0; column < schema.columns().size(); column++) {
            List<Object> cells = new ArrayList<>();
            for (Row row : rows) {
                cells.add(row.value(column));
            }
            String name = schema.columns().get(column).name();
            int way = (column + seed) % 3;
            if (cells.stream().distinct().count() == 1) {
                batch.same(name, cells.get(0));
            } else if (schema.columns().get(column).type() == ColumnType.DECIMAL
                    && cells.stream().allMatch(RowColumns::isScaled)) {
                scaled(batch, name, cells);
            } else if (way == 0) {
                batch.each(name, cells);
            } else {
                batch.coded(name, code(column, cells), values.get(column));
            }
        }
        return batch;
    }

    private int[] code(int column, List<Object> cells) {
        int[] codes = new int[cells.size()];
        for (int i = 0; i < codes.length; i++) {
            Object cell = cells.get(i);
            codes[i] = cell == null
                    ? -1
                    : ids.get(column).computeIfAbsent(cell, value -> {
                        values.get(column).add(value);
                        return values.get(column).size() - 1;
                    });
        }
        return codes;
    }

    private static boolean isScaled(Object cell) {
        if (cell == null) {
            return true;
        }
        BigDecimal number = (BigDecimal) cell;
        return number.scale() >= 0
                && number.scale() <= 18
                && number.unscaledValue().bitLength() < Long.SIZE;
    }

    private static void scaled(ColumnBatch batch, String name, List<Object> cells) {
        long[] unscaled = new long[cells.size()];
        byte[] scales = new byte[cells.size()];
        for (int i = 0; i < unscaled.length; i++) {
            BigDecimal number = (BigDecimal) cells.get(i);
            unscaled[i] = number == null ? 99 : number.unscaledValue().longValueExact();
            scales[i] = (byte) (number == null ? -1 : number.scale());
        }
        batch.scaled(name, unscaled, scales);
    }
}
