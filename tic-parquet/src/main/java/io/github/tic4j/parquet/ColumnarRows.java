package io.github.tic4j.parquet;

import io.github.tic4j.table.Row;
import io.github.tic4j.table.TableSchema;
import io.github.tic4j.table.TableWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes rows by way of columns: values become ids as rows come in, and whole batches go on. */
final class ColumnarRows implements TableWriter {

    private static final int BATCH_ROWS = 8192;
    private static final int MOST_ELEMENTS = 1 << 17;

    private final ColumnWriter writer;
    private final ColumnBatch batch;
    private final List<Values> columns = new ArrayList<>();
    private int rows;

    ColumnarRows(TableSchema schema, ColumnWriter writer) {
        this.writer = writer;
        this.batch = new ColumnBatch(schema);
        schema.columns().forEach(column -> columns.add(new Values(column.name())));
    }

    @Override
    public void write(Row row) throws IOException {
        boolean full = rows == BATCH_ROWS - 1;
        for (int i = 0; i < columns.size(); i++) {
            columns.get(i).add(row.value(i), rows);
            full |= columns.get(i).isLarge();
        }
        rows++;
        if (full) {
            flush();
        }
    }

    @Override
    public void describe(String key, String value) {
        writer.describe(key, value);
    }

    @Override
    public void commit() throws IOException {
        flush();
        writer.commit();
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }

    private void flush() throws IOException {
        for (Values column : columns) {
            batch.coded(column.name, column.ids, column.values);
        }
        writer.write(batch.rows(rows));
        rows = 0;
        for (Values column : columns) {
            if (column.isLarge()) {
                column.forget();
            }
        }
    }

    private static final class Values {

        private final String name;
        private final int[] ids = new int[BATCH_ROWS];
        private Map<Object, Integer> known = new HashMap<>();
        private List<Object> values = new ArrayList<>();
        private long elements;
        private @Nullable Object lastValue;
        private int lastId = -1;

        Values(String name) {
            this.name = name;
        }

        void add(@Nullable Object value, int row) {
            if (!Objects.equals(value, lastValue)) {
                lastValue = value;
                lastId = value == null ? -1 : idOf(value);
            }
            ids[row] = lastId;
        }

        private int idOf(Object value) {
            Integer id = known.putIfAbsent(value, values.size());
            if (id == null) {
                values.add(value);
                elements += value instanceof List<?> list ? list.size() + 1 : 1;
                return values.size() - 1;
            }
            return id;
        }

        boolean isLarge() {
            return elements > MOST_ELEMENTS;
        }

        void forget() {
            known = new HashMap<>();
            values = new ArrayList<>();
            elements = 0;
            lastValue = null;
            lastId = -1;
        }
    }
}
