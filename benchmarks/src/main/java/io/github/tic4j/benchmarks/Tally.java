package io.github.tic4j.benchmarks;

import io.github.tic4j.testing.MrfTruth;
import io.github.tic4j.testing.PriceChecksum;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a contender found. An exact tally also hashes every value, as the generator did; a light one only touches them, so
 * that the hashing is not what is timed. Both are checked against the truth.
 */
final class Tally {

    private static final int SCALE = 4;
    private static final long[] POWERS = {1, 10, 100, 1_000, 10_000};

    private final boolean exact;
    private long prices;
    private long references;
    private long groups;
    private long npis;
    private long bytes;
    private long tenThousandths;
    private long item;
    private long priceChecksum;
    private long referenceChecksum;
    private long touched;

    private Tally(boolean exact) {
        this.exact = exact;
    }

    static Tally exact() {
        return new Tally(true);
    }

    static Tally light() {
        return new Tally(false);
    }

    /** Whether references are wanted as texts. */
    boolean isExact() {
        return exact;
    }

    /** An item begins. */
    void item(@Nullable String codeType, @Nullable String code) {
        if (exact) {
            item = PriceChecksum.item(hash(codeType), hash(code));
        } else {
            touch(codeType);
            touch(code);
        }
    }

    /** A reference of a rate, by a number that stands for it. */
    void reference(long number) {
        references++;
        if (exact) {
            referenceChecksum += PriceChecksum.hash(Long.toString(number));
        } else {
            touched += number;
        }
    }

    /** A reference of a rate. */
    void reference(String text) {
        references++;
        if (exact) {
            referenceChecksum += PriceChecksum.hash(text);
        } else {
            touch(text);
        }
    }

    /** A price and the terms that the checksum covers. */
    void price(long unscaled, int scale, @Nullable String type, @Nullable String date, @Nullable String billingClass) {
        prices++;
        tenThousandths += unscaled * POWERS[SCALE - scale];
        if (exact) {
            long terms = PriceChecksum.terms(hash(type), hash(date), hash(billingClass));
            priceChecksum += PriceChecksum.price(item, unscaled, scale, terms);
        } else {
            touch(type);
            touch(date);
            touch(billingClass);
        }
    }

    /** A price whose number is an object. */
    void price(BigDecimal rate, @Nullable String type, @Nullable String date, @Nullable String billingClass) {
        price(rate.unscaledValue().longValue(), rate.scale(), type, date, billingClass);
    }

    /** A text that no checksum covers. */
    void touch(@Nullable String text) {
        touched += text == null ? 0 : text.length();
    }

    /** A list that no checksum covers. */
    void touch(List<String> texts) {
        touched += texts.size();
    }

    /** A provider group. */
    void group(int npiCount) {
        groups++;
        npis += npiCount;
    }

    /** Bytes that were fetched and not looked at. */
    void bytes(long count) {
        bytes += count;
    }

    /**
     * Compares the prices and references with the truth.
     *
     * @throws IllegalStateException if they differ
     */
    void check(MrfTruth.Totals truth) {
        checkPrices(truth);
        equal("references", truth.references(), references);
        if (exact) {
            equal("reference checksum", truth.referenceChecksum(), referenceChecksum);
        }
    }

    /**
     * Makes sure that there were no prices.
     *
     * @throws IllegalStateException if there were
     */
    void checkNothing() {
        equal("prices", 0, prices);
    }

    /**
     * Compares the prices with the truth.
     *
     * @throws IllegalStateException if they differ
     */
    void checkPrices(MrfTruth.Totals truth) {
        equal("prices", truth.prices(), prices);
        equal("sum", truth.sum().movePointRight(SCALE).longValueExact(), tenThousandths);
        if (exact) {
            equal("price checksum", truth.priceChecksum(), priceChecksum);
        }
    }

    /**
     * Compares the groups with the truth.
     *
     * @throws IllegalStateException if they differ
     */
    void check(MrfTruth.Providers truth) {
        equal("groups", truth.groups(), groups);
        equal("NPIs", truth.npis(), npis);
    }

    /**
     * Compares the bytes with the truth.
     *
     * @throws IllegalStateException if they differ
     */
    void checkBytes(long truth) {
        equal("bytes", truth, bytes);
    }

    /** What was touched: to be handed out, so that touching is not optimised away. */
    long touched() {
        return touched;
    }

    private static void equal(String what, long expected, long found) {
        if (expected != found) {
            throw new IllegalStateException("The file has " + expected + " " + what + ", found " + found);
        }
    }

    private static long hash(@Nullable String text) {
        return PriceChecksum.hash(text == null ? "" : text);
    }
}
