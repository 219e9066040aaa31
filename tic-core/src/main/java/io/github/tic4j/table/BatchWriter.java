package io.github.tic4j.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes one batch file after another. A table without rows gets one file without rows, so that its columns are known. */
final class BatchWriter implements TableWriter {

    private final TableFolder tables;
    private final TableSchema schema;
    private final Path folder;
    private final Map<String, String> description = new LinkedHashMap<>();
    private final List<Path> complete = new ArrayList<>();
    private @Nullable TableWriter current;
    private @Nullable Path currentFile;
    private long currentRows;
    private long completeBytes;
    private boolean committed;

    BatchWriter(TableFolder tables, TableSchema schema, Path folder) {
        this.tables = tables;
        this.schema = schema;
        this.folder = folder;
    }

    @Override
    public void write(Row row) throws IOException {
        TableWriter writer = open();
        writer.write(row);
        wrote(writer, 1);
    }

    @Override
    public void write(ColumnBatch batch) throws IOException {
        TableWriter writer = open();
        writer.write(batch);
        wrote(writer, batch.rows());
    }

    private void wrote(TableWriter writer, int rows) throws IOException {
        currentRows += rows;
        TableFolder.Limits limits = tables.limits();
        if (currentRows >= limits.rowsPerFile() || writer.bytes() >= limits.bytesPerFile()) {
            completeBatch();
        }
    }

    @Override
    public void describe(String key, String value) {
        description.put(key, value);
    }

    @Override
    public long bytes() {
        return completeBytes + (current == null ? 0 : current.bytes());
    }

    @Override
    public void commit() throws IOException {
        completeAll();
        keep();
    }

    /** The first half of a commit: every row is in a complete file. */
    void completeAll() throws IOException {
        if (complete.isEmpty()) {
            open();
        }
        completeBatch();
    }

    /** The second half of a commit: the files stay. */
    void keep() {
        committed = true;
    }

    /** Completes the open batch, if there is one, and releases its memory. More rows open another. */
    void completeBatch() throws IOException {
        TableWriter writer = current;
        Path file = currentFile;
        if (writer == null || file == null) {
            return;
        }
        description.forEach(writer::describe);
        writer.commit();
        complete.add(file);
        completeBytes += Files.size(file);
        writer.close();
        current = null;
    }

    @Override
    public void close() throws IOException {
        if (current != null) {
            current.close();
            current = null;
        }
        if (!committed) {
            for (Path file : complete) {
                Files.deleteIfExists(file);
            }
            complete.clear();
        }
    }

    private TableWriter open() throws IOException {
        TableWriter writer = current;
        if (writer == null) {
            Path file = tables.nextBatch(schema, folder);
            writer = tables.format().open(schema, file);
            current = writer;
            currentFile = file;
            currentRows = 0;
        }
        return writer;
    }
}
