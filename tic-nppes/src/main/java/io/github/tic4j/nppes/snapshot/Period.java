package io.github.tic4j.nppes.snapshot;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The days that a bulk file covers, both ends included.
 *
 * @param from the first day
 * @param through the last day
 */
record Period(LocalDate from, LocalDate through) {

    private static final LocalDate FIRST_EVER = LocalDate.of(2005, 5, 23);
    private static final Pattern MEMBER =
            Pattern.compile("([0-9]{4})([0-9]{2})([0-9]{2})-([0-9]{4})([0-9]{2})([0-9]{2})");

    Period {
        if (through.isBefore(from)) {
            throw new IllegalArgumentException(
                    "A period ends on or after its first day, not " + from + " to " + through);
        }
    }

    /** The period in a member's name, such as {@code npidata_pfile_20050523-20260809.csv}, or {@code null}. */
    static @Nullable Period in(String name) {
        Matcher dates = MEMBER.matcher(name);
        if (!dates.find()) {
            return null;
        }
        try {
            return new Period(day(dates, 1), day(dates, 4));
        } catch (DateTimeException | IllegalArgumentException e) {
            return null;
        }
    }

    /** The period of a full file up to a day. */
    static Period full(LocalDate through) {
        return new Period(FIRST_EVER.isAfter(through) ? through : FIRST_EVER, through);
    }

    /** Whether it starts with the first NPI ever issued, as a full file does. */
    boolean isFull() {
        return !from.isAfter(FIRST_EVER);
    }

    /** Whether nothing is missing between the end of what came before and the start of this. */
    boolean continues(LocalDate before) {
        return !from.isAfter(before.plusDays(1));
    }

    @Override
    public String toString() {
        return from + " to " + through;
    }

    private static LocalDate day(Matcher dates, int group) {
        return LocalDate.of(
                Integer.parseInt(dates.group(group)),
                Integer.parseInt(dates.group(group + 1)),
                Integer.parseInt(dates.group(group + 2)));
    }
}
