package io.github.tic4j.parquet;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Figures about any number of prices above zero. Count, extremes, mean and standard deviation are exact always; percentiles
 * and outliers are exact too until {@link #estimate} gives up the single prices for a {@link PriceSketch}.
 */
final class PriceFigures {

    private static final MathContext WIDE = new MathContext(80, RoundingMode.HALF_EVEN);
    private static final BigDecimal FENCE = new BigDecimal("1.5");

    private Map<BigDecimal, Long> countOf = new HashMap<>();
    private @Nullable PriceSketch sketch;
    private long count;
    private @Nullable BigDecimal min;
    private @Nullable BigDecimal max;
    // Of the prices that the sketch has; the others are summed up when asked for.
    private BigDecimal sum = BigDecimal.ZERO;
    private BigDecimal sumOfSquares = BigDecimal.ZERO;

    /** Adds a price above zero. */
    void add(BigDecimal price) {
        count++;
        min = min == null ? price : min.min(price);
        max = max == null ? price : max.max(price);
        if (sketch == null) {
            countOf.merge(price, 1L, Long::sum);
        } else {
            fold(price, 1, sketch);
        }
    }

    /** How many distinct prices are held. */
    int held() {
        return countOf.size();
    }

    /** Gives up the single prices. */
    void estimate() {
        PriceSketch estimates = sketch == null ? new PriceSketch() : sketch;
        countOf.forEach((price, times) -> fold(price, times, estimates));
        countOf = new HashMap<>();
        sketch = estimates;
    }

    private void fold(BigDecimal price, long times, PriceSketch estimates) {
        estimates.add(price, times);
        BigDecimal weighted = price.multiply(BigDecimal.valueOf(times));
        sum = sum.add(weighted);
        sumOfSquares = sumOfSquares.add(weighted.multiply(price));
    }

    boolean isExact() {
        return sketch == null;
    }

    long count() {
        return count;
    }

    /** The figures, or null if there is no price. */
    @Nullable
    Summary summary() {
        BigDecimal lowest = min;
        BigDecimal highest = max;
        if (lowest == null || highest == null) {
            return null;
        }
        BigDecimal total = sum;
        BigDecimal squares = sumOfSquares;
        for (Map.Entry<BigDecimal, Long> entry : countOf.entrySet()) {
            BigDecimal weighted = entry.getKey().multiply(BigDecimal.valueOf(entry.getValue()));
            total = total.add(weighted);
            squares = squares.add(weighted.multiply(entry.getKey()));
        }
        Percentiles percentiles =
                new Percentiles(sketch == null ? new TreeMap<>(countOf) : sketch.estimates(lowest, highest), count);
        return new Summary(
                lowest, highest, total.divide(BigDecimal.valueOf(count), WIDE), deviation(total, squares), percentiles);
    }

    /** The sample standard deviation out of exact sums, so that nothing cancels out. */
    private @Nullable BigDecimal deviation(BigDecimal total, BigDecimal squares) {
        if (count < 2) {
            return null;
        }
        BigDecimal n = BigDecimal.valueOf(count);
        BigDecimal scaled = squares.multiply(n).subtract(total.multiply(total));
        return scaled.divide(n.multiply(n.subtract(BigDecimal.ONE)), WIDE).sqrt(WIDE);
    }

    /** Figures of at least one price; the deviation is null for exactly one. */
    record Summary(
            BigDecimal min,
            BigDecimal max,
            BigDecimal mean,
            @Nullable BigDecimal deviation,
            Percentiles percentiles) {}

    /** Prices in ascending order with how often each occurs, and how many that makes. */
    record Percentiles(NavigableMap<BigDecimal, Long> prices, long count) {

        /** The value below which a share of the prices lies, interpolated linearly between its two neighbours. */
        BigDecimal at(BigDecimal share) {
            BigDecimal position = share.multiply(BigDecimal.valueOf(count - 1));
            long rank = position.longValue();
            BigDecimal below = ofRank(rank);
            BigDecimal above = ofRank(Math.min(rank + 1, count - 1));
            return below.add(position.subtract(BigDecimal.valueOf(rank)).multiply(above.subtract(below)));
        }

        /** The share of prices outside the fences that are usual for box plots. */
        BigDecimal outlierShare() {
            BigDecimal lower = at(new BigDecimal("0.25"));
            BigDecimal upper = at(new BigDecimal("0.75"));
            BigDecimal reach = upper.subtract(lower).multiply(FENCE);
            long outliers = countOf(prices.headMap(lower.subtract(reach), false))
                    + countOf(prices.tailMap(upper.add(reach), false));
            return BigDecimal.valueOf(outliers).divide(BigDecimal.valueOf(count), WIDE);
        }

        private BigDecimal ofRank(long rank) {
            long seen = 0;
            for (Map.Entry<BigDecimal, Long> entry : prices.entrySet()) {
                seen += entry.getValue();
                if (seen > rank) {
                    return entry.getKey();
                }
            }
            throw new IllegalArgumentException("There is no price of rank " + rank + " among " + count);
        }

        private static long countOf(Map<BigDecimal, Long> some) {
            return some.values().stream().mapToLong(Long::longValue).sum();
        }
    }
}
