package io.github.tic4j.nppes.backfill;

import java.time.Duration;

/**
 * For how long an answer counts. Failures are never kept.
 *
 * @param found default 30 days
 * @param notFound default 7 days
 * @param deactivated default 90 days
 */
public record CacheLifetimes(Duration found, Duration notFound, Duration deactivated) {

    private static final CacheLifetimes DEFAULTS =
            new CacheLifetimes(Duration.ofDays(30), Duration.ofDays(7), Duration.ofDays(90));

    /** Refuses negative ones. */
    public CacheLifetimes {
        if (found.isNegative() || notFound.isNegative() || deactivated.isNegative()) {
            throw new IllegalArgumentException("A lifetime is not negative");
        }
    }

    /** The defaults. */
    public static CacheLifetimes defaults() {
        return DEFAULTS;
    }
}
