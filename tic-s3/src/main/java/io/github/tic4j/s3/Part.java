package io.github.tic4j.s3;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/** The bytes of one part until the store has them. Filled by one thread, then read by another, as often as it takes. */
abstract sealed class Part implements Closeable permits HeapPart, FilePart {

    private final int number;
    private final long limit;
    private final S3Checksum.Running checksum;
    private long size;

    Part(int number, long limit, S3Checksum checksum) {
        this.number = number;
        this.limit = limit;
        this.checksum = checksum.start();
    }

    /** Takes as much as there is room for, and says how much that was. */
    final int fill(byte[] bytes, int offset, int length) throws IOException {
        int taken = (int) Math.min(length, limit - size);
        append(bytes, offset, taken);
        checksum.update(bytes, offset, taken);
        size += taken;
        return taken;
    }

    final int number() {
        return number;
    }

    final long size() {
        return size;
    }

    final boolean isFull() {
        return size == limit;
    }

    /** Ends the filling. */
    final String checksum() {
        return checksum.base64();
    }

    abstract void append(byte[] bytes, int offset, int length) throws IOException;

    /** A new stream over the part from its first byte. */
    abstract InputStream open() throws IOException;

    /** Gives back what holds the bytes. */
    @Override
    public abstract void close() throws IOException;
}
