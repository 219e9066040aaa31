package io.github.tic4j.claims.alert;

import io.github.tic4j.claims.Claim;
import io.github.tic4j.claims.ClaimLine;
import io.github.tic4j.claims.PrescriptionFill;
import io.github.tic4j.claims.code.DischargeStatus;
import io.github.tic4j.claims.lifecycle.DuplicatePair;
import io.github.tic4j.claims.lifecycle.Duplicates;
import io.github.tic4j.claims.measure.Stay;
import io.github.tic4j.claims.measure.Stays;
import io.github.tic4j.claims.rule.Severity;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rules that look at all claims of one person. */
final class PersonAlerts {

    private static final int MIN_EARLY_DAYS = 7;
    private static final int MAX_STOCK_DAYS = 30;
    private static final int STOCK_WINDOW_DAYS = 180;
    private static final int CONTROLLED_WINDOW_DAYS = 90;
    private static final int CONTROLLED_SOURCES = 4;

    private PersonAlerts() {}

    /** A person and the ingredient of a drug. */
    record Therapy(String person, String ingredient) {}

    private record Fill(Claim claim, ClaimLine line, PrescriptionFill fill, LocalDate day, int supply) {

        Evidence evidence() {
            return Evidence.of(claim, line);
        }
    }

    static AlertRule<String> duplicates() {
        return new AlertRule<>(
                "FWA-01", 1, "the same service claimed twice", PersonAlerts::person, (person, claims) -> {
                    List<Observation> found = new ArrayList<>();
                    for (DuplicatePair pair : Duplicates.among(claims)) {
                        Evidence first = new Evidence(
                                pair.first().claimId(), pair.first().line());
                        Evidence second = new Evidence(
                                pair.second().claimId(), pair.second().line());
                        found.add(Observation.ofClaim(second.claimId())
                                .topic(pair.ruleId() + " " + second.line() + " " + first.claimId() + " " + first.line())
                                .severity(pair.exact() ? Severity.ERROR : Severity.WARNING)
                                .measured(
                                        pair.exact() ? "equal in all that counts" : "alike",
                                        "no such pair",
                                        pair.ruleId())
                                .evidence(first, second)
                                .saying("Two claims or lines ask for the same service."));
                    }
                    return found;
                });
    }

    static AlertRule<String> overlappingStays() {
        return new AlertRule<>("FWA-12", 1, "care elsewhere during a stay", PersonAlerts::person, (person, claims) -> {
            List<Stay> stays = Stays.merge(claims.stream());
            List<Observation> found = new ArrayList<>();
            for (Stay stay : stays) {
                List<Evidence> services = Service.of(claims).stream()
                        .filter(service -> Set.of("11", "12").contains(service.place()))
                        .filter(service -> service.day().isAfter(stay.admission())
                                && service.day().isBefore(stay.discharge()))
                        .map(Service::evidence)
                        .toList();
                if (!services.isEmpty()) {
                    found.add(draft(person, stay)
                            .topic("services " + stay.facility())
                            .evidence(services)
                            .measured(
                                    services.size() + " services", "none outside the hospital", "a day within the stay")
                            .saying("Services at home or in an office fall on days of a hospital stay."));
                }
                stays.stream()
                        .filter(other -> isElsewhere(stay, other))
                        .forEach(other -> found.add(draft(person, stay)
                                .topic("stay " + stay.facility() + " " + other.facility() + " " + other.admission())
                                .evidence(other.claimIds().stream()
                                        .map(id -> new Evidence(id, 0))
                                        .toList())
                                .measured(
                                        "a stay from " + other.admission(),
                                        "none before " + stay.discharge(),
                                        "overlapping days")
                                .saying("Two stays in different hospitals overlap.")));
            }
            return found;
        });
    }

    static AlertRule<Therapy> refills(AlertContext context) {
        return new AlertRule<>(
                "FWA-16",
                1,
                "refills long before they are needed",
                claim -> therapies(claim, context),
                (therapy, claims) -> refills(
                        therapy,
                        fills(
                                claims,
                                fill -> context.ingredient(fill)
                                        .filter(therapy.ingredient()::equals)
                                        .isPresent())));
    }

    static AlertRule<String> controlledFills(AlertContext context) {
        return new AlertRule<>(
                "FWA-11C",
                1,
                "controlled drugs from many prescribers and pharmacies",
                claim -> claim.lines().stream()
                                .anyMatch(line -> line.fill() != null && context.isControlled(line.fill()))
                        ? person(claim)
                        : List.of(),
                (person, claims) -> controlled(person, fills(claims, context::isControlled)));
    }

    private static List<String> person(Claim claim) {
        return claim.personId() == null ? List.of() : List.of(claim.personId());
    }

