package io.github.tic4j.claims.lifecycle;

import io.github.tic4j.claims.Adjustment;
import io.github.tic4j.claims.ClaimPayment;
import io.github.tic4j.claims.ProviderAdjustment;
import io.github.tic4j.claims.Remittance;
import io.github.tic4j.claims.ServicePayment;
import io.github.tic4j.claims.lifecycle.Imbalance.Level;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Balances a remittance at its three levels, to the cent:
 *
 * <ul>
 *   <li>line: charge less the line's adjustments is the line's payment;
 *   <li>claim: charge less the adjustments of claim and lines is the claim's payment, and those of group PR are what the patient
 *       owes, but for reversals and where nothing is said about the patient;
 *   <li>transaction: the payments of the claims less the provider's adjustments are the money that was moved.
 * </ul>
 */
public final class RemittanceBalance {

    private RemittanceBalance() {}

    /** Every sum that does not come out; empty if the remittance balances. */
    public static List<Imbalance> check(Remittance remittance) {
        List<Imbalance> found = new ArrayList<>(0);
        BigDecimal total = BigDecimal.ZERO;
        for (int i = 0; i < remittance.claims().size(); i++) {
            ClaimPayment claim = remittance.claims().get(i);
            total = total.add(claim.paid());
            checkClaim("claims[" + i + "].", claim, found);
        }
        for (ProviderAdjustment adjustment : remittance.providerAdjustments()) {
            total = total.subtract(adjustment.amount());
        }
        compare(Level.TRANSACTION, "payment", total, remittance.payment(), found);
        return found;
    }

    private static void checkClaim(String path, ClaimPayment claim, List<Imbalance> found) {
        BigDecimal adjusted = sum(claim.adjustments());
        BigDecimal owed = patientShare(claim.adjustments());
        for (int i = 0; i < claim.services().size(); i++) {
            ServicePayment service = claim.services().get(i);
            BigDecimal ofLine = sum(service.adjustments());
            adjusted = adjusted.add(ofLine);
            owed = owed.add(patientShare(service.adjustments()));
            BigDecimal expected = service.charge().subtract(ofLine);
            compare(Level.LINE, path + "services[" + i + "].paid", expected, service.paid(), found);
        }
        compare(Level.CLAIM, path + "paid", claim.charge().subtract(adjusted), claim.paid(), found);
        BigDecimal stated = claim.patientResponsibility();
        if (stated != null && !claim.isReversal()) {
            compare(Level.PATIENT_RESPONSIBILITY, path + "patientResponsibility", owed, stated, found);
        }
    }

    private static BigDecimal sum(List<Adjustment> adjustments) {
        return adjustments.stream().map(Adjustment::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal patientShare(List<Adjustment> adjustments) {
        return sum(
                adjustments.stream().filter(Adjustment::isPatientResponsibility).toList());
    }

    private static void compare(
            Level level, String path, BigDecimal expected, BigDecimal actual, List<Imbalance> found) {
        if (expected.compareTo(actual) != 0) {
            found.add(new Imbalance(level, path, expected, actual));
        }
    }
}
