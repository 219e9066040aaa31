package io.github.tic4j.claims;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Claims sent together, with what the sender says about them.
 *
 * @param id the batch
 * @param number the sender's number
 * @param date the day it was made
 * @param sourceSystem who sent it
 * @param claims the claims
 * @param statedClaims how many claims the sender says there are, or null
 * @param statedCharge what the sender says was charged in all, or null
 */
public record ClaimBatch(
        String id,
        @Nullable String number,
        @Nullable LocalDate date,
        @Nullable String sourceSystem,
        List<Claim> claims,
        @Nullable Integer statedClaims,
        @Nullable BigDecimal statedCharge) {

    /** Copies the list. */
    public ClaimBatch {
        claims = List.copyOf(claims);
    }

    /** The charges of all claims, as their headers state them. */
    public BigDecimal totalCharge() {
        BigDecimal total = BigDecimal.ZERO;
        for (Claim claim : claims) {
            BigDecimal charge = claim.amounts().charge();
            total = charge == null ? total : total.add(charge);
        }
        return total;
    }

    /** Whether the batch is what the sender says: as many claims, and the charge to the cent. What is not stated is not compared. */
    public boolean isAsStated() {
        boolean sameCount = statedClaims == null || statedClaims == claims.size();
        return sameCount && (statedCharge == null || totalCharge().compareTo(statedCharge) == 0);
    }

    @Override
    public String toString() {
        return "ClaimBatch[" + id + ", " + claims.size() + " claims]";
    }
}
