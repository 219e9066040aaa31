package io.github.tic4j.collaboratemd;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How often a request is repeated that failed in passing: lost connections, time-outs, HTTP 408, 429 and 5xx, and answers
 * that cannot be read. A request that changes something is repeated only where it was certainly not carried out. The wait
 * before each repetition is random between nought and a bound that doubles each time; a Retry-After header counts instead
 * where it is longer.
 *
 * @param maxAttempts how often a request is sent at most; default 5
 * @param firstDelay the bound before the first repetition; default 1 s
 * @param maxDelay the largest bound; default 30 s
 */
public record RetryPolicy(int maxAttempts, Duration firstDelay, Duration maxDelay) {

    /** Checks the values. */
    public RetryPolicy {
        if (maxAttempts < 1 || firstDelay.isNegative() || maxDelay.compareTo(firstDelay) < 0) {
            throw new IllegalArgumentException("a retry policy has at least one attempt and growing delays");
        }
    }

    /** The defaults named above. */
    public static RetryPolicy defaults() {
        return new RetryPolicy(5, Duration.ofSeconds(1), Duration.ofSeconds(30));
    }

    /** Sends every request once. */
    public static RetryPolicy none() {
        return new RetryPolicy(1, Duration.ZERO, Duration.ZERO);
    }

    Duration delayAfter(int attempt, Optional<Duration> retryAfter) {
        long bound = Math.min(firstDelay.toMillis() << Math.min(attempt - 1, 20), maxDelay.toMillis());
        Duration random = Duration.ofMillis(ThreadLocalRandom.current().nextLong(bound + 1));
        return retryAfter.filter(wait -> wait.compareTo(random) > 0).orElse(random);
    }
}
