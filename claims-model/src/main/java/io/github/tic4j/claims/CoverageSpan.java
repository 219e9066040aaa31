package io.github.tic4j.claims;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of time in which a payer covers a person. {@code toString} shows the days only.
 *
 * @param personId the person; blank if the source has none
 * @param memberId the person at the payer
 * @param subscriberId who holds the policy
 * @param relationship of the person to the subscriber, as sent
 * @param payer the payer
 * @param payerType kind of payer as sent, {@code medicare}
 * @param plan the plan
 * @param group group number
 * @param startDate first day
 * @param endDate last day, null while it lasts
 * @param source the data source
 */
public record CoverageSpan(
        String personId,
        @Nullable String memberId,
        @Nullable String subscriberId,
        @Nullable String relationship,
        @Nullable String payer,
        @Nullable String payerType,
        @Nullable String plan,
        @Nullable String group,
        @Nullable LocalDate startDate,
        @Nullable LocalDate endDate,
        @Nullable String source) {

    /** A span without anything but person, payer, plan and days. */
    public static CoverageSpan of(
            String personId,
            @Nullable String payer,
            @Nullable String plan,
            LocalDate startDate,
            @Nullable LocalDate endDate) {
        return new CoverageSpan(personId, null, null, null, payer, null, plan, null, startDate, endDate, null);
    }

    /** Whether any day from start to end, both included, is covered. An absent day of the span is open on its side. */
    public boolean overlaps(LocalDate from, LocalDate through) {
        return (startDate == null || !startDate.isAfter(through)) && (endDate == null || !endDate.isBefore(from));
    }

    @Override
    public String toString() {
        return "CoverageSpan[" + startDate + ".." + (endDate == null ? "" : endDate) + "]";
    }
}
