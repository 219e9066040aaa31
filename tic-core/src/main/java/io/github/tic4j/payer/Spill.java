package io.github.tic4j.payer;

import io.github.tic4j.internal.inflate.BulkStream;
import io.github.tic4j.internal.temporary.TemporaryFile;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that are written first and then read from any position: in memory up to a limit, beyond it in a temporary file that
 * vanishes however the process ends.
 */
final class Spill implements Closeable {

    private static final int MEMORY_LIMIT = 32 << 10;

    private final @Nullable Path folder;
    private final ByteArrayOutputStream memory = new ByteArrayOutputStream(0);
    private @Nullable FileChannel file;
    private final DataOutputStream out = new DataOutputStream(new Target());
    private @Nullable OutputStream fileOut;
    private long size;
    private long records;

    Spill(@Nullable Path folder) {
        this.folder = folder;
    }

    /** Where to write. */
    DataOutputStream out() {
        return out;
    }

    /** How many bytes have been written. */
    long size() {
        return size;
    }

    /** Counts a record that has been written. */
    void endRecord() {
        records++;
    }

    /** How many records have been written. */
    long records() {
        return records;
    }

    /** What has been written, from a position on. Nothing may be written afterwards. */
    DataInputStream read(long position) throws IOException {
        if (file == null || fileOut == null) {
            int from = Math.toIntExact(position);
            return new DataInputStream(new ByteArrayInputStream(memory.toByteArray(), from, memory.size() - from));
        }
        fileOut.flush();
        return new DataInputStream(new BufferedInputStream(new Part(file, position)));
    }

    static void writeText(DataOutputStream to, @Nullable String text) throws IOException {
        byte[] bytes = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
        to.writeInt(text == null ? -1 : bytes.length);
        to.write(bytes);
    }

    static @Nullable String readText(DataInputStream from) throws IOException {
        int length = from.readInt();
        return length < 0 ? null : new String(from.readNBytes(length), StandardCharsets.UTF_8);
    }

    static String readGivenText(DataInputStream from) throws IOException {
        return Objects.requireNonNull(readText(from));
    }

    @Override
    public void close() throws IOException {
        memory.reset();
        if (file != null) {
            file.close();
        }
    }

    private final class Target extends OutputStream {

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            OutputStream target = fileOut;
            if (target == null) {
                target = memory.size() + length <= MEMORY_LIMIT ? memory : spilled();
            }
            target.write(bytes, offset, length);
            size += length;
        }

        private OutputStream spilled() throws IOException {
            FileChannel channel = TemporaryFile.open(folder, ".index");
            file = channel;
            OutputStream opened = new BufferedOutputStream(Channels.newOutputStream(channel));
            fileOut = opened;
            memory.writeTo(opened);
            memory.reset();
            return opened;
        }
    }

    /** A file from a position on; it leaves the file's own position alone. */
    private static final class Part extends BulkStream {

        private final FileChannel file;
        private long at;

        Part(FileChannel file, long at) {
            this.file = file;
            this.at = at;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int count = file.read(ByteBuffer.wrap(target, offset, length), at);
            at += Math.max(count, 0);
            return count;
        }
    }
}
