package io.github.tic4j.claims.alert;

import io.github.tic4j.claims.Claim;

/**
 * A claim comes into force or ceases to be.
 *
 * @param kind which of the two
 * @param claim the claim, complete, in both cases: a rule finds its state by it
 */
public record ClaimChange(Kind kind, Claim claim) {

    /** What happened to the claim. */
    public enum Kind {
        /** It is in force. */
        ADDED,
        /** It was taken back, replaced, or delivered anew in another version. */
        REMOVED
    }

    static ClaimChange added(Claim claim) {
        return new ClaimChange(Kind.ADDED, claim);
    }

    static ClaimChange removed(Claim claim) {
        return new ClaimChange(Kind.REMOVED, claim);
    }
}
