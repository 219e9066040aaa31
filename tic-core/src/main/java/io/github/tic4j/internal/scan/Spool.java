package io.github.tic4j.internal.scan;

import io.github.tic4j.internal.temporary.TemporaryFile;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Bytes that have to wait: in memory as far as the budget goes, in a temporary file beyond it. Written, then read, once. */
final class Spool implements Closeable {

    private static final int SMALLEST = 512;

    private final Budget budget;
    private final @Nullable Path folder;
    private byte[] memory = new byte[0];
    private int size;
    private @Nullable FileChannel file;

    Spool(Budget budget, @Nullable Path folder) {
        this.budget = budget;
        this.folder = folder;
    }

    /** How much memory the spools that share it may still take together. */
    static final class Budget {
        private long left;

        Budget(long bytes) {
            left = bytes;
        }

        private boolean take(long bytes) {
            if (bytes > left) {
                return false;
            }
            left -= bytes;
            return true;
        }
    }

    void write(byte[] bytes, int from, int to) throws IOException {
        int length = to - from;
        if (file == null && fits(length)) {
            System.arraycopy(bytes, from, memory, size, length);
            size += length;
            return;
        }
        FileChannel spilled = file == null ? spill() : file;
        writeFully(spilled, ByteBuffer.wrap(bytes, from, length));
    }

    private static void writeFully(FileChannel to, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            to.write(bytes);
        }
    }

    private boolean fits(int more) {
        long needed = (long) size + more;
        if (needed <= memory.length) {
            return true;
        }
        long length = Math.max(Math.max(SMALLEST, needed), 2L * memory.length);
        if (length > Integer.MAX_VALUE - 16 || !budget.take(length - memory.length)) {
            return false;
        }
        memory = Arrays.copyOf(memory, (int) length);
        return true;
    }

    boolean isSpilled() {
        return file != null;
    }

    InputStream read() throws IOException {
        if (file == null) {
            return new ByteArrayInputStream(memory, 0, size);
        }
        return new BufferedInputStream(Channels.newInputStream(file.position(0)), 1 << 16);
    }

    /** Goes on in a file. */
    private FileChannel spill() throws IOException {
        FileChannel spilled = TemporaryFile.open(folder, ".spool");
        file = spilled;
        writeFully(spilled, ByteBuffer.wrap(memory, 0, size));
        release();
        return spilled;
    }

    private void release() {
        budget.left += memory.length;
        memory = new byte[0];
        size = 0;
    }

    @Override
    public void close() throws IOException {
        release();
        if (file != null) {
            file.close();
            file = null;
        }
    }
}
