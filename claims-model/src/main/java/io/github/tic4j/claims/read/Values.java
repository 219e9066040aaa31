package io.github.tic4j.claims.read;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads dates, amounts and counts out of text. What does not fit is an {@link IllegalArgumentException} with the reason. */
final class Values {

    private static final List<String> MONTHS =
            List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})(?:[T ]\\d{2}:\\d{2}.{0,24})?");
    private static final Pattern BASIC = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern NAMED = Pattern.compile("(\\d{1,2})-([A-Za-z]{3})-(\\d{4})");
    private static final Pattern AMERICAN = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})");
    private static final Pattern AMOUNT = Pattern.compile("([-+]?)\\$?(\\d{1,3}(?:,\\d{3})+|\\d*)(\\.\\d*)?");

    private Values() {}

    /** Reads {@code 2015-05-30}, with or without a time, {@code 20150530}, {@code 30-May-2015} and {@code 5/30/2015}. */
    static LocalDate date(String text) {
        Matcher matcher = ISO.matcher(text);
        if (matcher.matches() || matcher.usePattern(BASIC).matches()) {
            return date(matcher.group(1), matcher.group(2), matcher.group(3));
        }
        if (matcher.usePattern(NAMED).matches()) {
            int month = MONTHS.indexOf(matcher.group(2).toUpperCase(Locale.ROOT)) + 1;
            return date(matcher.group(3), Integer.toString(month), matcher.group(1));
        }
        if (matcher.usePattern(AMERICAN).matches()) {
            return date(matcher.group(3), matcher.group(1), matcher.group(2));
        }
        throw new IllegalArgumentException("not a date");
    }

    /** Reads a decimal exactly; a dollar sign, thousands commas and accounting brackets are understood. */
    static BigDecimal amount(String text) {
        boolean bracketed = text.startsWith("(") && text.endsWith(")");
        Matcher matcher = AMOUNT.matcher(bracketed ? text.substring(1, text.length() - 1) : text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a decimal number");
        }
        String fraction = matcher.group(3) == null ? "" : matcher.group(3);
        String digits = matcher.group(2).replace(",", "") + (fraction.length() > 1 ? fraction : "");
        if (digits.isEmpty()) {
            throw new IllegalArgumentException("not a decimal number");
        }
        BigDecimal amount = new BigDecimal(digits);
        return bracketed || matcher.group(1).equals("-") ? amount.negate() : amount;
    }

    /** Reads a whole number; {@code 30.0} is one. */
    static int count(String text) {
        try {
            return amount(text).intValueExact();
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("not a whole number", e);
        }
    }

    private static LocalDate date(String year, String month, String day) {
        try {
            return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("not a day of the calendar", e);
        }
    }
}
