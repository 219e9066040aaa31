package io.github.tic4j.internal.scan;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Bytes that have to wait: in memory up to a limit, in a temporary file beyond it. Used once: written, then read. */
final class Spool implements Closeable {

    private final int memoryLimit;
    private final @Nullable Path folder;
    private byte[] memory = new byte[8192];
    private int size;
    private @Nullable Path file;
    private @Nullable OutputStream out;

    Spool(int memoryLimit, @Nullable Path folder) {
        this.memoryLimit = memoryLimit;
        this.folder = folder;
    }

    void write(byte[] bytes, int from, int to) throws IOException {
        int length = to - from;
        if (out == null && (long) size + length > memoryLimit) {
            spill();
        }
        if (out != null) {
            out.write(bytes, from, length);
            return;
        }
        if (size + length > memory.length) {
            memory = java.util.Arrays.copyOf(
                    memory, (int) Math.min(memoryLimit, Math.max(2L * memory.length, size + length)));
        }
        System.arraycopy(bytes, from, memory, size, length);
        size += length;
    }

    boolean isSpilled() {
        return file != null;
    }

    InputStream read() throws IOException {
        if (file == null || out == null) {
            return new ByteArrayInputStream(memory, 0, size);
        }
        out.close();
        return new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    }

    private void spill() throws IOException {
        file = folder == null
                ? Files.createTempFile("tic4j-", ".spool")
                : Files.createTempFile(folder, "tic4j-", ".spool");
        out = Files.newOutputStream(file);
        out.write(memory, 0, size);
        memory = new byte[0];
    }

    @Override
    public void close() throws IOException {
        if (out != null) {
            out.close();
        }
        if (file != null) {
            Files.deleteIfExists(file);
        }
    }
}
