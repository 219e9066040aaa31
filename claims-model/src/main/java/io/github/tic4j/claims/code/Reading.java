package io.github.tic4j.claims.code;

import org.jspecify.annotations.Nullable;

/** What came of reading a raw text: its normal form, or the cleaned text and why it was refused. */
record Reading(String value, @Nullable String problem) {

    static Reading of(String value) {
        return new Reading(value, null);
    }

    static Reading refused(String cleaned, String problem) {
        return new Reading(cleaned, problem);
    }

    /** Accepts {@code length} digits, padding a shorter text of at least {@code atLeast} digits with zeros on the left. */
    static Reading paddedDigits(String cleaned, int atLeast, int length) {
        if (cleaned.length() < atLeast || cleaned.length() > length || !isDigits(cleaned)) {
            return refused(cleaned, "expected " + length + " digits");
        }
        return of("0".repeat(length - cleaned.length()) + cleaned);
    }

    static boolean isDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isLetter(char c) {
        return c >= 'A' && c <= 'Z';
    }

    static boolean isAlphanumeric(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!isDigit(text.charAt(i)) && !isLetter(text.charAt(i))) {
                return false;
            }
        }
        return !text.isEmpty();
    }
}
