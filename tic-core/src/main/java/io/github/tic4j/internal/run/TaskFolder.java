package io.github.tic4j.internal.run;

import io.github.tic4j.internal.run.ManifestEntry.Listed;
import io.github.tic4j.table.TableFolder;
import io.github.tic4j.table.TableSchema;
import io.github.tic4j.table.TableSet;
import io.github.tic4j.table.TableWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Where a task writes its tables until they are committed, out of the way of readers. Used by one thread. */
public final class TaskFolder implements Closeable {

    private final Listed file;
    private final TableFolder folder;
    private final TableSet tables;

    TaskFolder(Listed file, TableFolder folder) {
        this.file = file;
        this.folder = folder;
        this.tables = new TableSet(this::open);
    }

    private TableWriter open(TableSchema schema) {
        TableWriter writer = folder.batches(schema);
        // Consolidation goes by it where there are no rows that say it.
        writer.describe("file_id", file.fileId());
        return writer;
    }

    /** The tables to write. */
    public TableSet tables() {
        return tables;
    }

    Listed file() {
        return file;
    }

    Path root() {
        return folder.root();
    }

    /**
     * Completes all tables; every row is on the disk afterwards.
     *
     * @return how many files each table has
     */
    Map<String, Integer> complete() throws IOException {
        tables.commit();
        Map<String, Integer> parts = new TreeMap<>();
        for (TableSchema schema : tables.schemas()) {
            parts.put(schema.name(), folder.files(schema).size());
        }
        return parts;
    }

    /** Releases what is open, and deletes what was written unless it has been committed. */
    @Override
    public void close() throws IOException {
        try (tables) {
            // Closes them before the folder goes.
        } finally {
            Disk.deleteTree(root());
        }
    }
}
