package io.github.tic4j.claims.measure;

import io.github.tic4j.claims.Adjustment;
import io.github.tic4j.claims.Claim;
import io.github.tic4j.claims.ClaimLine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How many claims were denied. A claim is denied if the payer says so or if all its lines are; it is adjudicated if the
 * payer said anything about it. For the initial rate give the first records of the claims
 * ({@link Claim#isOriginal}), for the final rate those in force.
 *
 * @param claims denied claims of all adjudicated ones
 * @param deniedCharge charges of denied claims, and of denied lines of others
 * @param charge charges of all adjudicated claims
 * @param reasons for each group of reasons, the denied claims that give one of it; a claim may give several
 */
public record Denials(Rate claims, BigDecimal deniedCharge, BigDecimal charge, Map<DenialReason, Long> reasons) {

    /** Copies the map. */
    public Denials {
        reasons = Collections.unmodifiableMap(new EnumMap<>(reasons));
    }

    /** Denied charges of all charges, to six places; empty without charges. */
    public Optional<BigDecimal> amountRate() {
        return charge.signum() == 0
                ? Optional.empty()
                : Optional.of(deniedCharge.divide(charge, 6, RoundingMode.HALF_UP));
    }

    /** Counts; reversals are passed over. */
    public static Denials of(Stream<Claim> claims) {
        Count count = new Count();
        claims.filter(claim -> !claim.isReversal() && isAdjudicated(claim)).forEach(count::add);
        return new Denials(new Rate(count.denied, count.adjudicated), count.deniedCharge, count.charge, count.reasons);
    }

    private static boolean isAdjudicated(Claim claim) {
        return claim.status() != null || claim.lines().stream().anyMatch(line -> line.status() != null);
    }

    private static final class Count {

        private final Map<DenialReason, Long> reasons = new EnumMap<>(DenialReason.class);
        private long denied;
        private long adjudicated;
        private BigDecimal deniedCharge = BigDecimal.ZERO;
        private BigDecimal charge = BigDecimal.ZERO;

        void add(Claim claim) {
            BigDecimal charged = Sums.orZero(claim.amounts().charge());
            adjudicated++;
            charge = charge.add(charged);
            if (InForce.isDenied(claim)) {
                denied++;
                deniedCharge = deniedCharge.add(charged);
                reasonsOf(claim).forEach(reason -> reasons.merge(reason, 1L, Long::sum));
            } else {
                for (ClaimLine line : claim.lines()) {
                    deniedCharge = InForce.isDenied(line)
                            ? deniedCharge.add(Sums.orZero(line.amounts().charge()))
                            : deniedCharge;
                }
            }
        }

        private static Set<DenialReason> reasonsOf(Claim claim) {
            Set<DenialReason> reasons = EnumSet.noneOf(DenialReason.class);
            Stream.concat(
                            claim.adjustments().stream(),
                            claim.lines().stream().flatMap(line -> line.adjustments().stream()))
                    .map(Adjustment::reasonCode)
                    .map(DenialReason::of)
                    .forEach(reasons::add);
            return reasons;
        }
    }
}
