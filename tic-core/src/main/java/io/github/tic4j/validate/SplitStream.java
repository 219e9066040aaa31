package io.github.tic4j.validate;

import io.github.tic4j.internal.inflate.BulkStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A stream that is read twice at once: whatever is read from it can be read from {@link #second} by another thread. Who
 * reads first is at most some buffers ahead; when the second is closed, the first goes on alone.
 */
final class SplitStream extends BulkStream {

    private static final int MOST_WAITING = 8;

    private final InputStream in;
    private final Second second = new Second();
    private final Deque<Chunk> waiting = new ArrayDeque<>();
    private final Deque<byte[]> free = new ArrayDeque<>();
    private boolean secondClosed;
    private boolean ended;

    SplitStream(InputStream in) {
        this.in = in;
    }

    /** The other side. */
    InputStream second() {
        return second;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int count = in.read(into, offset, length);
        if (count > 0 && isSplit()) {
            byte[] copy = buffer(count);
            System.arraycopy(into, offset, copy, 0, count);
            hand(new Chunk(copy, count));
        }
        return count;
    }

    /** Reads what is left, for the other side. */
    void drain() throws IOException {
        byte[] buffer = new byte[1 << 16];
        int count = 0;
        while (count >= 0) {
            count = read(buffer, 0, buffer.length);
        }
    }

    /** Ends the other side behind what it has been handed. */
    @Override
    public synchronized void close() {
        ended = true;
        notifyAll();
    }

    private synchronized boolean isSplit() {
        return !secondClosed;
    }

    private synchronized byte[] buffer(int length) {
        byte[] used = free.poll();
        return used != null && used.length >= length ? used : new byte[length];
    }

    private synchronized void hand(Chunk chunk) throws IOException {
        try {
            while (waiting.size() >= MOST_WAITING && !secondClosed) {
                wait();
            }
        } catch (InterruptedException interrupted) {
            throw interrupted();
        }
        if (!secondClosed) {
            waiting.add(chunk);
            notifyAll();
        }
    }

    /** The next bytes for the other side, in exchange for those it has used; none at the end. */
    private synchronized Chunk take(Chunk used) throws IOException {
        free.add(used.bytes);
        try {
            while (waiting.isEmpty() && !ended) {
                wait();
            }
        } catch (InterruptedException interrupted) {
            throw interrupted();
        }
        Chunk next = waiting.isEmpty() ? Chunk.NONE : waiting.remove();
        notifyAll();
        return next;
    }

    private static IOException interrupted() {
        Thread.currentThread().interrupt();
        return new InterruptedIOException("Interrupted while waiting for the other reader");
    }

    private synchronized void closeSecond() {
        secondClosed = true;
        waiting.clear();
        free.clear();
        notifyAll();
    }

    /** Some bytes. */
    private static final class Chunk {
        static final Chunk NONE = new Chunk(new byte[0], 0);

        final byte[] bytes;
        final int length;

        Chunk(byte[] bytes, int length) {
            this.bytes = bytes;
            this.length = length;
        }
    }

    private final class Second extends BulkStream {
        private Chunk current = Chunk.NONE;
        private int position;

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (position == current.length) {
                current = take(current);
                position = 0;
            }
            if (current.length == 0) {
                return -1;
            }
            int count = Math.min(length, current.length - position);
            System.arraycopy(current.bytes, position, into, offset, count);
            position += count;
            return count;
        }

        @Override
        public void close() {
            closeSecond();
        }
    }
}
