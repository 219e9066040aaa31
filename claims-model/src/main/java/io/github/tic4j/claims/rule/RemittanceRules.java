package io.github.tic4j.claims.rule;

import io.github.tic4j.claims.Remittance;
import io.github.tic4j.claims.lifecycle.Imbalance;
import io.github.tic4j.claims.lifecycle.Imbalance.Level;
import io.github.tic4j.claims.lifecycle.RemittanceBalance;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A remittance balances. */
final class RemittanceRules {

    static final List<Rule<Remittance>> ALL = List.of(
            balance(
                    "AMT-008",
                    "claims",
                    "Charge less adjustments is the payment, of each line and each claim",
                    EnumSet.of(Level.LINE, Level.CLAIM)),
            balance(
                    "AMT-009",
                    "claims",
                    "The adjustments of group PR are what the patient owes",
                    EnumSet.of(Level.PATIENT_RESPONSIBILITY)),
            balance(
                    "AMT-010",
                    "payment",
                    "Payments less the provider's adjustments are the money that was moved",
                    EnumSet.of(Level.TRANSACTION)));

    private RemittanceRules() {}

    private static Rule<Remittance> balance(String id, String path, String reason, Set<Level> levels) {
        RuleInfo info = new RuleInfo(id, Severity.ERROR, Scope.REMITTANCE, Dimension.ACCURACY, path, reason, false);
        return new Rule<>(info, (remittance, findings) -> {
            Result result = Result.PASS;
            for (Imbalance imbalance : RemittanceBalance.check(remittance)) {
                if (levels.contains(imbalance.level())) {
                    result = findings.fail(
                            imbalance.path(),
                            Money.show(imbalance.actual()) + ", not " + Money.show(imbalance.expected()));
                }
            }
            return result;
        });
    }
}
