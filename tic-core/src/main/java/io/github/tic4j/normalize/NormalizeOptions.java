package io.github.tic4j.normalize;

import io.github.tic4j.read.ReadOptions;

/**
 * How files are normalised.
 *
 * @param reading how they are read; provider groups are always resolved
 * @param review looks at every price before it is written; the default is {@link Review#NONE}
 * @param rateIds which identifiers {@code rates} gets; the default is none, since they take more room than all else
 * @param maxPrices after how many written prices a file is left; the default is not to leave it
 * @param maxDistinctMemory about how many bytes may be spent to know what a file's tables have already; beyond it rows of
 *     provider tables may be written twice, which is counted as {@code distinct-memory-exceeded} and mended by consolidation.
 *     The default is an eighth of the heap, and at most 512 MiB
 */
public record NormalizeOptions(
        ReadOptions reading, Review review, RateIds rateIds, long maxPrices, long maxDistinctMemory) {

    private static final NormalizeOptions DEFAULTS = new Builder().build();
    private static final long LEAST_MEMORY = 256 << 10;

    /** The identifiers of prices. */
    public enum RateIds {
        /** None. */
        NONE,
        /** {@code rate_id}: a hash of all that was published. */
        LOSSLESS,
        /** {@code rate_id}, and {@code rate_uuid} by the original pipeline's rule. */
        LOSSLESS_AND_ORIGINAL
    }

    /** Checks the limits and lets groups be resolved. */
    public NormalizeOptions {
        if (maxPrices < 1) {
            throw new IllegalArgumentException("maxPrices must be at least 1, was " + maxPrices);
        }
        if (maxDistinctMemory < LEAST_MEMORY) {
            throw new IllegalArgumentException(
                    "maxDistinctMemory must be at least " + LEAST_MEMORY + ", was " + maxDistinctMemory);
        }
        reading = reading.toBuilder().groups(ReadOptions.Groups.RESOLVED).build();
    }

    /** Everything is read and written; prices get no ids. */
    public static NormalizeOptions defaults() {
        return DEFAULTS;
    }

    /** A builder that starts with the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects options. */
    public static final class Builder {
        private ReadOptions reading = ReadOptions.defaults();
        private Review review = Review.NONE;
        private RateIds rateIds = RateIds.NONE;
        private long maxPrices = Long.MAX_VALUE;
        private long maxDistinctMemory =
                Math.max(LEAST_MEMORY, Math.min(512L << 20, Runtime.getRuntime().maxMemory() / 8));

        private Builder() {}

        /** Sets {@link NormalizeOptions#reading}. */
        public Builder reading(ReadOptions value) {
            reading = value;
            return this;
        }

        /** Sets {@link NormalizeOptions#review}. */
        public Builder review(Review value) {
            review = value;
            return this;
        }

        /** Sets {@link NormalizeOptions#rateIds}. */
        public Builder rateIds(RateIds value) {
            rateIds = value;
            return this;
        }

        /** Sets {@link NormalizeOptions#maxPrices}. */
        public Builder maxPrices(long value) {
            maxPrices = value;
            return this;
        }

        /** Sets {@link NormalizeOptions#maxDistinctMemory}. */
        public Builder maxDistinctMemory(long value) {
            maxDistinctMemory = value;
            return this;
        }

        /** The options. */
        public NormalizeOptions build() {
            return new NormalizeOptions(reading, review, rateIds, maxPrices, maxDistinctMemory);
        }
    }
}
