package io.github.tic4j.claims.measure;

import io.github.tic4j.claims.CoverageSpan;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A calendar month in which a person was covered by a payer's plan on at least one day.
 *
 * @param personId the person
 * @param payer the payer
 * @param plan the plan
 * @param month the month
 */
public record MemberMonth(
        String personId, @Nullable String payer, @Nullable String plan, YearMonth month) {

    /**
     * The member months of spans, each once however many spans touch it. A span without a first day is left out; one
     * without a last day, or with one in the far future, runs to the last day of the data.
     *
     * @param dataEnd the last day that the data covers
     */
    public static Set<MemberMonth> of(Stream<CoverageSpan> spans, LocalDate dataEnd) {
        Set<MemberMonth> months = new LinkedHashSet<>();
        spans.forEach(span -> {
            LocalDate start = span.startDate();
            if (start != null && (span.endDate() == null || !span.endDate().isBefore(start))) {
                LocalDate end = span.endDate() == null || span.endDate().isAfter(dataEnd) ? dataEnd : span.endDate();
                YearMonth last = YearMonth.from(end);
                for (YearMonth month = YearMonth.from(start); !month.isAfter(last); month = month.plusMonths(1)) {
                    months.add(new MemberMonth(span.personId(), span.payer(), span.plan(), month));
                }
            }
        });
        return months;
    }

    @Override
    public String toString() {
        return "MemberMonth[" + month + "]";
    }
}
