package io.github.tic4j.testing;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * The checksum that a truth file states and that any reader can compute again: a sum over all prices, so that their order
 * does not matter, in which one changed, lost or doubled price shows.
 *
 * <pre>{@code
 * long sum = 0;
 * for each item:  long item = PriceChecksum.item(hash(billingCodeType), hash(billingCode));
 *   for each price: sum += PriceChecksum.price(item, negotiatedRate, terms(hash(type), hash(date), hash(billingClass)));
 * }</pre>
 *
 * <p>A rate counts by its value: 1.50, 1.5 and 15e-1 are the same. A string counts by its decoded characters; what is
 * absent counts as the empty string.
 */
public final class PriceChecksum {

    private static final long PRIME = 0x100000001B3L;
    private static final long BASIS = 0xCBF29CE484222325L;

    private PriceChecksum() {}

    /** The hash of a text. */
    public static long hash(CharSequence text) {
        long hash = BASIS;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * PRIME;
        }
        return hash;
    }

    /** The hash of a text in ASCII: equal to that of the same characters. */
    public static long hash(byte[] ascii, int from, int to) {
        long hash = BASIS;
        for (int i = from; i < to; i++) {
            hash = (hash ^ ascii[i]) * PRIME;
        }
        return hash;
    }

    /** What the prices of an item share. */
    public static long item(long billingCodeType, long billingCode) {
        return MrfRandom.mix(MrfRandom.mix(billingCodeType) + billingCode);
    }

    /** The terms of a price. */
    public static long terms(long negotiatedType, long expirationDate, long billingClass) {
        return MrfRandom.mix(MrfRandom.mix(MrfRandom.mix(negotiatedType) + expirationDate) + billingClass);
    }

    /** The summand of one price, {@code unscaled * 10^-scale}. */
    public static long price(long item, long unscaled, int scale, long terms) {
        long digits = unscaled;
        int power = scale;
        while (digits != 0 && digits % 10 == 0) {
            digits /= 10;
            power--;
        }
        if (digits == 0) {
            power = 0;
        }
        return MrfRandom.mix(MrfRandom.mix(item + digits) + MrfRandom.mix(terms + power));
    }

    /** The summand of one price. */
    public static long price(long item, BigDecimal rate, long terms) {
        BigDecimal bare = rate.stripTrailingZeros();
        BigInteger digits = bare.unscaledValue();
        return price(item, digits.longValue(), bare.scale(), terms);
    }
}
