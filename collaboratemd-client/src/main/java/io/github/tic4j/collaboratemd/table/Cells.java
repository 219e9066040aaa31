package io.github.tic4j.collaboratemd.table;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the text of cells. Every method answers empty where the text is blank or of another kind: it never guesses. The
 * functions that ship with the SQL views follow the same rules.
 */
public final class Cells {

    private static final Pattern AMOUNT = Pattern.compile("(?=\\.?\\d)(?:\\d*|\\d{1,3}(?:,\\d{3})+)(?:\\.\\d*)?");
    private static final Pattern WHOLE = Pattern.compile("(-?\\d{1,18})(?:\\.0*)?");
    private static final Pattern US_DATE = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})");
    private static final Pattern ISO_DATE = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");

    private Cells() {}

    /**
     * An amount of money, exact and with its own scale. Dollar signs and spaces are ignored; commas must group by
     * thousands; a leading minus, before or after the sign, or parentheses make it negative.
     */
    public static Optional<BigDecimal> money(String text) {
        String amount = text.replace("$", "").replace(" ", "").strip();
        boolean isNegative = false;
        if (amount.length() > 1 && amount.startsWith("(") && amount.endsWith(")")) {
            isNegative = true;
            amount = amount.substring(1, amount.length() - 1);
        } else if (amount.startsWith("-")) {
            isNegative = true;
            amount = amount.substring(1);
        }
        if (!AMOUNT.matcher(amount).matches()) {
            return Optional.empty();
        }
        BigDecimal value = new BigDecimal(amount.replace(",", ""));
        return Optional.of(isNegative ? value.negate() : value);
    }

    /** A date: month, day and four-digit year with slashes, or the ISO form. The 30th of February is none. */
    public static Optional<LocalDate> date(String text) {
        String date = text.strip();
        Matcher us = US_DATE.matcher(date);
        if (us.matches()) {
            return date(us.group(3), us.group(1), us.group(2));
        }
        Matcher iso = ISO_DATE.matcher(date);
        return iso.matches() ? date(iso.group(1), iso.group(2), iso.group(3)) : Optional.empty();
    }

    /** A whole number of at most 18 digits; a fraction of noughts, as spreadsheets add it, is dropped. */
    public static Optional<Long> integer(String text) {
        Matcher whole = WHOLE.matcher(text.strip());
        return whole.matches() ? Optional.of(Long.valueOf(whole.group(1))) : Optional.empty();
    }

    private static Optional<LocalDate> date(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)))
                    .filter(date -> date.getYear() > 0);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
