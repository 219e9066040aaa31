package io.github.tic4j.source;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How URLs are read.
 *
 * @param answerTimeout the longest wait for a connection and the head of the answer; default 30 seconds
 * @param stallTimeout the longest wait for the next byte of a body; default one minute
 * @param retries how often a request or a broken body is tried again; default {@link RetryPolicy#defaults()}
 * @param redirects the most redirects that are followed; default 10
 * @param downgrade whether a redirect may lead from https to http; default {@link Downgrade#REFUSED}
 * @param headers headers of every request; they are not sent to any other host that a redirect leads to
 * @param userAgent the {@code User-Agent}; default {@code tic4j}. Some hosts answer browsers only
 * @param addresses which addresses may be asked; default {@link AddressGuard#all()}
 */
public record HttpOptions(
        Duration answerTimeout,
        Duration stallTimeout,
        RetryPolicy retries,
        int redirects,
        Downgrade downgrade,
        Map<String, String> headers,
        String userAgent,
        AddressGuard addresses) {

    private static final HttpOptions DEFAULTS = new HttpOptions(
            Duration.ofSeconds(30),
            Duration.ofMinutes(1),
            RetryPolicy.defaults(),
            10,
            Downgrade.REFUSED,
            Map.of(),
            "tic4j",
            AddressGuard.all());

    /** What happens to a redirect from https to http, which gives up encryption. */
    public enum Downgrade {
        /** It is an error. */
        REFUSED,
        /** It is followed. */
        FOLLOWED
    }

    /**
     * Checks the ranges and copies the headers.
     *
     * @throws IllegalArgumentException if a timeout is not positive, the number of redirects is negative, or a header is
     *     malformed or one that the client sets itself
     */
    public HttpOptions {
        requirePositive(answerTimeout, "answerTimeout");
        requirePositive(stallTimeout, "stallTimeout");
        if (redirects < 0) {
            throw new IllegalArgumentException("redirects must not be negative, was " + redirects);
        }
        headers = Map.copyOf(headers);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost/"));
        request.header("User-Agent", userAgent);
        headers.forEach((name, value) -> {
            try {
                request.header(name, value);
            } catch (IllegalArgumentException e) {
                // Not the cause: its message may quote the value.
                throw new IllegalArgumentException("The header " + name + " is malformed or reserved");
            }
        });
    }

    /** The defaults named above. */
    public static HttpOptions defaults() {
        return DEFAULTS;
    }

    /** A builder that starts from the defaults. */
    public static Builder builder() {
        return DEFAULTS.toBuilder();
    }

    /** A builder that starts from these options. */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** The options without the values of the headers, which may be secret, and without the guard. */
    @Override
    public String toString() {
        return "HttpOptions[answerTimeout=" + answerTimeout + ", stallTimeout=" + stallTimeout + ", retries=" + retries
                + ", redirects=" + redirects + ", downgrade=" + downgrade + ", headers=" + headers.keySet()
                + ", userAgent=" + userAgent + "]";
    }

    private static void requirePositive(Duration timeout, String name) {
        if (timeout.isNegative() || timeout.isZero()) {
            throw new IllegalArgumentException(name + " must be positive, was " + timeout);
        }
    }

    /** Sets one option after the other. */
    public static final class Builder {

        private Duration answerTimeout;
        private Duration stallTimeout;
        private RetryPolicy retries;
        private int redirects;
        private Downgrade downgrade;
        private final Map<String, String> headers;
        private String userAgent;
        private AddressGuard addresses;

        private Builder(HttpOptions from) {
            answerTimeout = from.answerTimeout;
            stallTimeout = from.stallTimeout;
            retries = from.retries;
            redirects = from.redirects;
            downgrade = from.downgrade;
            headers = new LinkedHashMap<>(from.headers);
            userAgent = from.userAgent;
            addresses = from.addresses;
        }

        /** The longest wait for a connection and the head of the answer. */
        public Builder answerTimeout(Duration timeout) {
            answerTimeout = timeout;
            return this;
        }

        /** The longest wait for the next byte of a body. */
        public Builder stallTimeout(Duration timeout) {
            stallTimeout = timeout;
            return this;
        }

        /** How often a request or a broken body is tried again. */
        public Builder retries(RetryPolicy policy) {
            retries = policy;
            return this;
        }

        /** The most redirects that are followed. */
        public Builder redirects(int most) {
            redirects = most;
            return this;
        }

        /** Whether a redirect may lead from https to http. */
        public Builder downgrade(Downgrade choice) {
            downgrade = choice;
            return this;
        }

        /** Adds a header to every request to the host of the URL. */
        public Builder header(String name, String value) {
            headers.put(name, value);
            return this;
        }

        /** The {@code User-Agent}. */
        public Builder userAgent(String value) {
            userAgent = value;
            return this;
        }

        /** Which addresses may be asked. */
        public Builder addresses(AddressGuard guard) {
            addresses = guard;
            return this;
        }

        /**
         * The options.
         *
         * @throws IllegalArgumentException as the constructor does
         */
        public HttpOptions build() {
            return new HttpOptions(
                    answerTimeout, stallTimeout, retries, redirects, downgrade, headers, userAgent, addresses);
        }
    }
}
