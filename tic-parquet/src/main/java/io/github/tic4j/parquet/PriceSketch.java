package io.github.tic4j.parquet;

import java.math.BigDecimal;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Counts prices in buckets whose bounds grow by a constant factor, so that any percentile read from them is off by at most
 * one half of a percent of its value, whatever the prices are and in whatever order they come (the idea is that of DDSketch,
 * Masson, Rim and Lee, 2019). A bucket i holds the prices in (g^(i-1), g^i] with g = (1 + e) / (1 - e); the value that stands
 * for all of them, 2 g^i / (g + 1), is within e of each. All positive decimals of our tables need less than 9,000 buckets.
 *
 * <p>{@link StrictMath} makes the result the same on every machine.
 */
final class PriceSketch {

    /** The bound of the relative error. */
    static final BigDecimal RELATIVE_ERROR = new BigDecimal("0.005");

    private static final double ERROR = RELATIVE_ERROR.doubleValue();
    private static final double GROWTH = (1 + ERROR) / (1 - ERROR);
    private static final double LOG_GROWTH = StrictMath.log(GROWTH);

    private final Map<Integer, Long> counts = new TreeMap<>();

    /** Adds a price above zero. */
    void add(BigDecimal price, long count) {
        int bucket = (int) StrictMath.ceil(StrictMath.log(price.doubleValue()) / LOG_GROWTH);
        counts.merge(bucket, count, Long::sum);
    }

    /** The prices as estimates between the lowest and the highest, in ascending order, with how often each occurs. */
    NavigableMap<BigDecimal, Long> estimates(BigDecimal lowest, BigDecimal highest) {
        NavigableMap<BigDecimal, Long> estimates = new TreeMap<>();
        for (Map.Entry<Integer, Long> bucket : counts.entrySet()) {
            double middle = 2 * StrictMath.pow(GROWTH, bucket.getKey()) / (GROWTH + 1);
            BigDecimal estimate = BigDecimal.valueOf(middle).max(lowest).min(highest);
            estimates.merge(estimate, bucket.getValue(), Long::sum);
        }
        return estimates;
    }
}
