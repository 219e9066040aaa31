package io.github.tic4j.internal.schema;

import java.math.BigDecimal;

/** The ranges that a number may have to be in. */
public enum NumberRange {
    /** Any number. */
    ANY("number", "a number"),
    /** A whole number, which 2.0 is too. */
    WHOLE("integer", "a whole number"),
    /** More than zero. */
    POSITIVE("number>0", "a number above 0"),
    /** Zero or more. */
    NOT_NEGATIVE("number>=0", "a number of at least 0"),
    /** 1000000000 to 9999999999. */
    TEN_DIGITS("ten-digits", "a number from 1000000000 to 9999999999"),
    /** Nothing but zero. */
    ZERO("zero", "0");

    private static final BigDecimal LEAST_TEN_DIGITS = new BigDecimal("1000000000");
    private static final BigDecimal MOST_TEN_DIGITS = new BigDecimal("9999999999");

    private final String word;
    private final String expectation;

    NumberRange(String word, String expectation) {
        this.word = word;
        this.expectation = expectation;
    }

    /** Whether a whole number is in the range. */
    public boolean holds(long number) {
        return switch (this) {
            case ANY, WHOLE -> true;
            case POSITIVE -> number > 0;
            case NOT_NEGATIVE -> number >= 0;
            case TEN_DIGITS -> number >= 1_000_000_000L && number <= 9_999_999_999L;
            case ZERO -> number == 0;
        };
    }

    /** Whether a number is in the range. */
    public boolean holds(BigDecimal number) {
        return switch (this) {
            case ANY -> true;
            case WHOLE -> number.signum() == 0 || number.stripTrailingZeros().scale() <= 0;
            case POSITIVE -> number.signum() > 0;
            case NOT_NEGATIVE -> number.signum() >= 0;
            case TEN_DIGITS -> number.compareTo(LEAST_TEN_DIGITS) >= 0 && number.compareTo(MOST_TEN_DIGITS) <= 0;
            case ZERO -> number.signum() == 0;
        };
    }

    /** Its name in the tables. */
    String word() {
        return word;
    }

    /** What to call it in a message. */
    public String expectation() {
        return expectation;
    }
}
