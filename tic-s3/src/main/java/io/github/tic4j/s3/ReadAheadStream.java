package io.github.tic4j.s3;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * One object from its first byte to its last. Opening fetches the first megabyte, which is all that a look at the head
 * costs; whoever reads on has twelve ranges of 2 MiB fetched ahead at a time, so that at most 26 MiB are held. Many small
 * ranges rather than few large ones, because what a store gives one connection is the limit more often than the line.
 */
final class ReadAheadStream extends InputStream {

    private static final int HEAD = 1 << 20;
    private static final int RANGE = 2 << 20;
    private static final int AHEAD = 12;

    private static final Chunk NOTHING = new Chunk(new byte[0], 0);

    private final RangeReader ranges;
    private final Executor readers;
    private final Deque<FutureTask<Chunk>> ahead = new ArrayDeque<>();
    private final Queue<byte[]> spareArrays = new ConcurrentLinkedQueue<>();
    private Chunk current;
    private int position;
    private long next;
    private volatile boolean closed;

    /** Opens the object and reads its head. */
    ReadAheadStream(S3Client client, S3Location location, Backoff backoff, Executor readers) throws IOException {
        this.ranges = new RangeReader(client, location, backoff, () -> closed);
        this.readers = readers;
        byte[] head = new byte[HEAD];
        this.current = new Chunk(head, ranges.read(0, head));
        this.next = current.length;
    }

    @Override
    public int read() throws IOException {
        return position < current.length || advance() ? current.bytes[position++] & 0xff : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        if (length == 0) {
            return 0;
        }
        if (position == current.length && !advance()) {
            return -1;
        }
        int taken = Math.min(length, current.length - position);
        System.arraycopy(current.bytes, position, bytes, offset, taken);
        position += taken;
        return taken;
    }

    @Override
    public int available() {
        return current.length - position;
    }

    @Override
    public void close() {
        closed = true;
        ahead.clear();
        spareArrays.clear();
        current = NOTHING;
        position = 0;
    }

    private boolean advance() throws IOException {
        if (closed) {
            throw new IOException("The stream is closed");
        }
        if (current.bytes.length == RANGE) {
            spareArrays.add(current.bytes);
        }
        current = NOTHING;
        position = 0;
        fetchAhead();
        FutureTask<Chunk> task = ahead.peek();
        if (task == null) {
            return false;
        }
        // A task that failed stays first and fails again: nothing behind a gap is ever delivered.
        current = Transfers.await(task);
        ahead.remove();
        fetchAhead();
        return true;
    }

    private void fetchAhead() {
        while (ahead.size() < AHEAD && next < ranges.size()) {
            long from = next;
            int length = (int) Math.min(RANGE, ranges.size() - from);
            FutureTask<Chunk> task = new FutureTask<>(() -> fetch(from, length));
            readers.execute(task);
            ahead.add(task);
            next += length;
        }
    }

    private Chunk fetch(long from, int length) throws IOException {
        byte[] spare = length == RANGE ? spareArrays.poll() : null;
        byte[] bytes = spare != null ? spare : new byte[length];
        return new Chunk(bytes, ranges.read(from, bytes));
    }

    private static final class Chunk {
        private final byte[] bytes;
        private final int length;

        Chunk(byte[] bytes, int length) {
            this.bytes = bytes;
            this.length = length;
        }
    }
}
