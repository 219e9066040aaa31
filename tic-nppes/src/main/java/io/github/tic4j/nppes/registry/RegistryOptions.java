package io.github.tic4j.nppes.registry;

import java.net.URI;
import java.time.Duration;

/**
 * How to use the registry.
 *
 * @param baseUri where it is; default the public registry
 * @param requestsPerSecond how many requests to send at most, evenly spaced; default 10, about what the registry is known to
 *     bear
 * @param concurrency how many requests may be under way at once; default 5
 * @param attempts how often to try a request in all; default 4
 * @param timeout how long to wait for one answer; default 30 seconds
 * @param deadline how long to go on trying, pauses included; default 2 minutes
 * @param userAgent how to introduce oneself; default {@code tic4j}
 */
public record RegistryOptions(
        URI baseUri,
        double requestsPerSecond,
        int concurrency,
        int attempts,
        Duration timeout,
        Duration deadline,
        String userAgent) {

    private static final RegistryOptions DEFAULTS = new RegistryOptions(
            URI.create("https://npiregistry.cms.hhs.gov/api/"),
            10,
            5,
            4,
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            "tic4j");

    /** Checks all of them. */
    public RegistryOptions {
        check(baseUri.getScheme() != null && baseUri.getHost() != null, "baseUri is an absolute http URI", baseUri);
        check(baseUri.getQuery() == null, "baseUri has no query", baseUri);
        check(
                requestsPerSecond > 0 && requestsPerSecond <= 1000,
                "requestsPerSecond is in (0, 1000]",
                requestsPerSecond);
        check(concurrency > 0, "concurrency is at least 1", concurrency);
        check(attempts > 0, "attempts is at least 1", attempts);
        check(isPositive(timeout), "timeout is positive", timeout);
        check(isPositive(deadline), "deadline is positive", deadline);
        check(!userAgent.isBlank(), "userAgent is not blank", userAgent);
    }

    /** The defaults. */
    public static RegistryOptions defaults() {
        return DEFAULTS;
    }

    /** A builder that starts from the defaults. */
    public static Builder builder() {
        return DEFAULTS.toBuilder();
    }

    /** A builder that starts from these. */
    public Builder toBuilder() {
        return new Builder(this);
    }

    private static boolean isPositive(Duration duration) {
        return !duration.isZero() && !duration.isNegative();
    }

    private static void check(boolean holds, String rule, Object value) {
        if (!holds) {
            throw new IllegalArgumentException("Registry option: " + rule + ", not " + value);
        }
    }

    /** Changes some options; they are checked when built. */
    public static final class Builder {

        private URI baseUri;
        private double requestsPerSecond;
        private int concurrency;
        private int attempts;
        private Duration timeout;
        private Duration deadline;
        private String userAgent;

        private Builder(RegistryOptions options) {
            baseUri = options.baseUri;
            requestsPerSecond = options.requestsPerSecond;
            concurrency = options.concurrency;
            attempts = options.attempts;
            timeout = options.timeout;
            deadline = options.deadline;
            userAgent = options.userAgent;
        }

        /** Where the registry is. */
        public Builder baseUri(URI value) {
            baseUri = value;
            return this;
        }

        /** How many requests to send a second at most. */
        public Builder requestsPerSecond(double value) {
            requestsPerSecond = value;
            return this;
        }

        /** How many requests may be under way at once. */
        public Builder concurrency(int value) {
            concurrency = value;
            return this;
        }

        /** How often to try a request in all. */
        public Builder attempts(int value) {
            attempts = value;
            return this;
        }

        /** How long to wait for one answer. */
        public Builder timeout(Duration value) {
            timeout = value;
            return this;
        }

        /** How long to go on trying. */
        public Builder deadline(Duration value) {
            deadline = value;
            return this;
        }

        /** How to introduce oneself. */
        public Builder userAgent(String value) {
            userAgent = value;
            return this;
        }

        /**
         * The options.
         *
         * @throws IllegalArgumentException if one is out of bounds; the message names it
         */
        public RegistryOptions build() {
            return new RegistryOptions(baseUri, requestsPerSecond, concurrency, attempts, timeout, deadline, userAgent);
        }
    }
}
