package io.github.tic4j.parquet;

import io.github.tic4j.table.ColumnBatch;
import io.github.tic4j.table.Row;
import io.github.tic4j.table.TableSchema;
import io.github.tic4j.table.TableWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes batches of columns as they are, and rows by way of columns: values become ids as rows come in. */
final class ParquetTableWriter implements TableWriter {

    private static final int MOST_BATCH_ROWS = 8192;
    private static final long MOST_WEIGHT = 1 << 17;

    private final TableSchema schema;
    private final ColumnWriter writer;
    private final ColumnBatch batch;
    private final int batchRows;
    private final List<Values> columns = new ArrayList<>();
    private int rows;

    ParquetTableWriter(TableSchema schema, Path file, ParquetFormat format) throws IOException {
        this.schema = schema;
        this.writer = new ColumnWriter(schema, file, format);
        this.batch = new ColumnBatch(schema);
        this.batchRows = Math.min(MOST_BATCH_ROWS, format.rowGroupRows());
        schema.columns().forEach(column -> columns.add(new Values(column.name(), batchRows)));
    }

    @Override
    public void write(ColumnBatch columnsOfRows) throws IOException {
        flush();
        writer.write(columnsOfRows);
    }

    @Override
    public void write(Row row) throws IOException {
        if (!schema.equals(row.schema())) {
            throw new IllegalArgumentException("Row of table " + row.schema().name() + " for table " + schema.name());
        }
        row.requireComplete();
        boolean full = rows == batchRows - 1;
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
    public long bytes() {
        return writer.bytes();
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
        if (rows == 0) {
            return;
        }
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
        private final int[] ids;
        private Map<Object, Integer> known = new HashMap<>();
        private List<Object> values = new ArrayList<>();
        private long weight;
        private @Nullable Object lastValue;
        private int lastId = -1;

        Values(String name, int rows) {
            this.name = name;
            this.ids = new int[rows];
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
                weight += weightOf(value);
                return values.size() - 1;
            }
            return id;
        }

        private static long weightOf(Object value) {
            if (value instanceof List<?> list) {
                return list.size() + 1L;
            }
            return value instanceof String text ? text.length() / 64 + 1 : 1;
        }

        boolean isLarge() {
            return weight > MOST_WEIGHT;
        }

        void forget() {
            known = new HashMap<>();
            values = new ArrayList<>();
            weight = 0;
            lastValue = null;
            lastId = -1;
        }
    }
}
