package io.github.tic4j.s3;

import io.github.tic4j.table.ColumnBatch;
import io.github.tic4j.table.Row;
import io.github.tic4j.table.TableWriter;
import java.io.IOException;

/** Ties the life of an upload to that of the table writer that fills it. */
record PublishedTable(TableWriter writer, S3Upload upload) implements TableWriter {

    @Override
    public void write(Row row) throws IOException {
        writer.write(row);
    }

    @Override
    public void write(ColumnBatch batch) throws IOException {
        writer.write(batch);
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
        writer.commit();
        upload.complete();
    }

    @Override
    public void close() throws IOException {
        try (upload) {
            writer.close();
        }
    }
}
