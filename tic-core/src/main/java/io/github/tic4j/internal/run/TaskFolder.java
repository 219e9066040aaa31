package io.github.tic4j.internal.run;

import io.github.tic4j.internal.run.ManifestEntry.Listed;
import io.github.tic4j.table.PendingFile;
import io.github.tic4j.table.TableFolder;
import io.github.tic4j.table.TableSchema;
import io.github.tic4j.table.TableSet;
import io.github.tic4j.table.TableWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Where a task writes its tables until they are committed, out of the way of readers. Used by one thread. */
public final class TaskFolder implements Closeable {

    /** The name of a file's report on quality as long as it is not committed. */
    static final String QUALITY = ".quality";

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

    /**
     * Keeps what rules said about the file, to be committed with its tables.
     *
     * @param report a saved report
     */
    public void keepQuality(byte[] report) throws OutputException {
        try (PendingFile pending = new PendingFile(root().resolve(QUALITY))) {
            Files.write(pending.part(), report);
            pending.commit();
        } catch (IOException e) {
            throw new OutputException("the report on " + file.source(), e);
        }
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
