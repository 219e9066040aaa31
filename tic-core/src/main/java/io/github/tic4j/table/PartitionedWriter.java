package io.github.tic4j.table;

import java.io.Closeable;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;

/**
 * Writes the rows of one table into the partitions that they belong to.
 *
 * <p>Only {@link TableFolder.Limits#openWriters} partitions are open at a time, so that memory does not grow with their
 * number. When one more is needed, the batch of the partition that was not written to for the longest time is completed;
 * rows that come for it later go to its next batch. Rows that arrive grouped by partition therefore make few files, rows
 * in random order make many small ones, which consolidation joins.
 */
public final class PartitionedWriter implements Closeable {

    private final TableFolder tables;
    private final TableSchema schema;
    private final Map<Partition, BatchWriter> writers = new HashMap<>();
    private final LinkedHashSet<Partition> open = new LinkedHashSet<>();
    private final Map<String, String> description = new LinkedHashMap<>();

    PartitionedWriter(TableFolder tables, TableSchema schema) {
        this.tables = tables;
        this.schema = schema;
    }

    /** Adds a row to a partition. The contract is that of {@link TableWriter#write}. */
    public void write(Partition partition, Row row) throws IOException {
        open.remove(partition);
        open.add(partition);
        if (open.size() > tables.limits().openWriters()) {
            Partition oldest = open.iterator().next();
            open.remove(oldest);
            writerOf(oldest).completeBatch();
        }
        writerOf(partition).write(row);
    }

    /** Says something about the files of all partitions that are completed from now on; see {@link TableWriter#describe}. */
    public void describe(String key, String value) {
        description.put(key, value);
        writers.values().forEach(writer -> writer.describe(key, value));
    }

    /** Completes the files of all partitions. Afterwards only {@link #close()} may be called. */
    public void commit() throws IOException {
        for (BatchWriter writer : writers.values()) {
            writer.completeAll();
        }
        writers.values().forEach(BatchWriter::keep);
    }

    /** Releases what is held and, if there was no {@link #commit()}, deletes what was written. Idempotent. */
    @Override
    public void close() throws IOException {
        Closing.all(writers.values());
    }

    private BatchWriter writerOf(Partition partition) {
        return writers.computeIfAbsent(partition, p -> {
            BatchWriter writer = new BatchWriter(tables, schema, tables.folderOf(schema, p));
            description.forEach(writer::describe);
            return writer;
        });
    }
}
