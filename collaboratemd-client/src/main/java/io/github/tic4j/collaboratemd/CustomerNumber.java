package io.github.tic4j.collaboratemd;

import java.util.regex.Pattern;

/**
 * The number of a customer (a practice): always eight digits.
 *
 * @param value the digits
 */
public record CustomerNumber(String value) {

    private static final Pattern EIGHT_DIGITS = Pattern.compile("[0-9]{8}");

    /** Checks the form. */
    public CustomerNumber {
        if (!EIGHT_DIGITS.matcher(value).matches()) {
            throw new IllegalArgumentException("a customer number has eight digits");
        }
    }

    /** The digits. */
    @Override
    public String toString() {
        return value;
    }
}
