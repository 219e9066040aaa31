package io.github.tic4j.claims.code;

/** National Provider Identifier: ten digits, the first 1 or 2, the last a check digit. */
public final class Npi extends Code {

    // Luhn over the card-issuer prefix 80840 that stands in front of every NPI.
    private static final int PREFIX_SUM = 24;

    private Npi(String raw) {
        super(CodeSystem.NPI, raw, read(clean(raw)));
    }

    /** Reads an NPI; never throws. */
    public static Npi of(String raw) {
        return new Npi(raw);
    }

    private static Reading read(String text) {
        if (text.length() != 10 || !Reading.isDigits(text)) {
            return Reading.refused(text, "expected ten digits");
        }
        if (text.charAt(0) != '1' && text.charAt(0) != '2') {
            return Reading.refused(text, "first digit must be 1 or 2");
        }
        int expected = checkDigit(text);
        if (text.charAt(9) - '0' != expected) {
            return Reading.refused(text, "check digit must be " + expected);
        }
        return Reading.of(text);
    }

    private static int checkDigit(String text) {
        int sum = PREFIX_SUM;
        for (int i = 8; i >= 0; i--) {
            int digit = text.charAt(i) - '0';
            int weighted = i % 2 == 0 ? digit * 2 : digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return (10 - sum % 10) % 10;
    }
}
