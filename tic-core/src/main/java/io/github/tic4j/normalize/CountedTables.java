package io.github.tic4j.normalize;

import io.github.tic4j.table.ColumnBatch;
import io.github.tic4j.table.Row;
import io.github.tic4j.table.TableSchema;
import io.github.tic4j.table.TableSet;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tables, with a count of the rows that each was given. They may be written on a thread of their own, in the same order:
 * rows and batches are given away for good.
 */
final class CountedTables implements Closeable {

    private static final int ENOUGH = 4096;

    private final TableSet tables;
    private final @Nullable WritingThread thread;
    private final Map<String, Long> counts = new HashMap<>();
    private List<WritingThread.Write> pending = new ArrayList<>();
    private long weight;

    /**
     * Tables over a set.
     *
     * @param threadName the name of the thread that writes, or null to write at once
     */
    CountedTables(TableSet tables, @Nullable String threadName) {
        this.tables = tables;
        this.thread = threadName == null ? null : new WritingThread(tables, threadName);
    }

    void write(Row row) throws IOException {
        long values = 1;
        for (int i = 0; i < row.schema().columns().size(); i++) {
            values += row.value(i) instanceof List<?> list ? list.size() : 1;
        }
        write(row.schema(), 1, values, set -> set.writer(row.schema()).write(row));
    }

    void write(ColumnBatch batch) throws IOException {
        write(
                batch.schema(),
                batch.rows(),
                ENOUGH,
                set -> set.writer(batch.schema()).write(batch));
    }

    private void write(TableSchema schema, long rows, long values, WritingThread.Write write) throws IOException {
        counts.merge(schema.name(), rows, Long::sum);
        if (thread == null) {
            write.to(tables);
            return;
        }
        pending.add(write);
        weight += values;
        if (weight >= ENOUGH) {
            handOver(thread);
        }
    }

    private void handOver(WritingThread to) throws IOException {
        to.write(pending);
        pending = new ArrayList<>();
        weight = 0;
    }

    /** Waits until everything is written. */
    void finish() throws IOException {
        if (thread != null) {
            handOver(thread);
            thread.finish();
        }
    }

    Map<String, Long> rows() {
        return counts;
    }

    /** Forgets what was not written by {@link #finish}. */
    @Override
    public void close() {
        if (thread != null) {
            thread.close();
        }
    }
}
