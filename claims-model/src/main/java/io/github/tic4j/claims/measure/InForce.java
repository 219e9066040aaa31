package io.github.tic4j.claims.measure;

import io.github.tic4j.claims.Claim;
import io.github.tic4j.claims.ClaimLine;
import io.github.tic4j.claims.PaymentStatus;

/** Tells the claims that stand from those that were taken back or refused. */
final class InForce {

    private InForce() {}

    static boolean test(Claim claim) {
        return !claim.isReversal() && claim.status() != PaymentStatus.REVERSED && !isDenied(claim);
    }

    /** Denied as a whole, or in every line. */
    static boolean isDenied(Claim claim) {
        return claim.status() == PaymentStatus.DENIED
                || !claim.lines().isEmpty() && claim.lines().stream().allMatch(InForce::isDenied);
    }

    static boolean isDenied(ClaimLine line) {
        return line.status() == PaymentStatus.DENIED;
    }
}
