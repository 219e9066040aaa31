package io.github.tic4j.claims.measure;

import io.github.tic4j.claims.Claim;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The cost that a month incurred, per member.
 *
 * @param month the month in which the claims begin
 * @param cost cost of claims whose person was a member in that month
 * @param unmatchedCost cost of claims whose person was not; it is not part of {@link #perMember}
 * @param members persons, payers and plans covered in that month
 * @param immature whether the month is among the last three of the data, for which claims are still to come
 */
public record MonthlyCost(YearMonth month, BigDecimal cost, BigDecimal unmatchedCost, long members, boolean immature) {

    private static final int RUN_OUT_MONTHS = 3;

    /** Cost per member and month to four places, rounded half up; empty for a month without members. */
    public Optional<BigDecimal> perMember() {
        return members == 0
                ? Optional.empty()
                : Optional.of(cost.divide(BigDecimal.valueOf(members), 4, RoundingMode.HALF_UP));
    }

    /**
     * The cost of each month that has members or claims, in order. Give all member months for the contributive view,
     * in which a part of the claims is held against everybody, or the months of a group alone for the relative view.
     *
     * @param claims the claims in force; reversals and denied claims are passed over, and so are those without a day
     * @param amount what a claim cost, such as {@code claim -> claim.amounts().paid()}
     * @param dataEnd the last day that the data covers
     */
    public static List<MonthlyCost> of(
            Stream<Claim> claims,
            Function<Claim, @Nullable BigDecimal> amount,
            Collection<MemberMonth> memberMonths,
            LocalDate dataEnd) {
        Map<YearMonth, Long> members = new TreeMap<>();
        Map<YearMonth, Set<String>> persons = new HashMap<>();
        for (MemberMonth month : new HashSet<>(memberMonths)) {
            members.merge(month.month(), 1L, Long::sum);
            persons.computeIfAbsent(month.month(), key -> new HashSet<>()).add(month.personId());
        }
        Map<YearMonth, BigDecimal> matched = new HashMap<>();
        Map<YearMonth, BigDecimal> unmatched = new HashMap<>();
        claims.filter(InForce::test).forEach(claim -> {
            LocalDate start = claim.startDate();
            if (start == null) {
                return;
            }
            YearMonth month = YearMonth.from(start);
            boolean member = persons.getOrDefault(month, Set.of()).contains(String.valueOf(claim.personId()));
            (member ? matched : unmatched).merge(month, Sums.orZero(amount.apply(claim)), BigDecimal::add);
        });
        YearMonth mature = YearMonth.from(dataEnd).minusMonths(RUN_OUT_MONTHS);
        Set<YearMonth> months = new TreeSet<>(members.keySet());
        months.addAll(matched.keySet());
        months.addAll(unmatched.keySet());
        List<MonthlyCost> costs = new ArrayList<>();
        for (YearMonth month : months) {
            costs.add(new MonthlyCost(
                    month,
                    matched.getOrDefault(month, BigDecimal.ZERO),
                    unmatched.getOrDefault(month, BigDecimal.ZERO),
                    members.getOrDefault(month, 0L),
                    month.isAfter(mature)));
        }
        return costs;
    }
}