    private static boolean isElsewhere(Stay a, Stay b) {
        boolean inOrder = a.admission().isBefore(b.admission())
                || a.admission().equals(b.admission()) && a.facility().compareTo(b.facility()) < 0;
        DischargeStatus status = a.dischargeStatus();
        boolean transfer =
                status != null && status.value().equals("02") && !b.admission().isBefore(a.discharge());
        return inOrder
                && !transfer
                && !a.facility().equals(b.facility())
                && a.discharge().isAfter(b.admission())
                && b.discharge().isAfter(a.admission());
    }

    private static Observation.Draft draft(String person, Stay stay) {
        return Observation.ofPerson(person)
                .window(stay.admission(), stay.discharge())
                .evidence(
                        stay.claimIds().stream().map(id -> new Evidence(id, 0)).toList());
    }

    private static Set<Therapy> therapies(Claim claim, AlertContext context) {
        Set<Therapy> therapies = new LinkedHashSet<>();
        String person = claim.personId();
        for (ClaimLine line : claim.lines()) {
            PrescriptionFill fill = line.fill();
            if (fill != null && person != null) {
                context.ingredient(fill).ifPresent(ingredient -> therapies.add(new Therapy(person, ingredient)));
            }
        }
        return therapies;
    }

    private static List<Fill> fills(Collection<Claim> claims, Predicate<PrescriptionFill> wanted) {
        Stream<Fill> fills = claims.stream()
                .flatMap(claim -> claim.lines().stream()
                        .map(line -> fill(claim, line))
                        .filter(Objects::nonNull)
                        .map(Objects::requireNonNull));
        return fills.filter(fill -> wanted.test(fill.fill()))
                .sorted(Comparator.comparing(Fill::day).thenComparing(Fill::evidence))
                .toList();
    }

    private static @Nullable Fill fill(Claim claim, ClaimLine line) {
        PrescriptionFill fill = line.fill();
        if (fill == null || fill.dispensingDate() == null) {
            return null;
        }
        int supply = fill.daysSupply() == null ? 0 : Math.max(0, fill.daysSupply());
        return new Fill(claim, line, fill, fill.dispensingDate(), supply);
    }

    private static List<Observation> refills(Therapy therapy, List<Fill> fills) {
        List<Observation> found = new ArrayList<>();
        for (int i = 1; i < fills.size(); i++) {
            Fill fill = fills.get(i);
            Fill before = fills.get(i - 1);
            long stock = stockBefore(i, fills);
            if (stock > MIN_EARLY_DAYS && stock * 4 > before.supply()) {
                boolean piledUp = stock > MAX_STOCK_DAYS;
                found.add(Observation.ofPerson(therapy.person())
                        .topic(therapy.ingredient() + " " + fill.claim().id() + " "
                                + fill.line().number())
                        .window(before.day(), fill.day())
                        .severity(piledUp ? Severity.WARNING : Severity.INFO)
                        .evidence(before.evidence(), fill.evidence())
                        .measured(
                                stock + " days left",
                                "up to 7, or a quarter",
                                piledUp ? MAX_STOCK_DAYS : MIN_EARLY_DAYS)
                        .saying("A drug was handed out again while much of the earlier supply was left."));
            }
        }
        return found;
    }

    /** Days of supply left on the day of a fill, of the fills of the half year before it. */
    private static long stockBefore(int index, List<Fill> fills) {
        LocalDate day = fills.get(index).day();
        LocalDate until = LocalDate.MIN;
        for (Fill fill : fills.subList(0, index)) {
            if (ChronoUnit.DAYS.between(fill.day(), day) < STOCK_WINDOW_DAYS) {
                until = (fill.day().isAfter(until) ? fill.day() : until).plusDays(fill.supply());
            }
        }
        return until.isAfter(day) ? ChronoUnit.DAYS.between(day, until) : 0;
    }

    private static List<Observation> controlled(String person, List<Fill> fills) {
        for (int first = 0; first < fills.size(); first++) {
            LocalDate end = fills.get(first).day().plusDays(CONTROLLED_WINDOW_DAYS);
            List<Fill> window = fills.stream()
                    .skip(first)
                    .filter(fill -> fill.day().isBefore(end))
                    .toList();
            long prescribers = window.stream()
                    .map(f -> f.fill().prescriber())
                    .filter(Objects::nonNull)
                    .distinct()
                    .count();
            long pharmacies = window.stream()
                    .map(f -> f.fill().dispenser())
                    .filter(Objects::nonNull)
                    .distinct()
                    .count();
            if (prescribers >= CONTROLLED_SOURCES && pharmacies >= CONTROLLED_SOURCES) {
                return List.of(Observation.ofPerson(person)
                        .window(fills.get(first).day(), end.minusDays(1))
                        .evidence(window.stream().map(Fill::evidence).toList())
                        .measured(
                                prescribers + " prescribers, " + pharmacies + " pharmacies",
                                "fewer than 4 of either",
                                "4 and 4 in 90 days")
                        .saying("Controlled drugs come from many prescribers and pharmacies in a short time."));
            }
        }
        return List.of();
    }
}
