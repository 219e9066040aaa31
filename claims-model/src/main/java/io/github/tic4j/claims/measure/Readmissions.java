package io.github.tic4j.claims.measure;

import io.github.tic4j.claims.code.DischargeStatus;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Returns to hospital within a number of days of discharge, after the hospital-wide measure of CMS, simplified.
 *
 * <p>A stay is an index unless the patient died, left against advice, was transferred to other acute care, or was
 * discharged so close to the end of the data that a return could not be seen. Its readmission is the first later stay,
 * if that begins within the window, the day of discharge included; only the first counts, and a readmission can be an
 * index itself. A stay that begins on the day of discharge at the same hospital for the same diagnosis continues the
 * earlier one and is neither.
 */
public final class Readmissions {

    private static final Set<String> TRANSFER = Set.of("02");
    private static final Set<String> ANY_TRANSFER = Set.of("02", "05", "43", "66");

    private Readmissions() {}

    /**
     * What counts.
     *
     * @param window the days within which a return counts
     * @param transfers the discharge statuses that pass the patient on to other acute care
     * @param planned stays that were planned, beyond those that the discharge status of the index announces (81 to 95)
     * @param excluded stays that can be no index, such as those without a year of enrolment, of another age, or for
     *     cancer, psychiatry or rehabilitation; they still count as returns
     */
    public record Options(int window, Set<String> transfers, Predicate<Stay> planned, Predicate<Stay> excluded) {

        /** Copies the set. */
        public Options {
            if (window < 1) {
                throw new IllegalArgumentException("window must be at least one day, was " + window);
            }
            transfers = Set.copyOf(transfers);
        }

        /** Thirty days, transfers by status 02, nothing else planned or excluded. */
        public static Options defaults() {
            return new Options(30, TRANSFER, stay -> false, stay -> false);
        }

        /** The same, with statuses 05, 43 and 66 as transfers too. */
        public Options withAnyTransfer() {
            return new Options(window, ANY_TRANSFER, planned, excluded);
        }

        /** The same with another test for planned stays. */
        public Options withPlanned(Predicate<Stay> value) {
            return new Options(window, transfers, value, excluded);
        }

        /** The same with another test for stays that are no index. */
        public Options withExcluded(Predicate<Stay> value) {
            return new Options(window, transfers, planned, value);
        }
    }

    /**
     * An index stay and the return to it.
     *
     * @param index the stay
     * @param readmission the first later stay if it began within the window
     * @param planned whether the return was planned
     */
    public record Outcome(Stay index, @Nullable Stay readmission, boolean planned) {

        /** Whether there was a return, planned or not. */
        public boolean isReadmitted() {
            return readmission != null;
        }

        /** Days from discharge to the return, or -1 if there was none. */
        public long days() {
            return readmission == null ? -1 : ChronoUnit.DAYS.between(index.discharge(), readmission.admission());
        }
    }

    /**
     * The outcomes of all index stays and their rates.
     *
     * @param outcomes one per index stay
     */
    public record Summary(List<Outcome> outcomes) {

        /** Copies the list. */
        public Summary {
            outcomes = List.copyOf(outcomes);
        }

        /** Index stays with a return, of all index stays. */
        public Rate crude() {
            return new Rate(outcomes.stream().filter(Outcome::isReadmitted).count(), outcomes.size());
        }

        /** Index stays with a return that was not planned, of all index stays. */
        public Rate unplanned() {
            return new Rate(
                    outcomes.stream()
                            .filter(outcome -> outcome.isReadmitted() && !outcome.planned())
                            .count(),
                    outcomes.size());
        }
    }

    /**
     * Finds the returns.
     *
     * @param stays the stays of any number of persons, in any order
     * @param dataEnd the last day that the data covers
     */
    public static Summary of(Collection<Stay> stays, LocalDate dataEnd, Options options) {
        Map<String, List<Stay>> persons = new TreeMap<>();
        stays.forEach(stay -> persons.computeIfAbsent(stay.personId(), key -> new ArrayList<>())
                .add(stay));
        List<Outcome> outcomes = new ArrayList<>();
        for (List<Stay> person : persons.values()) {
            List<Stay> inOrder = continued(person);
            for (int i = 0; i < inOrder.size(); i++) {
                if (isIndex(inOrder.get(i), dataEnd, options)) {
                    outcomes.add(outcome(i, inOrder, options));
                }
            }
        }
        return new Summary(outcomes);
    }

    private static boolean isIndex(Stay stay, LocalDate dataEnd, Options options) {
        DischargeStatus status = stay.dischargeStatus();
        boolean gone = status != null
                && (status.isDeath()
                        || status.isStillPatient()
                        || status.value().equals("07")
                        || options.transfers().contains(status.value()));
        return !gone
                && !stay.discharge().isAfter(dataEnd.minusDays(options.window()))
                && !options.excluded().test(stay);
    }

    private static Outcome outcome(int place, List<Stay> inOrder, Options options) {
        Stay index = inOrder.get(place);
        for (int i = 0; i < inOrder.size(); i++) {
            Stay later = inOrder.get(i);
            if (i == place || later.admission().isBefore(index.discharge())) {
                continue;
            }
            if (later.admission().isAfter(index.discharge().plusDays(options.window()))) {
                break;
            }
            DischargeStatus status = index.dischargeStatus();
            boolean announced = status != null && status.plansReadmission();
            return new Outcome(index, later, announced || options.planned().test(later));
        }
        return new Outcome(index, null, false);
    }

    private static List<Stay> continued(List<Stay> stays) {
        List<Stay> inOrder = new ArrayList<>(stays);
        inOrder.sort(Comparator.comparing(Stay::admission)
                .thenComparing(Stay::discharge)
                .thenComparing(Stay::facility));
        List<Stay> joined = new ArrayList<>();
        for (Stay stay : inOrder) {
            int before = joined.size() - 1;
            if (before >= 0 && continues(joined.get(before), stay)) {
                joined.set(before, join(joined.get(before), stay));
            } else {
                joined.add(stay);
            }
        }
        return joined;
    }

    private static boolean continues(Stay before, Stay stay) {
        return before.discharge().equals(stay.admission())
                && before.facility().equals(stay.facility())
                && before.principalDiagnosis() != null
                && before.principalDiagnosis().equals(stay.principalDiagnosis());
    }

    private static Stay join(Stay before, Stay stay) {
        List<String> claims = new ArrayList<>(before.claimIds());
        claims.addAll(stay.claimIds());
        return new Stay(
                before.personId(),
                before.facility(),
                before.admission(),
                stay.discharge(),
                stay.dischargeStatus(),
                before.principalDiagnosis(),
                claims,
                Sums.plus(before.amounts(), stay.amounts()));
    }
}
