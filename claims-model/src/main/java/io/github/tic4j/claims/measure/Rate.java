package io.github.tic4j.claims.measure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * A share with what it was worked out of.
 *
 * @param numerator how many count
 * @param denominator of how many
 */
public record Rate(long numerator, long denominator) {

    /** The numbers must not be negative. */
    public Rate {
        if (numerator < 0 || denominator < 0) {
            throw new IllegalArgumentException("a rate of " + numerator + " to " + denominator + " is negative");
        }
    }

    /** The quotient to six places, rounded half up; empty where there is nothing to share. */
    public Optional<BigDecimal> value() {
        return denominator == 0
                ? Optional.empty()
                : Optional.of(
                        BigDecimal.valueOf(numerator).divide(BigDecimal.valueOf(denominator), 6, RoundingMode.HALF_UP));
    }

    /** Numerator per thousand person-years of a denominator in months; empty without months. */
    public Optional<BigDecimal> perThousandYears() {
        return denominator == 0
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(numerator)
                        .multiply(BigDecimal.valueOf(12_000))
                        .divide(BigDecimal.valueOf(denominator), 6, RoundingMode.HALF_UP));
    }
}
