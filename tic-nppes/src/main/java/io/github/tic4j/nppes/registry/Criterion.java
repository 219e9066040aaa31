package io.github.tic4j.nppes.registry;

import java.util.Locale;

/** The registry's rules for the value of one parameter. */
final class Criterion {

    private static final int BEFORE_WILDCARD = 2;

    private Criterion() {}

    /** A text of letters, digits, blanks and the given others, which may end in a wildcard. */
    static String checked(String parameter, String text, String specials) {
        String value = text.strip();
        boolean wildcard = value.endsWith("*");
        String plain = wildcard ? value.substring(0, value.length() - 1) : value;
        if (wildcard && plain.length() < BEFORE_WILDCARD) {
            throw refused(parameter, text, "a * needs two characters before it (the registry's error 03)");
        }
        checkedWithoutWildcard(parameter, plain, specials);
        return value;
    }

    static String checkedWithoutWildcard(String parameter, String text, String specials) {
        String value = text.strip();
        if (value.isEmpty()) {
            throw refused(parameter, text, "it is empty");
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean plain = c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c == ' ';
            if (!plain && specials.indexOf(c) < 0) {
                throw refused(parameter, text, "'" + c + "' is not allowed in it (the registry's error 05)");
            }
        }
        return value;
    }

    static String twoLetters(String parameter, String text) {
        String value = text.strip().toUpperCase(Locale.ROOT);
        if (!value.matches("[A-Z]{2}")) {
            throw refused(parameter, text, "it is not two letters (the registry's error 05)");
        }
        return value;
    }

    private static IllegalArgumentException refused(String parameter, String text, String why) {
        return new IllegalArgumentException("Registry query: " + parameter + " \"" + text + "\": " + why);
    }
}
