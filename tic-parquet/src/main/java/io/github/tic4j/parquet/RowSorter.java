package io.github.tic4j.parquet;

import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import io.github.tic4j.table.Row;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Sorts any number of rows in bounded memory: rows gather until the budget is full, are sorted and written to a file beside
 * the result; in the end the files are merged. The files are named as parts are, so that those of a crash are removed.
 */
final class RowSorter implements Closeable {

    private static final int MOST_RUNS_AT_ONCE = 64;
    private static final int BUFFER = 1 << 16;

    private final RowCodec codec;
    private final Path result;
    private final long budget;
    private final List<Path> runs = new ArrayList<>();
    private List<SortedRow> gathered = new ArrayList<>();
    private long gatheredBytes;
    private int runsWritten;

    /** A sorter that uses about this much heap, and files beside this one that carry its name. */
    RowSorter(RowCodec codec, Path result, long budget) {
        this.codec = codec;
        this.result = result;
        this.budget = budget;
    }

    void add(Row row) throws IOException {
        SortedRow sorted = codec.encode(row);
        gathered.add(sorted);
        gatheredBytes += sorted.heapBytes();
        if (gatheredBytes >= budget) {
            spill();
        }
    }

    /** All rows in order. To be called once, after the last row. */
    Merge merge() throws IOException {
        if (!runs.isEmpty()) {
            spill();
        }
        while (runs.size() > MOST_RUNS_AT_ONCE) {
            mergeFirstRuns();
        }
        Collections.sort(gathered);
        return new Merge(runs, gathered);
    }

    /** Deletes the files. */
    @Override
    public void close() throws IOException {
        gathered = List.of();
        for (Path run : runs) {
            Files.deleteIfExists(run);
        }
    }

    private void spill() throws IOException {
        Collections.sort(gathered);
        try (Merge rows = new Merge(List.of(), gathered)) {
            writeRun(rows);
        }
        gathered = new ArrayList<>();
        gatheredBytes = 0;
    }

    private void mergeFirstRuns() throws IOException {
        List<Path> first = List.copyOf(runs.subList(0, MOST_RUNS_AT_ONCE));
        try (Merge merge = new Merge(first, List.of())) {
            writeRun(merge);
        }
        for (Path run : first) {
            Files.delete(run);
            runs.remove(run);
        }
    }

    private void writeRun(Merge rows) throws IOException {
        Path run = result.resolveSibling("." + result.getFileName() + "_" + runsWritten++ + ".part");
        runs.add(run);
        try (DataOutputStream out = new DataOutputStream(
                new BufferedOutputStream(new ZstdOutputStream(Files.newOutputStream(run), 1), BUFFER))) {
            for (SortedRow row = rows.next(); row != null; row = rows.next()) {
                out.writeInt(row.bytes().length);
                out.writeInt(row.keyLength());
                out.write(row.bytes());
            }
            out.writeInt(-1);
        }
    }

    /** Sorted rows of several runs, one by one. */
    static final class Merge implements Closeable {

        private final PriorityQueue<Run> heads = new PriorityQueue<>(Comparator.comparing(run -> run.head));
        private final List<Run> open = new ArrayList<>();

        private Merge(List<Path> runs, List<SortedRow> gathered) throws IOException {
            try {
                add(new Run(null, gathered.iterator()));
                for (Path run : runs) {
                    InputStream in = new ZstdInputStream(Files.newInputStream(run));
                    add(new Run(new DataInputStream(new BufferedInputStream(in, BUFFER)), Collections.emptyIterator()));
                }
            } catch (IOException e) {
                close();
                throw e;
            }
        }

        /** The next row, or null after the last. */
        @Nullable
        SortedRow next() throws IOException {
            Run run = heads.poll();
            if (run == null) {
                return null;
            }
            SortedRow row = run.head;
            if (run.advance()) {
                heads.add(run);
            }
            return row;
        }

        @Override
        public void close() throws IOException {
            for (Run run : open) {
                run.close();
            }
        }

        private void add(Run run) throws IOException {
            open.add(run);
            if (run.advance()) {
                heads.add(run);
            }
        }
    }

    /** One sorted sequence: a file, or what is still in memory. */
    private static final class Run implements Closeable {

        private static final SortedRow NONE = new SortedRow(new byte[0], 0);

        private final @Nullable DataInputStream file;
        private final Iterator<SortedRow> memory;
        private SortedRow head = NONE;

        Run(@Nullable DataInputStream file, Iterator<SortedRow> memory) {
            this.file = file;
            this.memory = memory;
        }

        boolean advance() throws IOException {
            if (file == null) {
                boolean more = memory.hasNext();
                head = more ? memory.next() : head;
                return more;
            }
            int length = file.readInt();
            if (length < 0) {
                return false;
            }
            int keyLength = file.readInt();
            head = new SortedRow(file.readNBytes(length), keyLength);
            return true;
        }

        @Override
        public void close() throws IOException {
            if (file != null) {
                file.close();
            }
        }
    }
}
