package io.github.tic4j.normalize;

import io.github.tic4j.mrf.LenientDates;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A date, with what was published where that is not an ISO date.
 *
 * @param date the date; null where the text is none, or one that no engine can hold
 * @param text the date as published, where it is not the date
 */
record NormalDate(@Nullable LocalDate date, @Nullable String text) {

    private static final int LAST_YEAR = 9999;

    static NormalDate of(@Nullable String published) {
        LocalDate date = LenientDates.parse(published)
                .filter(parsed -> parsed.getYear() <= LAST_YEAR)
                .orElse(null);
        return new NormalDate(date, Texts.unlessNormal(published, date == null ? null : date.toString()));
    }
}
