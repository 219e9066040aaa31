package io.github.tic4j.claims.lifecycle;

import java.math.BigDecimal;

/**
 * A sum of a remittance that does not come out.
 *
 * @param level where
 * @param path the amount that is off, {@code claims[0].services[1].paid}
 * @param expected what the other amounts make it
 * @param actual what it says
 */
public record Imbalance(Level level, String path, BigDecimal expected, BigDecimal actual) {

    /** Where a remittance is balanced. */
    public enum Level {
        /** Charge less adjustments is the payment of a line. */
        LINE,
        /** Charge less all adjustments is the payment of a claim. */
        CLAIM,
        /** The adjustments of group PR are what the patient owes. */
        PATIENT_RESPONSIBILITY,
        /** The payments of the claims less the provider's adjustments are the money that was moved. */
        TRANSACTION
    }

    /** How far the amount is off: actual less expected. */
    public BigDecimal difference() {
        return actual.subtract(expected);
    }
}
