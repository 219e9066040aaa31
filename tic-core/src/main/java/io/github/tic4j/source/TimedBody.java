package io.github.tic4j.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The body of an answer as a stream that gives up when no byte comes for a while. The client's own stream waits forever.
 * Closing it early breaks the connection off.
 */
final class TimedBody extends InputStream implements HttpResponse.BodySubscriber<InputStream> {

    /** Deliveries that may wait to be read: enough to keep a connection busy, a few hundred kilobytes at most. */
    private static final int AHEAD = 8;

    private final Duration stallTimeout;
    private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
    private final ArrayDeque<ByteBuffer> buffers = new ArrayDeque<>();
    private boolean ended;
    private volatile Flow.@Nullable Subscription subscription;
    private volatile boolean closed;

    TimedBody(Duration stallTimeout) {
        this.stallTimeout = stallTimeout;
    }

    @Override
    public CompletionStage<InputStream> getBody() {
        return CompletableFuture.completedFuture(this);
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        if (closed) {
            given.cancel();
        } else {
            given.request(AHEAD);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> delivered) {
        signals.add(new Signal(delivered, null));
    }

    @Override
    public void onError(Throwable cause) {
        signals.add(new Signal(null, cause));
    }

    @Override
    public void onComplete() {
        signals.add(new Signal(null, null));
    }

    @Override
    public int read() throws IOException {
        byte[] single = new byte[1];
        return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
    }

    @Override
    public int read(byte[] to, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, to.length);
        if (length == 0) {
            return 0;
        }
        ByteBuffer buffer = current();
        if (buffer == null) {
            return -1;
        }
        int count = Math.min(length, buffer.remaining());
        buffer.get(to, offset, count);
        return count;
    }

    @Override
    public int available() {
        ByteBuffer next = buffers.peek();
        return next == null ? 0 : next.remaining();
    }

    @Override
    public void close() {
        closed = true;
        // Wakes a reader in another thread.
        signals.add(new Signal(null, null));
        Flow.Subscription current = subscription;
        if (current != null) {
            current.cancel();
        }
    }

    /** The buffer to read from, or {@code null} at the end. */
    private @Nullable ByteBuffer current() throws IOException {
        while (true) {
            if (closed) {
                throw new IOException("The stream is closed");
            }
            ByteBuffer buffer = buffers.peek();
            if (buffer != null && buffer.hasRemaining()) {
                return buffer;
            }
            if (buffer != null) {
                buffers.remove();
            } else if (ended) {
                return null;
            } else {
                take();
            }
        }
    }

    private void take() throws IOException {
        Signal signal;
        try {
            signal = signals.poll(stallTimeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while reading");
        }
        if (signal == null) {
            throw new HttpTimeoutException("no byte for " + stallTimeout.toMillis() + " ms");
        }
        if (closed) {
            return;
        }
        if (signal.failure != null) {
            throw new IOException("the connection broke: " + signal.failure.getMessage(), signal.failure);
        }
        if (signal.delivered == null) {
            ended = true;
        } else {
            buffers.addAll(signal.delivered);
            Flow.Subscription current = subscription;
            if (current != null) {
                current.request(1);
            }
        }
    }

    /**
     * What the client reports.
     *
     * @param delivered bytes, or {@code null} at the end
     * @param failure what broke the body, or {@code null}
     */
    private record Signal(
            @Nullable List<ByteBuffer> delivered, @Nullable Throwable failure) {}
}
