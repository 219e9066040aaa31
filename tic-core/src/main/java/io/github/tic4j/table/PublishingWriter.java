package io.github.tic4j.table;

import java.io.IOException;

/** Ties the life of a {@link PendingFile} to that of the writer that fills it. */
final class PublishingWriter implements TableWriter {

    private final TableWriter writer;
    private final PendingFile file;

    PublishingWriter(TableWriter writer, PendingFile file) {
        this.writer = writer;
        this.file = file;
    }

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
        file.commit();
    }

    @Override
    public void close() throws IOException {
        try (file) {
            writer.close();
        }
    }
}
