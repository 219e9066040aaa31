package io.github.tic4j.internal.inflate;

import io.github.tic4j.source.ContentException.Location;
import io.github.tic4j.source.MalformedContentException;
import io.github.tic4j.source.TruncatedContentException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;

/**
 * A stream with a look-ahead buffer and a byte offset, on which several readers take turns: a header parser, a decoder,
 * the next header parser. Each leaves the position just behind what it has used, so nothing is read and lost.
 *
 * <p>Not safe for use by several threads. {@link #close()} closes the stream below.
 */
public final class ByteInput extends InputStream {

    /** The most that {@link #require} can be asked for. */
    public static final int MAX_LOOK_AHEAD = 4096;

    static final int PADDING = 16;
    private static final int CAPACITY = 1 << 16;

    // The decoder's inner loops work on these three directly. Behind the last byte of the stream stand PADDING zeros.
    final byte[] buffer = new byte[CAPACITY + PADDING];
    int position;
    int limit;

    private final InputStream in;
    private final String name;
    private long bufferOffset;
    private boolean ended;

    /** Starts at offset 0 of a stream; the name is for messages. */
    public ByteInput(InputStream in, String name) {
        this(in, name, 0);
    }

    /** Starts at an offset of a longer stream. */
    ByteInput(InputStream in, String name, long offset) {
        this.in = in;
        this.name = name;
        this.bufferOffset = offset;
    }

    /** The name for messages. */
    public String name() {
        return name;
    }

    /** The number of bytes taken so far. */
    public long offset() {
        return bufferOffset + position;
    }

    /** Whether at least {@code count} bytes are left; reads ahead as far as that needs. */
    public boolean require(int count) throws IOException {
        if (limit - position < count && !ended) {
            fill(count);
        }
        return limit - position >= count;
    }

    /** The byte at {@code index} behind the position, which {@link #require} has brought in. */
    public int peek(int index) {
        return buffer[Objects.checkIndex(position + index, limit)] & 0xff;
    }

    /** A little-endian number of up to eight bytes at {@code index}, which {@link #require} has brought in. */
    public long peekLittleEndian(int index, int bytes) {
        long value = 0;
        for (int i = bytes - 1; i >= 0; i--) {
            value = value << 8 | peek(index + i);
        }
        return value;
    }

    /** Steps over bytes that {@link #require} has brought in. */
    public void advance(int count) {
        position += Objects.checkIndex(count, limit - position + 1);
    }

    /** Whether the last byte has been read from the stream below, though perhaps not yet been taken. */
    boolean isEnded() {
        return ended;
    }

    @Override
    public int read() throws IOException {
        return require(1) ? buffer[position++] & 0xff : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, target.length);
        if (length == 0) {
            return 0;
        }
        int buffered = limit - position;
        if (buffered == 0 && length >= CAPACITY && !ended) {
            return readThrough(target, offset, length);
        }
        if (!require(1)) {
            return -1;
        }
        int count = Math.min(length, limit - position);
        System.arraycopy(buffer, position, target, offset, count);
        position += count;
        return count;
    }

    /** How many bytes can be taken without reading from the stream below. */
    @Override
    public int available() {
        return limit - position;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** An error at the position: the stream ends too early. */
    public TruncatedContentException truncated(String problem) {
        return new TruncatedContentException(problem, Location.of(name, bufferOffset + limit));
    }

    /** An error at the position: the bytes are wrong. */
    public MalformedContentException malformed(String problem) {
        return new MalformedContentException(problem, Location.of(name, offset()));
    }

    private int readThrough(byte[] target, int offset, int length) throws IOException {
        int count = in.read(target, offset, length);
        if (count < 0) {
            end();
        } else {
            bufferOffset += count;
        }
        return count;
    }

    private void fill(int count) throws IOException {
        Objects.checkIndex(count, MAX_LOOK_AHEAD + 1);
        System.arraycopy(buffer, position, buffer, 0, limit - position);
        bufferOffset += position;
        limit -= position;
        position = 0;
        while (limit < count) {
            int read = in.read(buffer, limit, CAPACITY - limit);
            if (read < 0) {
                end();
                return;
            }
            limit += read;
        }
    }

    private void end() {
        ended = true;
        Arrays.fill(buffer, limit, limit + PADDING, (byte) 0);
    }
}
