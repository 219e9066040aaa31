package io.github.tic4j.read;

import io.github.tic4j.internal.inflate.BulkStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Reads another stream on a thread of its own, a few buffers ahead. The buffers go round; a slow reader stops the thread.
 * What the other stream throws is thrown to the reader, behind the bytes that came before it. The first buffer is filled
 * by the reader itself, so that a short stream needs no thread.
 */
final class ReadAheadStream extends BulkStream {

    private static final int BUFFER = 256 << 10;
    private static final int BUFFERS = 6;

    private final InputStream in;
    private final String name;
    private final BlockingQueue<Chunk> filled = new ArrayBlockingQueue<>(BUFFERS);
    private final BlockingQueue<Chunk> free = new ArrayBlockingQueue<>(BUFFERS);
    private @Nullable Thread thread;
    private @Nullable Chunk current;
    private int position;
    private boolean closed;

    ReadAheadStream(InputStream in, String name) {
        this.in = in;
        this.name = name;
    }

    private void fillAhead() {
        try {
            for (boolean more = true; more; ) {
                Chunk chunk = free.take();
                more = chunk.fill(in);
                filled.put(chunk);
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (closed) {
            throw new IOException("The stream is closed: " + name);
        }
        if (length == 0) {
            return 0;
        }
        Chunk chunk = current == null ? firstChunk() : current;
        while (position == chunk.length) {
            if (chunk.isLast()) {
                chunk.rethrow();
                return -1;
            }
            chunk = nextChunk(chunk);
        }
        int count = Math.min(length, chunk.length - position);
        System.arraycopy(chunk.bytes, position, into, offset, count);
        position += count;
        return count;
    }

    private Chunk firstChunk() {
        Chunk first = new Chunk();
        first.fill(in);
        current = first;
        return first;
    }

    private Chunk nextChunk(Chunk used) throws IOException {
        try {
            if (thread == null) {
                start();
            }
            free.put(used);
            Chunk next = filled.take();
            current = next;
            position = 0;
            return next;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while waiting for input");
        }
    }

    private void start() {
        for (int i = 1; i < BUFFERS; i++) {
            free.add(new Chunk());
        }
        Thread ahead = new Thread(this::fillAhead, "tic4j-read-ahead " + name);
        ahead.setDaemon(true);
        ahead.start();
        thread = ahead;
    }

    /** Stops the thread and waits until it no longer touches the other stream, which stays open. */
    @Override
    public void close() throws IOException {
        closed = true;
        Thread ahead = thread;
        if (ahead == null) {
            return;
        }
        ahead.interrupt();
        try {
            ahead.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** A buffer and how the stream went on behind it. */
    private static final class Chunk {
        final byte[] bytes = new byte[BUFFER];
        int length;
        boolean end;

        @Nullable
        IOException failure;

        @Nullable
        RuntimeException fault;

        /** Fills the buffer; whether the stream goes on. */
        boolean fill(InputStream in) {
            length = 0;
            end = false;
            try {
                while (length < bytes.length) {
                    int read = in.read(bytes, length, bytes.length - length);
                    if (read < 0) {
                        end = true;
                        return false;
                    }
                    length += read;
                }
            } catch (IOException broken) {
                failure = broken;
            } catch (RuntimeException broken) {
                fault = broken;
            } catch (Error broken) {
                failure = new IOException(
                        "Reading ahead failed: " + broken, broken); // else the reader would wait for ever
            }
            return !isLast();
        }

        boolean isLast() {
            return end || failure != null || fault != null;
        }

        void rethrow() throws IOException {
            if (failure != null) {
                throw failure;
            }
            if (fault != null) {
                throw fault;
            }
        }
    }
}
