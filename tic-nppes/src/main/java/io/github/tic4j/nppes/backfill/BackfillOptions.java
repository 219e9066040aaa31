package io.github.tic4j.nppes.backfill;

/**
 * How to run a backfill.
 *
 * @param limit how many NPIs to look up at most, the smallest first; default all
 * @param workers how many lookups at once; default 5
 * @param batchSize how many NPIs are held at a time; default 100
 * @param minimumSuccess the share of NPIs that must be known for the run to pass; default 0.95
 * @param failuresInARow after how many the run stops, for then the directory is down; default 20
 */
public record BackfillOptions(int limit, int workers, int batchSize, double minimumSuccess, int failuresInARow) {

    private static final BackfillOptions DEFAULTS = new BackfillOptions(Integer.MAX_VALUE, 5, 100, 0.95, 20);

    /** Checks all of them. */
    public BackfillOptions {
        check(limit > 0, "limit is at least 1", limit);
        check(workers > 0, "workers is at least 1", workers);
        check(batchSize > 0, "batchSize is at least 1", batchSize);
        check(minimumSuccess >= 0 && minimumSuccess <= 1, "minimumSuccess is in [0, 1]", minimumSuccess);
        check(failuresInARow > 0, "failuresInARow is at least 1", failuresInARow);
    }

    /** The defaults. */
    public static BackfillOptions defaults() {
        return DEFAULTS;
    }

    /** These with another limit. */
    public BackfillOptions withLimit(int value) {
        return new BackfillOptions(value, workers, batchSize, minimumSuccess, failuresInARow);
    }

    /** These with another number of workers. */
    public BackfillOptions withWorkers(int value) {
        return new BackfillOptions(limit, value, batchSize, minimumSuccess, failuresInARow);
    }

    /** These with another share of NPIs that must be known. */
    public BackfillOptions withMinimumSuccess(double value) {
        return new BackfillOptions(limit, workers, batchSize, value, failuresInARow);
    }

    private static void check(boolean holds, String rule, Object value) {
        if (!holds) {
            throw new IllegalArgumentException("Backfill option: " + rule + ", not " + value);
        }
    }
}
