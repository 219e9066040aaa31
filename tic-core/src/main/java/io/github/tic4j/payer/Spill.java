package io.github.tic4j.payer;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Bytes that are written first and then read from any position: in memory up to a limit, in a temporary file beyond it. */
final class Spill implements Closeable {

    private static final int MEMORY_LIMIT = 32 << 10;

    private final @Nullable Path folder;
    private final ByteArrayOutputStream memory = new ByteArrayOutputStream(0);
    private @Nullable Path file;
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

    /** What has been written, from a position on; the caller closes it. Nothing may be written afterwards. */
    DataInputStream read(long position) throws IOException {
        if (file == null || fileOut == null) {
            int from = Math.toIntExact(position);
            return new DataInputStream(new ByteArrayInputStream(memory.toByteArray(), from, memory.size() - from));
        }
        fileOut.flush();
        FileChannel channel = FileChannel.open(file).position(position);
        return new DataInputStream(new BufferedInputStream(Channels.newInputStream(channel)));
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
        if (fileOut != null) {
            fileOut.close();
        }
        if (file != null) {
            Files.deleteIfExists(file);
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
            Path created = folder == null
                    ? Files.createTempFile("tic4j-", ".index")
                    : Files.createTempFile(folder, "tic4j-", ".index");
            file = created;
            OutputStream opened = new BufferedOutputStream(Files.newOutputStream(created));
            fileOut = opened;
            memory.writeTo(opened);
            memory.reset();
            return opened;
        }
    }
}
