package io.github.tic4j.mrf;

import org.jspecify.annotations.Nullable;

/**
 * A tax identification number as published.
 *
 * @param type {@code ein} or {@code npi} as published, or {@code null}
 * @param value the number as published, or {@code null}
 * @param businessName the name that schema 2 asks for, or {@code null}
 */
public record Tin(
        @Nullable String type,
        @Nullable String value,
        @Nullable String businessName) {

    /** A TIN of which nothing is known. */
    public static final Tin NONE = new Tin(null, null, null);

    /** The value without anything but digits; empty where there is none. */
    public String digits() {
        return value == null ? "" : digitsOf(value);
    }

    static String digitsOf(String text) {
        StringBuilder digits = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits.append(c);
            }
        }
        return digits.length() == text.length() ? text : digits.toString();
    }
}
