package io.github.tic4j.testing;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** One response, with the accident that befalls its body. */
final class Answer {

    static final long UNKNOWN_LENGTH = -1;
    private static final int SLICE = 64 * 1024;

    private final int status;
    private final byte[] content;
    private final int from;
    private final long length;
    private final Map<String, String> headers = new LinkedHashMap<>();
    private long cutAfter = Long.MAX_VALUE;
    private long pauseAt;
    private @Nullable CountDownLatch gate;
    private @Nullable CountDownLatch answerGate;

    private Answer(int status, byte[] content, int from, long length) {
        this.status = status;
        this.content = content;
        this.from = from;
        this.length = length;
    }

    static Answer of(int status, byte[] content, int from, long length) {
        return new Answer(status, content, from, length);
    }

    static Answer status(int status) {
        return new Answer(status, new byte[0], 0, 0);
    }

    /** Adds a header unless its value is {@code null}. */
    Answer with(String header, @Nullable String value) {
        if (value != null) {
            headers.put(header, value);
        }
        return this;
    }

    Answer cutAfter(long bytes) {
        cutAfter = bytes;
        return this;
    }

    Answer pausedAt(long bytes, @Nullable CountDownLatch until) {
        pauseAt = bytes;
        gate = until;
        return this;
    }

    Answer heldBackBy(@Nullable CountDownLatch until) {
        answerGate = until;
        return this;
    }

    /** @throws IOException to make the server break the connection */
    void send(HttpExchange exchange) throws IOException {
        if (answerGate != null) {
            await(answerGate);
        }
        headers.forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        boolean head = exchange.getRequestMethod().equals("HEAD");
        // The server reads a length of 0 as "in chunks" and -1 as "no body".
        exchange.sendResponseHeaders(status, head || length == 0 ? -1 : Math.max(0, length));
        if (!head && length != 0) {
            body(exchange.getResponseBody());
        }
        exchange.close();
    }

    private void body(OutputStream body) throws IOException {
        int available = content.length - from;
        int end = (int) Math.min(available, cutAfter);
        int first = gate == null ? end : (int) Math.min(end, pauseAt);
        write(body, from, from + first);
        if (gate != null) {
            body.flush();
            await(gate);
            write(body, from + first, from + end);
        }
        if (end < available || length > available) {
            body.flush();
            throw new IOException("cut off as asked");
        }
    }

    /** In slices, for the server copies what it is given in one piece. */
    private void write(OutputStream body, int start, int end) throws IOException {
        for (int at = start; at < end; at += SLICE) {
            body.write(content, at, Math.min(SLICE, end - at));
        }
    }

    private static void await(CountDownLatch gate) throws IOException {
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the server was closed while a body was paused");
        }
    }
}
