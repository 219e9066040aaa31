package io.github.tic4j.nppes.snapshot;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Writes a {@link RowTable} of rows in any order. They are spread over temporary files by ranges of hashes; then one range after
 * the other, small enough for memory, is sorted.
 */
final class RowTableWriter implements Closeable {

    private static final int PART_BITS = 6;
    private static final byte[] EMPTY = new byte[RowTable.BUCKET];

    private final Path directory;
    private final @Nullable OutputFile[] parts = new @Nullable OutputFile[1 << PART_BITS];
    private long rows;
    /** The place behind the last one written. */
    private long next;

    /** Takes a folder for its temporary files. */
    RowTableWriter(Path directory) {
        this.directory = directory;
    }

    void add(int id, HotRow row) throws IOException {
        int number = RowTable.hash(id) >>> (Integer.SIZE - PART_BITS);
        OutputFile part = parts[number];
        if (part == null) {
            part = new OutputFile(path(number));
            parts[number] = part;
        }
        row.write(id, part);
        rows++;
    }

    /** How many rows were added. */
    long count() {
        return rows;
    }

    /** Writes the table; of rows with the same id the last one. How many rows that makes. */
    long write(OutputFile out) throws IOException {
        int buckets = RowTable.buckets(rows);
        out.writeInt(buckets);
        out.write(EMPTY, 0, RowTable.BUCKET - Integer.BYTES);
        long written = 0;
        for (int number = 0; number < parts.length; number++) {
            OutputFile part = parts[number];
            if (part != null) {
                part.release();
                written += writePart(Files.readAllBytes(path(number)), buckets, out);
            }
        }
        skipTo((long) buckets * RowTable.ROWS_PER_BUCKET, out);
        skipTo(next + 1, out);
        return written;
    }

    private long writePart(byte[] unsorted, int buckets, OutputFile out) throws IOException {
        long[] order = order(unsorted);
        long written = 0;
        for (int i = 0; i < order.length; i++) {
            int hash = (int) (order[i] >>> Integer.SIZE);
            boolean isLast = i + 1 == order.length || (int) (order[i + 1] >>> Integer.SIZE) != hash;
            if (isLast) {
                skipTo(RowTable.bucket(hash, buckets) * RowTable.ROWS_PER_BUCKET, out);
                out.write(unsorted, (int) order[i] * HotRow.SIZE, HotRow.SIZE);
                next++;
                written++;
            }
        }
        return written;
    }

    /** Hash and number of each row, sorted. All hashes of a part have the same sign. */
    private static long[] order(byte[] unsorted) {
        ByteBuffer rows = ByteBuffer.wrap(unsorted).order(ByteOrder.LITTLE_ENDIAN);
        long[] order = new long[unsorted.length / HotRow.SIZE];
        for (int i = 0; i < order.length; i++) {
            order[i] = (long) RowTable.hash(HotRow.id(rows, i * HotRow.SIZE)) << Integer.SIZE | i;
        }
        Arrays.parallelSort(order);
        return order;
    }

    /** Leaves places empty up to one, unless it is taken already. */
    private void skipTo(long place, OutputFile out) throws IOException {
        for (; next < place; next++) {
            out.write(EMPTY, 0, HotRow.SIZE);
        }
    }

    /** Removes the temporary files. */
    @Override
    public void close() throws IOException {
        IOException failure = null;
        for (int number = 0; number < parts.length; number++) {
            try {
                remove(number);
            } catch (IOException e) {
                failure = e;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private void remove(int number) throws IOException {
        OutputFile part = parts[number];
        if (part != null) {
            try {
                part.close();
            } finally {
                Files.deleteIfExists(path(number));
            }
        }
    }

    private Path path(int number) {
        return directory.resolve("rows-" + number + ".tmp");
    }
}
