package io.github.tic4j.claims.measure;

import java.math.BigDecimal;
import java.util.List;

/**
 * Bands of a number. A band reaches up to its bound and includes it; the first has no lower end and the last no upper
 * one, so that every number falls into one, nought and the largest among them.
 *
 * @param bounds the upper bounds of all bands but the last, ascending
 */
public record Bands(List<BigDecimal> bounds) {

    /** Cost of a claim: up to 1,000, 5,000, 15,000, and more. */
    public static final Bands COST = of("1000", "5000", "15000");

    /** Nights of a stay: 0, 1, up to 3, up to 7, and more. */
    public static final Bands LENGTH_OF_STAY = of("0", "1", "3", "7");

    /** Age: up to 18, 35, 50, 65, and more. */
    public static final Bands AGE = of("18", "35", "50", "65");

    /** Days since the last visit: up to 90 active, up to 365 inactive, and more dormant. */
    public static final Bands LAST_VISIT = of("90", "365");

    /** Beds of a hospital: up to 100, 300, 600, and more. */
    public static final Bands BEDS = of("100", "300", "600");

    /** Supplied of prescribed days: up to a half poor, up to four fifths fair, and good. */
    public static final Bands SUPPLY = of("0.5", "0.8");

    /** The bounds must ascend. */
    public Bands {
        bounds = List.copyOf(bounds);
        for (int i = 1; i < bounds.size(); i++) {
            if (bounds.get(i - 1).compareTo(bounds.get(i)) >= 0) {
                throw new IllegalArgumentException("bounds must ascend, were " + bounds);
            }
        }
    }

    /** Bands with these upper bounds. */
    public static Bands of(String... bounds) {
        return new Bands(List.of(bounds).stream().map(BigDecimal::new).toList());
    }

    /** The number of the band, from 0. */
    public int indexOf(BigDecimal value) {
        int index = 0;
        while (index < bounds.size() && value.compareTo(bounds.get(index)) > 0) {
            index++;
        }
        return index;
    }

    /** The band in words: {@code up to 1000}, {@code over 1000 up to 5000}, {@code over 15000}. */
    public String label(BigDecimal value) {
        int index = indexOf(value);
        String over = index == 0 ? "" : "over " + bounds.get(index - 1).toPlainString();
        String upTo = index == bounds.size() ? "" : "up to " + bounds.get(index).toPlainString();
        return (over + " " + upTo).strip();
    }
}
