package io.github.tic4j.internal.run;

import io.github.tic4j.table.ColumnBatch;
import io.github.tic4j.table.Row;
import io.github.tic4j.table.TableFormat;
import io.github.tic4j.table.TableSchema;
import io.github.tic4j.table.TableWriter;
import io.github.tic4j.table.Tables;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.LongConsumer;

/**
 * A format whose failures tell that it was the writing that failed, not the reading of what was to be written.
 *
 * @param format the format
 * @param prices told how many prices were written
 */
record GuardedFormat(TableFormat format, LongConsumer prices) implements TableFormat {

    @Override
    public String extension() {
        return format.extension();
    }

    @Override
    public TableWriter open(TableSchema schema, Path file) throws IOException {
        TableWriter[] opened = new TableWriter[1];
        guard(schema, () -> opened[0] = format.open(schema, file));
        return new Guarded(schema, opened[0]);
    }

    private static void guard(TableSchema schema, Write write) throws OutputException {
        try {
            write.run();
        } catch (IOException e) {
            throw new OutputException("table " + schema.name(), e);
        }
    }

    private interface Write {
        void run() throws IOException;
    }

    private final class Guarded implements TableWriter {

        private final TableSchema schema;
        private final TableWriter writer;

        Guarded(TableSchema schema, TableWriter writer) {
            this.schema = schema;
            this.writer = writer;
        }

        @Override
        public void write(Row row) throws IOException {
            guard(schema, () -> writer.write(row));
            count(1);
        }

        @Override
        public void write(ColumnBatch batch) throws IOException {
            guard(schema, () -> writer.write(batch));
            count(batch.rows());
        }

        private void count(int rows) {
            if (schema.equals(Tables.RATES) || schema.equals(Tables.ALLOWED_AMOUNTS)) {
                prices.accept(rows);
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
            guard(schema, writer::commit);
        }

        @Override
        public void close() throws IOException {
            guard(schema, writer::close);
        }
    }
}
