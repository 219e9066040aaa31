package io.github.tic4j.nppes;

/**
 * The check digit of an NPI: Luhn's over "80840" and the nine digits. The prefix adds a constant 24. Of the nine digits the
 * odd ones (first, third, ...) count doubled, less nine where that exceeds nine.
 *
 * <p>A lookup checks millions of numbers a second, so the sum over three digits comes from a table: one table for the outer
 * groups, whose first and third digit are doubled, one for the middle group, whose second is.
 */
final class CheckDigit {

    private static final int PREFIX_SUM = 24;
    private static final byte[] OUTER = new byte[1000];
    private static final byte[] MIDDLE = new byte[1000];

    static {
        for (int i = 0; i < 1000; i++) {
            int a = i / 100;
            int b = i / 10 % 10;
            int c = i % 10;
            OUTER[i] = (byte) (doubled(a) + b + doubled(c));
            MIDDLE[i] = (byte) (a + doubled(b) + c);
        }
    }

    private CheckDigit() {}

    /** The digit that completes the given nine digits. */
    static int of(int nineDigits) {
        int sum = PREFIX_SUM
                + OUTER[nineDigits / 1_000_000]
                + MIDDLE[nineDigits / 1000 % 1000]
                + OUTER[nineDigits % 1000];
        // The outer remainder turns a 10 into a 0.
        return (10 - sum % 10) % 10;
    }

    private static int doubled(int digit) {
        return digit < 5 ? 2 * digit : 2 * digit - 9;
    }
}
