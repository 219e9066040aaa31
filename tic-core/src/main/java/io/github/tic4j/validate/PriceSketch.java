package io.github.tic4j.validate;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How the prices of one group are spread: how many lie in each of a row of bands, where the upper end of a band is 4 %
 * above its lower. Two sketches of the same bands add up, so that the sketch of a run is exactly the sum of those of its
 * files. A quantile read from it is within 2 % of the true one.
 *
 * <p>Prices differ by factors rather than by amounts, so median and median absolute deviation (MAD) are taken of their
 * logarithms. A price is an outlier if it is further from the median than 3.5 times 1.4826 times the MAD, which for a
 * normal distribution is 3.5 standard deviations, and by a factor of two at least. Fewer than {@value #FEWEST} prices have
 * no outliers.
 */
final class PriceSketch {

    static final int FEWEST = 30;

    private static final double WIDTH = Math.log(1.04);

    /** Prices beyond it are all in it: one that a host made may be too large or too small for a {@code double}. */
    private static final int LAST_BAND = 18_000;

    private static final double DEVIATIONS = 3.5 * 1.4826;
    private static final double LEAST_DISTANCE = Math.log(2);
    private static final MathContext THREE_DIGITS = new MathContext(3);

    private int lowestBand;
    private int[] counts = {};
    private long total;
    private @Nullable Extreme lowest;
    private @Nullable Extreme highest;

    /**
     * The price at one end.
     *
     * @param price the price
     * @param path where it stands, as a JSON path
     * @param byteOffset where it stands, in the document
     */
    record Extreme(BigDecimal price, String path, long byteOffset) {}

    /** Adds a price, which is positive. */
    void add(BigDecimal price, Place place) {
        double band = Math.floor(Math.log(price.doubleValue()) / WIDTH);
        count((int) Math.max(-LAST_BAND, Math.min(LAST_BAND, band)), 1);
        if (lowest == null || price.compareTo(lowest.price) < 0) {
            lowest = new Extreme(price, place.path(), place.byteOffset());
        }
        if (highest == null || price.compareTo(highest.price) > 0) {
            highest = new Extreme(price, place.path(), place.byteOffset());
        }
    }

    /** Adds what another sketch holds. */
    void addAll(PriceSketch other) {
        for (int i = 0; i < other.counts.length; i++) {
            if (other.counts[i] > 0) {
                count(other.lowestBand + i, other.counts[i]);
            }
        }
        Extreme low = other.lowest;
        if (low != null && (lowest == null || low.price.compareTo(lowest.price) < 0)) {
            lowest = low;
        }
        Extreme high = other.highest;
        if (high != null && (highest == null || high.price.compareTo(highest.price) > 0)) {
            highest = high;
        }
    }

    private void count(int band, int more) {
        if (counts.length == 0) {
            lowestBand = band;
            counts = new int[4];
        } else if (band < lowestBand) {
            int[] wider = new int[counts.length + lowestBand - band];
            System.arraycopy(counts, 0, wider, lowestBand - band, counts.length);
            counts = wider;
            lowestBand = band;
        } else if (band - lowestBand >= counts.length) {
            counts = Arrays.copyOf(counts, Math.max(band - lowestBand + 1, counts.length + counts.length / 2));
        }
        int slot = band - lowestBand;
        counts[slot] = (int) Math.min(Integer.MAX_VALUE, (long) counts[slot] + more);
        total += more;
    }

    /** Writes what was added; the bands that hold something, with their counts. */
    void write(DataOutputStream out) throws IOException {
        List<Integer> bands = IntStream.range(0, counts.length)
                .filter(i -> counts[i] > 0)
                .boxed()
                .toList();
        ReportCodec.writeAll(out, bands, (to, band) -> {
            to.writeInt(lowestBand + band);
            to.writeInt(counts[band]);
        });
        write(out, lowest);
        write(out, highest);
    }

    private static void write(DataOutputStream out, @Nullable Extreme extreme) throws IOException {
        out.writeBoolean(extreme != null);
        if (extreme != null) {
            ReportCodec.text(out, extreme.price.toString());
            ReportCodec.text(out, extreme.path);
            out.writeLong(extreme.byteOffset);
        }
    }

    /** The sketch that was written. */
    static PriceSketch read(DataInputStream in) throws IOException {
        PriceSketch sketch = new PriceSketch();
        for (int left = in.readInt(); left > 0; left--) {
            int band = in.readInt();
            if (band < -LAST_BAND || band > LAST_BAND) {
                throw new IllegalArgumentException("there is no band " + band);
            }
            sketch.count(band, in.readInt());
        }
        sketch.lowest = readExtreme(in);
        sketch.highest = readExtreme(in);
        return sketch;
    }

    private static @Nullable Extreme readExtreme(DataInputStream in) throws IOException {
        return in.readBoolean()
                ? new Extreme(new BigDecimal(ReportCodec.text(in)), ReportCodec.text(in), in.readLong())
                : null;
    }

    /** The outliers, or {@code null} if there are none. */
    @Nullable
    PriceOutliers outliers(PriceGroup group) {
        if (total < FEWEST || lowest == null || highest == null) {
            return null;
        }
        int median = medianBand();
        int deviation = medianDeviation(median);
        int distance = (int) Math.ceil(Math.max(DEVIATIONS * deviation * WIDTH, LEAST_DISTANCE) / WIDTH);
        long outside = total - within(median - distance, median + distance);
        if (outside == 0) {
            return null;
        }
        double middle = Math.exp((median + 0.5) * WIDTH);
        Extreme furthest =
                middle / lowest.price.doubleValue() > highest.price.doubleValue() / middle ? lowest : highest;
        return new PriceOutliers(
                group,
                total,
                outside,
                price(median + 0.5),
                rounded(Math.exp(deviation * WIDTH)),
                price(median - distance),
                price(median + distance + 1.0),
                lowest.price,
                highest.price,
                furthest.path,
                furthest.byteOffset);
    }

    private int medianBand() {
        long half = (total + 1) / 2;
        long seen = 0;
        int slot = -1;
        while (seen < half) {
            slot++;
            seen += counts[slot];
        }
        return lowestBand + slot;
    }

    private int medianDeviation(int median) {
        long half = (total + 1) / 2;
        int distance = 0;
        while (within(median - distance, median + distance) < half) {
            distance++;
        }
        return distance;
    }

    private long within(int from, int to) {
        long sum = 0;
        for (int band = Math.max(from, lowestBand); band <= Math.min(to, lowestBand + counts.length - 1); band++) {
            sum += counts[band - lowestBand];
        }
        return sum;
    }

    long total() {
        return total;
    }

    private static BigDecimal price(double band) {
        return rounded(Math.exp(band * WIDTH));
    }

    private static BigDecimal rounded(double value) {
        return new BigDecimal(Math.min(value, Double.MAX_VALUE)).round(THREE_DIGITS);
    }
}
