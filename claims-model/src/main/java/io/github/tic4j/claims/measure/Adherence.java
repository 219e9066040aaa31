package io.github.tic4j.claims.measure;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How well the fills of one person cover time with the drugs of one class. */
public final class Adherence {

    private static final int MIN_DAYS = 91;

    private Adherence() {}

    /**
     * Proportion of days covered.
     *
     * @param indexDate the first fill, which begins the treatment
     * @param covered days on which any drug of the class was at hand
     * @param days days from the index date to the end, both included
     */
    public record Pdc(LocalDate indexDate, int covered, int days) {

        /** Covered days of all days. */
        public Rate rate() {
            return new Rate(covered, days);
        }

        /** Whether at least 80 of 100 days are covered; antiretrovirals ask for 90. */
        public boolean isAdherent() {
            return isAdherent(80);
        }

        /** Whether at least this many of 100 days are covered. */
        public boolean isAdherent(int percent) {
            return covered * 100L >= (long) percent * days;
        }
    }

    /**
     * Medication possession ratio: all supply of the period over its days. It passes 1 where supply was piled up.
     *
     * @param supply days of supply handed out
     * @param days days from the first fill to the end
     */
    public record Mpr(int supply, int days) {

        /** The ratio as it is. */
        public Rate raw() {
            return new Rate(supply, days);
        }

        /** The ratio, at most 1. */
        public Rate capped() {
            return new Rate(Math.min(supply, days), days);
        }
    }

    /**
     * The proportion of days covered, after the measure of the Pharmacy Quality Alliance. A fill that comes before the
     * last supply of the same drug is used up begins the day after that supply, and what it pushes is pushed in turn;
     * different drugs of the class are not pushed. Supply behind the end does not count.
     *
     * @param fills one person's fills of the class, in any order; those outside the period do not count
     * @param start first day of the period
     * @param end its last day, or the day of death or disenrolment if that is earlier
     * @return empty where the person is not measured: fewer than two fills on different days, or a first fill less than
     *     91 days before the end. The age, 18 or more, is for the caller to check.
     */
    public static Optional<Pdc> pdc(Collection<DrugFill> fills, LocalDate start, LocalDate end) {
        List<DrugFill> inPeriod = inPeriod(fills, start, end);
        if (inPeriod.stream().map(DrugFill::date).distinct().count() < 2) {
            return Optional.empty();
        }
        LocalDate index = inPeriod.get(0).date();
        int days = (int) ChronoUnit.DAYS.between(index, end) + 1;
        if (days - 1 < MIN_DAYS) {
            return Optional.empty();
        }
        BitSet covered = new BitSet(days);
        Map<String, Integer> suppliedUntil = new HashMap<>();
        for (DrugFill fill : inPeriod) {
            int dispensed = (int) ChronoUnit.DAYS.between(index, fill.date());
            int from = Math.max(dispensed, suppliedUntil.getOrDefault(fill.drug(), 0));
            int until = (int) Math.min(Integer.MAX_VALUE, (long) from + fill.daysSupply());
            suppliedUntil.put(fill.drug(), until);
            covered.set(Math.min(from, days), Math.min(until, days));
        }
        return Optional.of(new Pdc(index, covered.cardinality(), days));
    }

    /**
     * The medication possession ratio from the first fill to the end of the period.
     *
     * @param fills one person's fills of the class, in any order; those outside the period do not count
     * @return empty where there is no fill in the period
     */
    public static Optional<Mpr> mpr(Collection<DrugFill> fills, LocalDate start, LocalDate end) {
        List<DrugFill> inPeriod = inPeriod(fills, start, end);
        if (inPeriod.isEmpty()) {
            return Optional.empty();
        }
        int supply = inPeriod.stream().mapToInt(DrugFill::daysSupply).reduce(0, Math::addExact);
        return Optional.of(new Mpr(
                supply, (int) ChronoUnit.DAYS.between(inPeriod.get(0).date(), end) + 1));
    }

    private static List<DrugFill> inPeriod(Collection<DrugFill> fills, LocalDate start, LocalDate end) {
        if (fills.stream().map(DrugFill::personId).distinct().count() > 1) {
            throw new IllegalArgumentException("the fills are of more than one person");
        }
        return fills.stream()
                .filter(fill -> !fill.date().isBefore(start) && !fill.date().isAfter(end))
                .sorted(Comparator.comparing(DrugFill::date)
                        .thenComparing(DrugFill::drug)
                        .thenComparing(DrugFill::daysSupply))
                .toList();
    }
}
