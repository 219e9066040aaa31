package io.github.tic4j.claims.rule;

import io.github.tic4j.claims.Claim;
import io.github.tic4j.claims.ClaimLine;
import io.github.tic4j.claims.PrescriptionFill;
import io.github.tic4j.claims.code.Modifier;
import io.github.tic4j.claims.code.Ndc;
import io.github.tic4j.claims.rule.NcciTables.PairEdit;
import io.github.tic4j.claims.rule.NcciTables.UnitLimit;
import io.github.tic4j.claims.rule.ServiceDay.Service;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What one provider does for a person on a day, and when a person gets a drug again; all of it needs tables. */
final class ServiceRules {

    // A fill is early while more than a quarter of the last supply, and more than a week of it, is left.
    private static final int WEEK = 7;

    static final List<Rule<ClaimSet>> ALL = List.of(
            rule("NCCI-01", "lines", "No code stands beside one that includes it", ncci(ServiceRules::checkPairs)),
            rule("NCCI-02", "lines", "No code has more units than are likely", ncci(ServiceRules::checkUnits)),
            rule("NCCI-03", "lines", "An add-on code has one of its primary codes", ncci(ServiceRules::checkAddOns)),
            rule("RX-002", "fill", "A controlled drug is not refilled early", ServiceRules::checkRefills));

    private ServiceRules() {}

    private static Rule<ClaimSet> rule(String id, String path, String reason, Check<ClaimSet> check) {
        RuleInfo info = new RuleInfo(id, Severity.WARNING, Scope.CLAIM_SET, Dimension.NONE, path, reason, true);
        return new Rule<>(info, check);
    }

    /** Runs an edit on each day of service; it does not apply without tables. */
    private static Check<ClaimSet> ncci(DayCheck check) {
        return (set, findings) -> {
            NcciTables tables = set.reference().ncci();
            if (tables == null || set.serviceDays().isEmpty()) {
                return Result.NOT_APPLICABLE;
            }
            Result result = Result.PASS;
            for (ServiceDay day : set.serviceDays()) {
                result = result.and(check.run(day, tables, findings));
            }
            return result;
        };
    }

    private static Result checkPairs(ServiceDay day, NcciTables tables, Findings findings) {
        List<Service> services = day.services();
        Result result = Result.PASS;
        for (int i = 0; i < services.size(); i++) {
            for (int j = 0; j < services.size(); j++) {
                Service first = services.get(i);
                Service second = services.get(j);
                if (i != j && isDenied(first, second, day.date(), tables)) {
                    String observed = second.code() + " beside " + first.code();
                    result = findings.failBeside(first.claimId(), second.claimId(), second.path(), observed);
                }
            }
        }
        return result;
    }

    private static boolean isDenied(Service first, Service second, LocalDate date, NcciTables tables) {
        for (PairEdit edit : tables.pairEdits(first.code(), second.code())) {
            boolean lifted = edit.indicator() == 1 && (liftsEdit(first.line()) || liftsEdit(second.line()));
            if (edit.isActiveOn(date) && !lifted) {
                return true;
            }
        }
        return false;
    }

    private static boolean liftsEdit(ClaimLine line) {
        return line.modifiers().stream().anyMatch(Modifier::liftsNcciEdit);
    }

    private static Result checkUnits(ServiceDay day, NcciTables tables, Findings findings) {
        Map<String, BigDecimal> units = new HashMap<>();
        Result result = Result.PASS;
        for (Service service : day.services()) {
            Optional<UnitLimit> limit = tables.unitLimit(service.code(), day.date());
            if (limit.isEmpty()) {
                continue;
            }
            BigDecimal ofLine = service.line().units() == null
                    ? BigDecimal.ONE
                    : service.line().units();
            BigDecimal billed = limit.get().perLine() ? ofLine : units.merge(service.code(), ofLine, BigDecimal::add);
            if (billed.compareTo(BigDecimal.valueOf(limit.get().units())) > 0) {
                String observed = billed.toPlainString() + " of " + service.code() + ", likely are "
                        + limit.get().units();
                result = findings.fail(service.claimId(), service.path(), observed);
            }
        }
        return result;
    }

    private static Result checkAddOns(ServiceDay day, NcciTables tables, Findings findings) {
        Result result = Result.PASS;
        for (Service service : day.services()) {
            Set<String> primaries = tables.primariesOf(service.code());
            if (!primaries.isEmpty() && day.services().stream().noneMatch(other -> primaries.contains(other.code()))) {
                result = findings.fail(service.claimId(), service.path(), service.code());
            }
        }
        return result;
    }

    private static Result checkRefills(ClaimSet set, Findings findings) {
        Predicate<String> controlled = set.reference().controlledDrugs();
        if (controlled == null) {
            return Result.NOT_APPLICABLE;
        }
        Result result = Result.NOT_APPLICABLE;
        for (List<Fill> fills : fillsByPersonAndDrug(set.claims(), controlled).values()) {
            result = result.and(checkFills(fills, findings));
        }
        return result;
    }

    private static Result checkFills(List<Fill> fills, Findings findings) {
        Result result = Result.PASS;
        LocalDate suppliedUntil = LocalDate.MIN;
        int lastSupply = 0;
        for (Fill fill : fills) {
            long left = suppliedUntil.toEpochDay() - fill.date().toEpochDay();
            if (left > Math.max(WEEK, lastSupply / 4)) {
                result = findings.fail(fill.claimId(), fill.path(), left + " days of supply were left");
            }
            LocalDate start = left > 0 ? suppliedUntil : fill.date();
            suppliedUntil = start.plusDays(fill.days());
            lastSupply = fill.days();
        }
        return result;
    }

    private static Map<List<String>, List<Fill>> fillsByPersonAndDrug(
            List<Claim> claims, Predicate<String> controlled) {
        Map<List<String>, List<Fill>> groups = new LinkedHashMap<>();
        for (Claim claim : claims) {
            String person = claim.personId();
            for (int i = 0; i < claim.lines().size() && claim.isOriginal() && person != null; i++) {
                Fill fill = Fill.of(claim, i, controlled);
                if (fill != null) {
                    groups.computeIfAbsent(List.of(person, fill.drug()), key -> new ArrayList<>())
                            .add(fill);
                }
            }
        }
        groups.values()
                .forEach(fills -> fills.sort(Comparator.comparing(Fill::date).thenComparing(Fill::claimId)));
        return groups;
    }

    /** A fill of a controlled drug. The first nine digits of an NDC are the drug, the last two its package. */
    private record Fill(String claimId, String path, String drug, LocalDate date, int days) {

        static @Nullable Fill of(Claim claim, int index, Predicate<String> controlled) {
            PrescriptionFill fill = claim.lines().get(index).fill();
            if (fill == null || fill.ndc() == null || fill.dispensingDate() == null || fill.daysSupply() == null) {
                return null;
            }
            Ndc ndc = fill.ndc();
            boolean counts = ndc.isValid() && controlled.test(ndc.value());
            String drug = counts ? ndc.value().substring(0, 9) : "";
            String path = "lines[" + index + "].fill";
            return counts ? new Fill(claim.id(), path, drug, fill.dispensingDate(), fill.daysSupply()) : null;
        }
    }

    /** Judges one day. */
    @FunctionalInterface
    private interface DayCheck {
        Result run(ServiceDay day, NcciTables tables, Findings findings);
    }
}
