package io.github.tic4j.claims.rule;

import static io.github.tic4j.claims.rule.Dimension.ACCURACY;
import static io.github.tic4j.claims.rule.Dimension.NONE;
import static io.github.tic4j.claims.rule.Severity.ERROR;
import static io.github.tic4j.claims.rule.Severity.INFO;
import static io.github.tic4j.claims.rule.Severity.WARNING;

import io.github.tic4j.claims.Claim;
import io.github.tic4j.claims.InstitutionalDetail;
import io.github.tic4j.claims.code.BillType;
import io.github.tic4j.claims.lifecycle.ClaimChain;
import io.github.tic4j.claims.lifecycle.ClaimChain.Reversal;
import io.github.tic4j.claims.lifecycle.Deliveries;
import io.github.tic4j.claims.lifecycle.Deliveries.Delivery;
import io.github.tic4j.claims.lifecycle.DuplicatePair;
import io.github.tic4j.claims.lifecycle.DuplicatePair.Place;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Several claims fit together, and none asks twice for one service. */
final class ClaimSetRules {

    static final List<Rule<ClaimSet>> ALL = List.of(
            oneValue("INT-001", ERROR, "type", "All records of a claim are of one type", Claim::type),
            oneValue("INT-002", ERROR, "personId", "All records of a claim are of one person", Claim::personId),
            oneValue(
                    "INT-003",
                    WARNING,
                    "institutional.billType",
                    "A claim has one bill type and one DRG",
                    first(ClaimSetRules::group)),
            oneValue(
                    "INT-004",
                    WARNING,
                    "institutional.admissionDate",
                    "A claim is of one stay",
                    first(ClaimSetRules::stay)),
            rule("AMT-014", ACCURACY, WARNING, "amounts", "A reversal nets to nought", ClaimSetRules::checkReversals),
            noPair("DUP-001", ERROR, "No institutional claim repeats another in all that is billed"),
            noPair("DUP-002", ERROR, "No professional line repeats another in all that is billed"),
            noPair("DUP-003", WARNING, "Institutional claims of a person and a provider do not overlap"),
            noPair("DUP-004", WARNING, "Professional lines of a person, a provider and a procedure do not overlap"),
            rule("DUP-005", NONE, INFO, "id", "A claim is delivered once", ClaimSetRules::checkDeliveries),
            noPair("DUP-006", ERROR, "A pharmacy dispenses a drug to a person once a day"));

    private ClaimSetRules() {}

    private static Rule<ClaimSet> rule(
            String id, Dimension dimension, Severity severity, String path, String reason, Check<ClaimSet> check) {
        return new Rule<>(new RuleInfo(id, severity, Scope.CLAIM_SET, dimension, path, reason, false), check);
    }

    /** All records under one id give one answer; those that give none do not count. */
    private static Rule<ClaimSet> oneValue(
            String id, Severity severity, String path, String reason, Function<Claim, @Nullable Object> value) {
        return rule(id, ACCURACY, severity, path, reason, (set, findings) -> {
            Result result = Result.NOT_APPLICABLE;
            for (List<Claim> records : set.byId().values()) {
                long values = records.stream()
                        .map(value)
                        .filter(Objects::nonNull)
                        .distinct()
                        .count();
                if (values > 0) {
                    String claimId = records.get(0).id();
                    String observed = values + " different ones";
                    result = result.and(values == 1 ? Result.PASS : findings.fail(claimId, path, observed));
                }
            }
            return result;
        });
    }

    // Only of first records, for adjustments may rightly correct it.
    private static Function<Claim, @Nullable Object> first(Function<InstitutionalDetail, @Nullable Object> value) {
        return claim -> claim.isOriginal() ? value.apply(claim.institutional()) : null;
    }

    private static @Nullable Object group(InstitutionalDetail detail) {
        BillType billType = detail.billType();
        String facility = billType == null ? null : billType.facility();
        return facility == null && detail.drg() == null ? null : Arrays.asList(facility, detail.drg());
    }

    private static @Nullable Object stay(InstitutionalDetail detail) {
        return detail.admissionDate() == null ? null : Arrays.asList(detail.admissionDate(), detail.dischargeDate());
    }

    private static Result checkReversals(ClaimSet set, Findings findings) {
        Result result = Result.NOT_APPLICABLE;
        for (ClaimChain chain : set.chains()) {
            for (Reversal reversal : chain.reversals()) {
                if (!reversal.netsToZero()) {
                    result = findings.fail(reversal.reversal().id(), "amounts", "charge or payment is left over");
                } else if (reversal.reversed().isPresent()) {
                    result = result.and(Result.PASS);
                }
            }
        }
        return result;
    }

    private static Rule<ClaimSet> noPair(String id, Severity severity, String reason) {
        return rule(id, NONE, severity, "id", reason, (set, findings) -> {
            Result result = set.claims().size() > 1 ? Result.PASS : Result.NOT_APPLICABLE;
            for (DuplicatePair pair : set.duplicates()) {
                if (pair.ruleId().equals(id)) {
                    Place second = pair.second();
                    String path = second.line() == 0 ? "id" : "line " + second.line();
                    String observed = pair.exact() ? "" : "suspect";
                    result = findings.failBeside(pair.first().claimId(), second.claimId(), path, observed);
                }
            }
            return result;
        });
    }

    private static Result checkDeliveries(ClaimSet set, Findings findings) {
        Deliveries deliveries = new Deliveries();
        Result result = set.claims().isEmpty() ? Result.NOT_APPLICABLE : Result.PASS;
        for (Claim claim : set.claims()) {
            Delivery delivery = deliveries.accept(claim);
            if (delivery != Delivery.NEW) {
                String observed = delivery == Delivery.REPEATED ? "same content" : "other content";
                result = findings.fail(claim.id(), "id", observed);
            }
        }
        return result;
    }
}
