package io.github.tic4j.claims.measure;

import io.github.tic4j.claims.Claim;
import io.github.tic4j.claims.PaymentStatus;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * How many claims went through at the first attempt.
 *
 * @param clean claims that passed every edit and were never sent again or changed, of all submitted
 * @param firstPass claims paid on their first submission and not changed afterwards, of all submitted
 */
public record CleanClaims(Rate clean, Rate firstPass) {

    /**
     * Counts.
     *
     * @param claims all records: first submissions, resubmissions and reversals
     * @param passesEdits whether a claim has no finding that would stop it
     */
    public static CleanClaims of(Stream<Claim> claims, Predicate<Claim> passesEdits) {
        List<Claim> records = claims.toList();
        Set<String> changed = new HashSet<>();
        for (Claim record : records) {
            if (!record.isOriginal()) {
                changed.add(record.id());
                changed.add(String.valueOf(record.originalClaimId()));
            }
        }
        long submitted = 0;
        long clean = 0;
        long firstPass = 0;
        for (Claim record : records) {
            if (record.isOriginal()) {
                boolean untouched = !changed.contains(record.id())
                        && !changed.contains(String.valueOf(record.payerControlNumber()));
                submitted++;
                clean += untouched && passesEdits.test(record) ? 1 : 0;
                firstPass += untouched && record.status() == PaymentStatus.PAID && !InForce.isDenied(record) ? 1 : 0;
            }
        }
        return new CleanClaims(new Rate(clean, submitted), new Rate(firstPass, submitted));
    }
}
