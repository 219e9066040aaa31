package io.github.tic4j.source;

import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The failures of one download in a row, and whether to go on. */
final class Patience {

    private static final Logger LOG = LoggerFactory.getLogger(Patience.class);

    /** Less than this between two breaks is no progress: else a server could hold a client forever with single bytes. */
    private static final long PROGRESS = 64 * 1024;

    private final String name;
    private final RetryPolicy policy;
    private final Timing timing;
    private int failures;
    private Instant firstFailure = Instant.EPOCH;
    private long bytes;

    Patience(String name, RetryPolicy policy, Timing timing) {
        this.name = name;
        this.policy = policy;
        this.timing = timing;
    }

    int failures() {
        return failures;
    }

    /** Notes that bytes arrived. */
    void progress(int count) {
        bytes += count;
        if (bytes >= PROGRESS) {
            failures = 0;
        }
    }

    /**
     * Notes a failure and waits for the next attempt.
     *
     * @param asked the wait that the server asks for, or {@code null}
     * @return whether another attempt is due
     */
    boolean endures(String failure, @Nullable Duration asked) throws InterruptedIOException {
        Instant now = timing.clock().instant();
        bytes = 0;
        failures++;
        if (failures == 1) {
            firstFailure = now;
        }
        if (failures >= policy.attempts()) {
            return false;
        }
        Duration delay = policy.delay(failures, timing.random().getAsDouble());
        if (asked != null && asked.compareTo(delay) > 0) {
            delay = asked;
        }
        if (now.plus(delay).isAfter(firstFailure.plus(policy.deadline()))) {
            return false;
        }
        LOG.info("{}: {}; attempt {} of {} in {}", name, failure, failures + 1, policy.attempts(), delay);
        try {
            timing.pause().sleep(delay);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while waiting to try again: " + name);
        }
        return true;
    }
}
