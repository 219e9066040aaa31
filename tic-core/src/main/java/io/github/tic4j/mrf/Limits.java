package io.github.tic4j.mrf;

/**
 * What a reader refuses to swallow. Each limit that is hit names itself in the error. The defaults are far above anything
 * that real files contain.
 *
 * @param maxDepth how deep JSON may nest; default 256
 * @param maxStringBytes how long one string may be; default 16 MiB
 * @param maxNumberBytes how long one number may be; default 400
 * @param maxPriceBytes how long one price may be; default 16 MiB
 * @param maxReferencesPerRate how many references one rate may hold; default 50 million
 * @param maxGroupNpis how many NPIs one group may hold; default 20 million
 * @param maxItemMemory how much of an item may wait in memory for its code before it is spilled; default 8 MiB
 * @param maxGroupMemory how much memory resolved groups may take before they are spilled; default 1 GiB
 * @param maxUnknownKeys how many distinct unknown keys are told apart; default 1,000
 */
public record Limits(
        int maxDepth,
        int maxStringBytes,
        int maxNumberBytes,
        int maxPriceBytes,
        int maxReferencesPerRate,
        int maxGroupNpis,
        int maxItemMemory,
        long maxGroupMemory,
        int maxUnknownKeys) {

    private static final Limits DEFAULTS =
            new Limits(256, 16 << 20, 400, 16 << 20, 50_000_000, 20_000_000, 8 << 20, 1L << 30, 1_000);

    /** Checks that every limit is positive. */
    public Limits {
        if (maxDepth < 16
                || maxStringBytes < 1
                || maxNumberBytes < 1
                || maxPriceBytes < 1
                || maxReferencesPerRate < 1
                || maxGroupNpis < 1
                || maxItemMemory < 1
                || maxGroupMemory < 1
                || maxUnknownKeys < 1) {
            throw new IllegalArgumentException("Limits must be positive and maxDepth at least 16: " + this);
        }
    }

    /** The defaults. */
    public static Limits defaults() {
        return DEFAULTS;
    }

    /** The defaults with a smaller appetite for memory: everything that may wait is spilled early. */
    public static Limits tight() {
        return new Limits(64, 1 << 20, 100, 1 << 20, 1_000_000, 1_000_000, 256 << 10, 16L << 20, 100);
    }
}
