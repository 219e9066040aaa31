package io.github.tic4j.mrf;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates as publishers spell them: {@code 2026-01-31}, with a time behind it, {@code 1/31/2026} and {@code 20260131}. */
public final class LenientDates {

    private static final Pattern ISO = Pattern.compile("(\\d{4,5})-(\\d{1,2})-(\\d{1,2})(?:[T ].*)?");
    private static final Pattern SLASHES = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})(?:\\s.*)?");
    private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");

    private LenientDates() {}

    /** The date that a text means; empty where it means none. */
    public static Optional<LocalDate> parse(@Nullable String published) {
        if (published == null) {
            return Optional.empty();
        }
        String text = published.strip();
        Matcher iso = ISO.matcher(text);
        if (iso.matches()) {
            return date(iso.group(1), iso.group(2), iso.group(3));
        }
        Matcher slashes = SLASHES.matcher(text);
        if (slashes.matches()) {
            return date(slashes.group(3), slashes.group(1), slashes.group(2));
        }
        Matcher compact = COMPACT.matcher(text);
        return compact.matches() ? date(compact.group(1), compact.group(2), compact.group(3)) : Optional.empty();
    }

    private static Optional<LocalDate> date(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }
}
