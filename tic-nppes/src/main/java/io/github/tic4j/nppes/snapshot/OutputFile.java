package io.github.tic4j.nppes.snapshot;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.zip.CRC32C;

/**
 * Writes a new file from its start, through a buffer, with a running checksum. Little-endian. The disk gets a large file while
 * it is written, so that its end waits for the last part only.
 */
final class OutputFile implements Closeable {

    private static final int BUFFER = 1 << 18;
    private static final long FORCED_AT_ONCE = 1 << 26;

    private final Path path;
    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER).order(ByteOrder.LITTLE_ENDIAN);
    private final CRC32C checksum = new CRC32C();
    private CompletableFuture<?> forced = CompletableFuture.completedFuture(null);
    private long forcedUpTo;
    private long position;

    OutputFile(Path path) throws IOException {
        this.path = path;
        channel = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    /** How many bytes have been written. */
    long position() {
        return position;
    }

    void write(byte[] bytes, int from, int length) throws IOException {
        int done = 0;
        while (done < length) {
            int part = Math.min(length - done, room(1));
            buffer.put(bytes, from + done, part);
            done += part;
        }
        position += length;
    }

    void writeShort(int value) throws IOException {
        room(Short.BYTES);
        buffer.putShort((short) value);
        position += Short.BYTES;
    }

    void writeInt(int value) throws IOException {
        room(Integer.BYTES);
        buffer.putInt(value);
        position += Integer.BYTES;
    }

    void writeLong(long value) throws IOException {
        room(Long.BYTES);
        buffer.putLong(value);
        position += Long.BYTES;
    }

    /** Fills with zeros up to a multiple of the given power of two. */
    void align(long boundary) throws IOException {
        while ((position & (boundary - 1)) != 0) {
            room(1);
            buffer.put((byte) 0);
            position++;
        }
    }

    /** Writes what is left, forces it to the disk and says what the file is. */
    Manifest.File finish() throws IOException {
        flush();
        try {
            // An error is reported once only: a later call may succeed although bytes were lost.
            forced.join();
        } catch (CompletionException e) {
            throw new IOException("Cannot force " + path + " to the disk", e.getCause());
        }
        channel.force(true);
        channel.close();
        return new Manifest.File(path.getFileName().toString(), position, Manifest.hex(checksum.getValue()));
    }

    /** Writes what is left, without forcing it to the disk: for what is read again at once and then deleted. */
    void release() throws IOException {
        flush();
        channel.close();
    }

    /** Gives up, unless finished. */
    @Override
    public void close() throws IOException {
        channel.close();
    }

    private int room(int wanted) throws IOException {
        if (buffer.remaining() < wanted) {
            flush();
        }
        return buffer.remaining();
    }

    private void flush() throws IOException {
        buffer.flip();
        checksum.update(buffer.duplicate());
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        buffer.clear();
        if (position - forcedUpTo >= FORCED_AT_ONCE && forced.isDone() && !forced.isCompletedExceptionally()) {
            forcedUpTo = position;
            forced = CompletableFuture.runAsync(this::force);
        }
    }

    private void force() {
        try {
            channel.force(false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
