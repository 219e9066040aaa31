package io.github.tic4j.source;

import java.time.Duration;

/**
 * How often, and how long, something is tried again. Delays double from the first to the longest, each shortened at random
 * by up to half so that many clients do not return at once. A series ends with the first success; a download that goes on
 * counts as one.
 *
 * @param attempts the most attempts in a row that may fail, the first included; default 5
 * @param firstDelay the wait before the second attempt; default one second
 * @param longestDelay the longest wait that is chosen here; default one minute. A server that asks for a longer one gets it
 * @param deadline the longest that a series may last from its first failure; default ten minutes
 */
public record RetryPolicy(int attempts, Duration firstDelay, Duration longestDelay, Duration deadline) {

    private static final RetryPolicy DEFAULTS =
            new RetryPolicy(5, Duration.ofSeconds(1), Duration.ofMinutes(1), Duration.ofMinutes(10));

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if there is less than one attempt or a duration is negative
     */
    public RetryPolicy {
        if (attempts < 1) {
            throw new IllegalArgumentException("attempts must be at least 1, was " + attempts);
        }
        if (firstDelay.isNegative() || longestDelay.isNegative() || deadline.isNegative()) {
            throw new IllegalArgumentException(
                    "delays must not be negative: " + firstDelay + ", " + longestDelay + ", " + deadline);
        }
    }

    /** Five attempts in ten minutes. */
    public static RetryPolicy defaults() {
        return DEFAULTS;
    }

    /** One attempt. */
    public static RetryPolicy none() {
        return new RetryPolicy(1, Duration.ZERO, Duration.ZERO, Duration.ZERO);
    }

    /** The wait after this many failures in a row, for a random number from 0 to 1. */
    Duration delay(int failures, double random) {
        int doublings = Math.min(failures - 1, 30);
        long full = Math.min(longestDelay.toMillis(), firstDelay.toMillis() << doublings);
        return Duration.ofMillis((long) (full * (1 - random / 2)));
    }
}
