package io.github.tic4j.testing;

import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * How a {@link LoopbackServer} answers at one path. By default as a good server does: with the content, its length, an
 * {@code ETag} and ranges. Every setting may change between two requests; those that name a number of times wear off.
 */
public final class ServedResource {

    private byte[] content;
    private int version = 1;
    private boolean ranges = true;
    private boolean etag = true;
    private boolean lastModified;
    private boolean lengthKnown = true;
    private long surplusLength;
    private String contentType = "application/octet-stream";
    private @Nullable String contentEncoding;
    private @Nullable String location;
    private int redirectStatus;
    private int failures;
    private int failureStatus;
    private @Nullable String retryAfter;
    private int cuts;
    private long cutAfter;
    private @Nullable CountDownLatch answerGate;
    private long gateAt;
    private @Nullable CountDownLatch gate;
    private int requestsLeft = Integer.MAX_VALUE;
    private @Nullable String requiredQuery;
    private @Nullable String contentRange;

    ServedResource(byte[] content) {
        this.content = content;
    }

    /** Another content from now on, with another validator. */
    public synchronized ServedResource content(byte[] value) {
        content = value;
        version++;
        return this;
    }

    /** Ignores {@code Range} headers. */
    public synchronized ServedResource withoutRanges() {
        ranges = false;
        return this;
    }

    /** Sends no {@code ETag} and no {@code Last-Modified}. */
    public synchronized ServedResource withoutValidator() {
        etag = false;
        lastModified = false;
        return this;
    }

    /** Sends {@code Last-Modified} in place of an {@code ETag}. */
    public synchronized ServedResource withLastModified() {
        etag = false;
        lastModified = true;
        return this;
    }

    /** Sends the body in chunks, with no {@code Content-Length}. */
    public synchronized ServedResource withoutLength() {
        lengthKnown = false;
        return this;
    }

    /** Promises this many bytes more than there are. */
    public synchronized ServedResource withSurplusLength(long bytes) {
        surplusLength = bytes;
        return this;
    }

    /** Answers ranges with this {@code Content-Range}, right or wrong. */
    public synchronized ServedResource withContentRange(String value) {
        contentRange = value;
        return this;
    }

    /** The {@code Content-Type}. */
    public synchronized ServedResource contentType(String value) {
        contentType = value;
        return this;
    }

    /** The {@code Content-Encoding}; the content is sent as it is. */
    public synchronized ServedResource contentEncoding(String value) {
        contentEncoding = value;
        return this;
    }

    /** Redirects to a URL, absolute or relative. */
    public synchronized ServedResource redirect(int status, String to) {
        redirectStatus = status;
        location = to;
        return this;
    }

    /** Answers the next requests with an error, and a {@code Retry-After} unless it is {@code null}. */
    public synchronized ServedResource fail(int status, int times, @Nullable String after) {
        failureStatus = status;
        failures = times;
        retryAfter = after;
        return this;
    }

    /** Breaks the connection in the next bodies, each after this many of its bytes. */
    public synchronized ServedResource cut(long afterBytes, int times) {
        cutAfter = afterBytes;
        cuts = times;
        return this;
    }

    /** Stops in the middle of each body until the latch opens. */
    public synchronized ServedResource pause(long afterBytes, CountDownLatch until) {
        gateAt = afterBytes;
        gate = until;
        return this;
    }

    /** Keeps each answer back until the latch opens. */
    public synchronized ServedResource pauseAnswer(CountDownLatch until) {
        answerGate = until;
        return this;
    }

    /** Answers 403 after this many requests, as a signed link does that has run out. */
    public synchronized ServedResource expireAfter(int requests) {
        requestsLeft = requests;
        return this;
    }

    /** Answers 403 unless the query is this one. */
    public synchronized ServedResource requireQuery(String query) {
        requiredQuery = query;
        return this;
    }

    /** What to do with one request; takes one off each setting that wears off. */
    synchronized Answer answer(@Nullable String query, @Nullable String range, @Nullable String ifRange) {
        if (failures > 0) {
            failures--;
            return Answer.status(failureStatus).with("Retry-After", retryAfter);
        }
        if (location != null) {
            return Answer.status(redirectStatus).with("Location", location);
        }
        if (requestsLeft-- <= 0 || (requiredQuery != null && !requiredQuery.equals(query))) {
            return Answer.status(403);
        }
        Answer answer = body(range, ifRange);
        if (cuts > 0) {
            cuts--;
            answer = answer.cutAfter(cutAfter);
        }
        return answer.pausedAt(gateAt, gate).heldBackBy(answerGate);
    }

    private Answer body(@Nullable String range, @Nullable String ifRange) {
        int from = 0;
        int status = 200;
        String sentRange = null;
        if (ranges && range != null && (ifRange == null || ifRange.equals(validator()))) {
            from = Integer.parseInt(range.substring("bytes=".length(), range.indexOf('-')));
            if (from >= content.length) {
                return Answer.status(416).with("Content-Range", "bytes */" + content.length);
            }
            status = 206;
            sentRange = contentRange != null
                    ? contentRange
                    : "bytes " + from + "-" + (content.length - 1) + "/" + content.length;
        }
        long length = lengthKnown ? content.length - from + surplusLength : Answer.UNKNOWN_LENGTH;
        return Answer.of(status, content, from, length)
                .with("Content-Range", sentRange)
                .with("Accept-Ranges", ranges ? "bytes" : null)
                .with("Content-Type", contentType)
                .with("Content-Encoding", contentEncoding)
                .with(etag ? "ETag" : "Last-Modified", validator());
    }

    private @Nullable String validator() {
        if (etag) {
            return "\"v" + version + "\"";
        }
        return lastModified ? "Thu, 0" + version + " Oct 2026 00:00:00 GMT" : null;
    }
}
