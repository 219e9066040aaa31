package io.github.tic4j.mrf;

/**
 * What a reader refuses to swallow. Each limit that is hit names itself in the error. The defaults are far above anything
 * that real files contain.
 *
 * @param maxDepth how deep JSON may nest; default 256
 * @param maxStringBytes how long one string may be; default 4 MiB
 * @param maxNumberBytes how long one number may be; default 400
 * @param maxPriceBytes how long one price may be; default 4 MiB
 * @param maxListItems how many texts one list, and how many groups one reference or rate may hold; default 200,000
 * @param maxReferencesPerRate how many references one rate may hold; default 4 million
 * @param maxGroupNpis how many NPIs the groups of one reference or rate may hold together; default 2 million
 * @param maxItemMemory how much of an item may wait in memory for its code before it is spilled; default a sixteenth of the heap, and at
 *     most 8 MiB
 * @param maxGroupMemory how much memory resolved groups may take before they are spilled; default a quarter of the heap, and
 *     at most 1 GiB
 * @param maxUnknownKeys how many distinct unknown keys are told apart; default 1,000
 * @param maxPlansPerFile how many plans may link to one file of an index; default 1 million
 */
public record Limits(
        int maxDepth,
        int maxStringBytes,
        int maxNumberBytes,
        int maxPriceBytes,
        int maxListItems,
        int maxReferencesPerRate,
        int maxGroupNpis,
        int maxItemMemory,
        long maxGroupMemory,
        int maxUnknownKeys,
        int maxPlansPerFile) {

    private static final Limits DEFAULTS = new Limits(
            256,
            4 << 20,
            400,
            4 << 20,
            200_000,
            4_000_000,
            2_000_000,
            (int) Math.min(8 << 20, Runtime.getRuntime().maxMemory() / 16),
            Math.min(1L << 30, Runtime.getRuntime().maxMemory() / 4),
            1_000,
            1_000_000);

    /** Checks that every limit is positive. */
    public Limits {
        if (maxDepth < 16
                || maxStringBytes < 1
                || maxNumberBytes < 1
                || maxPriceBytes < 1
                || maxListItems < 1
                || maxReferencesPerRate < 1
                || maxGroupNpis < 1
                || maxItemMemory < 1
                || maxGroupMemory < 1
                || maxUnknownKeys < 1
                || maxPlansPerFile < 1) {
            throw new IllegalArgumentException("Limits must be positive and maxDepth at least 16: " + this);
        }
    }

    /** The defaults. */
    public static Limits defaults() {
        return DEFAULTS;
    }

    /** A builder that starts with the defaults. */
    public static Builder builder() {
        return new Builder(DEFAULTS);
    }

    /** A builder that starts with these limits. */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** Collects limits. */
    public static final class Builder {
        private int maxDepth;
        private int maxStringBytes;
        private int maxNumberBytes;
        private int maxPriceBytes;
        private int maxListItems;
        private int maxReferencesPerRate;
        private int maxGroupNpis;
        private int maxItemMemory;
        private long maxGroupMemory;
        private int maxUnknownKeys;
        private int maxPlansPerFile;

        private Builder(Limits from) {
            maxDepth = from.maxDepth;
            maxStringBytes = from.maxStringBytes;
            maxNumberBytes = from.maxNumberBytes;
            maxPriceBytes = from.maxPriceBytes;
            maxListItems = from.maxListItems;
            maxReferencesPerRate = from.maxReferencesPerRate;
            maxGroupNpis = from.maxGroupNpis;
            maxItemMemory = from.maxItemMemory;
            maxGroupMemory = from.maxGroupMemory;
            maxUnknownKeys = from.maxUnknownKeys;
            maxPlansPerFile = from.maxPlansPerFile;
        }

        /** Sets {@link Limits#maxDepth}. */
        public Builder maxDepth(int value) {
            maxDepth = value;
            return this;
        }

        /** Sets {@link Limits#maxStringBytes}. */
        public Builder maxStringBytes(int value) {
            maxStringBytes = value;
            return this;
        }

        /** Sets {@link Limits#maxNumberBytes}. */
        public Builder maxNumberBytes(int value) {
            maxNumberBytes = value;
            return this;
        }

        /** Sets {@link Limits#maxPriceBytes}. */
        public Builder maxPriceBytes(int value) {
            maxPriceBytes = value;
            return this;
        }

        /** Sets {@link Limits#maxListItems}. */
        public Builder maxListItems(int value) {
            maxListItems = value;
            return this;
        }

        /** Sets {@link Limits#maxReferencesPerRate}. */
        public Builder maxReferencesPerRate(int value) {
            maxReferencesPerRate = value;
            return this;
        }

        /** Sets {@link Limits#maxGroupNpis}. */
        public Builder maxGroupNpis(int value) {
            maxGroupNpis = value;
            return this;
        }

        /** Sets {@link Limits#maxItemMemory}. */
        public Builder maxItemMemory(int value) {
            maxItemMemory = value;
            return this;
        }

        /** Sets {@link Limits#maxGroupMemory}. */
        public Builder maxGroupMemory(long value) {
            maxGroupMemory = value;
            return this;
        }

        /** Sets {@link Limits#maxUnknownKeys}. */
        public Builder maxUnknownKeys(int value) {
            maxUnknownKeys = value;
            return this;
        }

        /** Sets {@link Limits#maxPlansPerFile}. */
        public Builder maxPlansPerFile(int value) {
            maxPlansPerFile = value;
            return this;
        }

        /** The limits. */
        public Limits build() {
            return new Limits(
                    maxDepth,
                    maxStringBytes,
                    maxNumberBytes,
                    maxPriceBytes,
                    maxListItems,
                    maxReferencesPerRate,
                    maxGroupNpis,
                    maxItemMemory,
                    maxGroupMemory,
                    maxUnknownKeys,
                    maxPlansPerFile);
        }
    }
}
