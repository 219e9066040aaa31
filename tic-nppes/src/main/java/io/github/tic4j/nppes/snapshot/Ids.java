package io.github.tic4j.nppes.snapshot;

import io.github.tic4j.nppes.Npi;

/**
 * NPIs without their check digit, counted from 0: an NPI that is well formed carries no information in its last digit, so
 * 2 * 10^8 numbers cover them all, in 28 bits.
 */
final class Ids {

    /** More than any id. */
    static final int LIMIT = 200_000_000;

    private static final int FIRST_NINE_DIGITS = 100_000_000;

    private Ids() {}

    /** The id of an NPI that is known to be well formed. */
    static int of(long npi) {
        return (int) (npi / 10) - FIRST_NINE_DIGITS;
    }

    static Npi npi(int id) {
        return Npi.ofNineDigits(id + FIRST_NINE_DIGITS);
    }
}
