package io.github.tic4j.claims.alert;

import io.github.tic4j.claims.Claim;
import io.github.tic4j.claims.ClaimLine;

/**
 * A claim, or a line of it, that shows what an alert says. {@code toString} shows the line only.
 *
 * @param claimId the claim
 * @param line the line number, or 0 for the claim as a whole
 */
public record Evidence(String claimId, int line) implements Comparable<Evidence> {

    static Evidence of(Claim claim) {
        return new Evidence(claim.id(), 0);
    }

    static Evidence of(Claim claim, ClaimLine line) {
        return new Evidence(claim.id(), line.number());
    }

    @Override
    public int compareTo(Evidence other) {
        int byClaim = claimId.compareTo(other.claimId);
        return byClaim != 0 ? byClaim : Integer.compare(line, other.line);
    }

    @Override
    public String toString() {
        return line == 0 ? "Evidence[claim]" : "Evidence[line " + line + "]";
    }
}
