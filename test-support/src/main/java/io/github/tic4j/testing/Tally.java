package io.github.tic4j.testing;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Running totals. Sums are kept in ten-thousandths, in a {@code long} that spills before it can overflow. */
final class Tally {

    private static final int SCALE = 4;
    private static final int[] POWERS = {10_000, 1_000, 100, 10, 1};
    private static final long SPILL = 1L << 60;

    long items;
    long rates;
    long prices;
    long references;
    long priceChecksum;
    long textChecksum;
    long referenceChecksum;
    private long sum;
    private long billed;
    private BigInteger spilledSum = BigInteger.ZERO;
    private BigInteger spilledBilled = BigInteger.ZERO;

    /** Adds a price to the sum; at most four decimals. */
    void addToSum(long unscaled, int scale) {
        sum += unscaled * POWERS[scale];
        if (sum > SPILL) {
            spill();
        }
    }

    /** Adds a billed charge; at most four decimals. */
    void addToBilled(long unscaled, int scale) {
        billed += unscaled * POWERS[scale];
        if (billed > SPILL) {
            spill();
        }
    }

    void add(Tally other) {
        items += other.items;
        rates += other.rates;
        prices += other.prices;
        references += other.references;
        priceChecksum += other.priceChecksum;
        textChecksum += other.textChecksum;
        referenceChecksum += other.referenceChecksum;
        other.spill();
        spilledSum = spilledSum.add(other.spilledSum);
        spilledBilled = spilledBilled.add(other.spilledBilled);
    }

    void clear() {
        items = 0;
        rates = 0;
        prices = 0;
        references = 0;
        priceChecksum = 0;
        textChecksum = 0;
        referenceChecksum = 0;
        sum = 0;
        billed = 0;
        spilledSum = BigInteger.ZERO;
        spilledBilled = BigInteger.ZERO;
    }

    MrfTruth.Totals totals() {
        spill();
        return new MrfTruth.Totals(
                items,
                rates,
                prices,
                references,
                new BigDecimal(spilledSum, SCALE),
                new BigDecimal(spilledBilled, SCALE),
                priceChecksum,
                textChecksum,
                referenceChecksum);
    }

    private void spill() {
        spilledSum = spilledSum.add(BigInteger.valueOf(sum));
        spilledBilled = spilledBilled.add(BigInteger.valueOf(billed));
        sum = 0;
        billed = 0;
    }
}
