package io.github.tic4j.validate;

import io.github.tic4j.mrf.Finding;
import io.github.tic4j.mrf.Finding.Severity;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How many prices expire on which day: whether that was too early, only the header tells, which may come last. */
final class Expirations {

    private static final int MOST_DAYS = 10_000;

    private final SortedMap<LocalDate, Day> days = new TreeMap<>();

    /** The prices that expire on one day. */
    static final class Day {
        private long prices;
        private String path = "";
        private long byteOffset;

        void add(Place place) {
            if (prices++ == 0) {
                path = place.path();
                byteOffset = place.byteOffset();
            }
        }
    }

    /** The counter of a day; {@code null} if there is no day, or too many. */
    @Nullable
    Day of(@Nullable LocalDate date) {
        if (date == null || (days.size() >= MOST_DAYS && !days.containsKey(date))) {
            return null;
        }
        return days.computeIfAbsent(date, key -> new Day());
    }

    /** Reports the prices that had expired before a day, with a sample for each expiration date. */
    void report(LocalDate updated, Severity severity, FindingTally tally) {
        days.headMap(updated).forEach((date, day) -> {
            if (day.prices > 0) {
                String rule = QualityRule.PRICE_EXPIRED.id();
                tally.addCount(rule, severity, day.prices);
                tally.keep(new Finding(
                        rule,
                        severity,
                        day.path,
                        day.byteOffset,
                        date.toString(),
                        "Expected a price to hold at least until " + updated + ", when the file was updated; "
                                + day.prices + " expired on " + date));
            }
        });
    }
}
