package io.github.tic4j.internal.run;

import io.github.tic4j.internal.run.ManifestEntry.Listed;
import io.github.tic4j.table.TableFolder;
import io.github.tic4j.table.TableFormat;
import io.github.tic4j.table.TableSchema;
import io.github.tic4j.table.TableWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where a task writes its tables until they are committed: out of the way of readers, under the paths that they will have in
 * the folder of the run. Used by one thread.
 */
public final class TaskFolder implements Closeable {

    private final Path folder;
    private final Listed file;
    private final Layout layout;
    private final TableFormat format;
    private final TableFolder.Limits limits;
    private final Map<String, PartWriter> writers = new LinkedHashMap<>();

    TaskFolder(Path folder, Listed file, Layout layout, TableFormat format, TableFolder.Limits limits) {
        this.folder = folder;
        this.file = file;
        this.layout = layout;
        this.format = format;
        this.limits = limits;
    }

    /**
     * The writer of a table, the same one each time. {@link #complete()} commits it; committing or closing it before has no
     * effect.
     */
    public TableWriter writer(TableSchema schema) {
        return writers.computeIfAbsent(
                schema.name(), name -> new PartWriter(schema, this::open, limits));
    }

    /** Completes all tables; every row is on the disk afterwards. */
    void complete() throws IOException {
        for (PartWriter writer : writers.values()) {
            writer.complete();
        }
        if (!writers.isEmpty()) {
            // The formats force their files and the folders these are in, not the folders above.
            Disk.force(folder);
            Disk.force(folder.resolveSibling("."));
        }
    }

    /** How many files each table has. */
    Map<String, Integer> parts() {
        Map<String, Integer> parts = new TreeMap<>();
        writers.forEach((table, writer) -> parts.put(table, writer.parts()));
        return parts;
    }

    Path folder() {
        return folder;
    }

    Listed file() {
        return file;
    }

    /** Releases what is open, and deletes what was written unless it has been committed. */
    @Override
    public void close() throws IOException {
        IOException failure = null;
        for (PartWriter writer : writers.values()) {
            try {
                writer.release();
            } catch (IOException e) {
                failure = e;
            }
        }
        Disk.deleteTree(folder);
        if (failure != null) {
            throw failure;
        }
    }

    private TableWriter open(TableSchema schema, int part) throws IOException {
        Path target = folder.resolve(layout.file(file, schema.name(), part));
        Files.createDirectories(target.resolveSibling("."));
        return format.open(schema, target);
    }
}
