package io.github.tic4j.internal.run;

import io.github.tic4j.table.Row;
import io.github.tic4j.table.TableFolder;
import io.github.tic4j.table.TableSchema;
import io.github.tic4j.table.TableWriter;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a table of a task in as many parts as the limits ask for. The task decides when it is complete. */
final class PartWriter implements TableWriter {

    private final TableSchema schema;
    private final Opener opener;
    private final TableFolder.Limits limits;
    private final Map<String, String> description = new LinkedHashMap<>();
    private @Nullable TableWriter current;
    private int parts;
    private long rows;
    private long completeBytes;

    PartWriter(TableSchema schema, Opener opener, TableFolder.Limits limits) {
        this.schema = schema;
        this.opener = opener;
        this.limits = limits;
    }

    @Override
    public void write(Row row) throws IOException {
        TableWriter writer = open();
        writer.write(row);
        rows++;
        if (rows >= limits.rowsPerFile() || writer.bytes() >= limits.bytesPerFile()) {
            completePart();
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
    public void commit() {
        // With the other tables of the task, or not at all.
    }

    @Override
    public void close() {
        // As above.
    }

    int parts() {
        return parts;
    }

    /** Every row is in a complete part; a table without rows has one, so that its columns are known. */
    void complete() throws IOException {
        if (parts == 0) {
            open();
        }
        completePart();
    }

    /** Gives up what is not complete. */
    void release() throws IOException {
        TableWriter writer = current;
        current = null;
        if (writer != null) {
            writer.close();
        }
    }

    private TableWriter open() throws IOException {
        TableWriter writer = current;
        if (writer == null) {
            writer = opener.open(schema, parts + 1);
            current = writer;
            parts++;
            rows = 0;
        }
        return writer;
    }

    private void completePart() throws IOException {
        TableWriter writer = current;
        if (writer == null) {
            return;
        }
        description.forEach(writer::describe);
        writer.commit();
        completeBytes += writer.bytes();
        release();
    }

    /** Opens a part of a table. */
    interface Opener {
        TableWriter open(TableSchema schema, int part) throws IOException;
    }
}
