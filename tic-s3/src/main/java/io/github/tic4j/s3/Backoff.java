package io.github.tic4j.s3;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.ThreadLocalRandom;

/** The wait before something is tried again. */
interface Backoff {

    /** From a tenth of a second, doubled with each try up to five seconds, of which a random half or more is waited. */
    Backoff EXPONENTIAL = attempt -> {
        long whole = Math.min(5_000, 50L << Math.min(attempt, 10));
        try {
            Thread.sleep(whole / 2 + ThreadLocalRandom.current().nextLong(whole / 2 + 1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting to try again");
        }
    };

    /**
     * Waits.
     *
     * @param attempt how often it was tried
     */
    void await(int attempt) throws IOException;
}
