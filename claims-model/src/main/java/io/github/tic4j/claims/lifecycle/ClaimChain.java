package io.github.tic4j.claims.lifecycle;

import io.github.tic4j.claims.Amounts;
import io.github.tic4j.claims.Claim;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A claim with everything that became of it. {@code toString} shows the size only.
 *
 * @param originalId the id under which it began
 * @param records original, adjustments and reversals, in order
 * @param current the record in force; empty if the last was taken back
 * @param cumulative what all records come to: reversed and replaced amounts are taken off, denied records add nothing
 * @param reversals which record each reversal took back
 */
public record ClaimChain(
        String originalId, List<Claim> records, Optional<Claim> current, Amounts cumulative, List<Reversal> reversals) {

    /** Copies the lists. */
    public ClaimChain {
        records = List.copyOf(records);
        reversals = List.copyOf(reversals);
    }

    @Override
    public String toString() {
        return "ClaimChain[" + records.size() + " records]";
    }

    /**
     * A reversal and what it took back.
     *
     * @param reversal the record that takes back
     * @param reversed the record that was taken back; empty if it is not among the claims
     */
    public record Reversal(Claim reversal, Optional<Claim> reversed) {

        /** Whether charge and payment cancel out, however the payer signs a reversal; true if nothing was found to compare. */
        public boolean netsToZero() {
            return reversed.map(this::cancels).orElse(true);
        }

        private boolean cancels(Claim claim) {
            return sameSize(claim.amounts().charge(), reversal.amounts().charge())
                    && sameSize(claim.amounts().paid(), reversal.amounts().paid());
        }

        private static boolean sameSize(@Nullable BigDecimal one, @Nullable BigDecimal other) {
            BigDecimal first = one == null ? BigDecimal.ZERO : one.abs();
            BigDecimal second = other == null ? BigDecimal.ZERO : other.abs();
            return first.compareTo(second) == 0;
        }
    }
}
