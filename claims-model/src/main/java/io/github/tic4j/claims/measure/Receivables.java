package io.github.tic4j.claims.measure;

import io.github.tic4j.claims.Adjustment;
import io.github.tic4j.claims.Claim;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What payers and patients owe on a day.
 *
 * <p>A claim is billed on the day the payer got it, or where that is not known on its last day of service. Open is its
 * charge less what this and other payers paid by the day, and less adjustments that the patient does not bear.
 *
 * @param outstanding what is open
 * @param aging what is open, by age
 * @param chargesOf90Days charges billed in the 90 days up to the day
 * @param payments payments of this and other payers
 * @param charges charges of all claims
 * @param contractual adjustments under the contract, group CO
 */
public record Receivables(
        BigDecimal outstanding,
        Map<AgingBucket, BigDecimal> aging,
        BigDecimal chargesOf90Days,
        BigDecimal payments,
        BigDecimal charges,
        BigDecimal contractual) {

    private static final int WINDOW = 90;

    /** Copies the map. */
    public Receivables {
        aging = Collections.unmodifiableMap(new EnumMap<>(aging));
    }

    /** What is open over an average day's charges, to two places; empty without charges in the 90 days. */
    public Optional<BigDecimal> daysInAr() {
        return chargesOf90Days.signum() == 0
                ? Optional.empty()
                : Optional.of(outstanding
                        .multiply(BigDecimal.valueOf(WINDOW))
                        .divide(chargesOf90Days, 2, RoundingMode.HALF_UP));
    }

    /** Payments over charges less contractual adjustments, to six places; empty where that is nought. */
    public Optional<BigDecimal> netCollection() {
        BigDecimal collectable = charges.subtract(contractual);
        return collectable.signum() == 0
                ? Optional.empty()
                : Optional.of(payments.divide(collectable, 6, RoundingMode.HALF_UP));
    }

    /** Works out the state on a day; reversals, and claims billed after it or on no known day, are passed over. */
    public static Receivables of(Stream<Claim> claims, LocalDate day) {
        Balance balance = new Balance();
        claims.filter(claim -> !claim.isReversal()).forEach(claim -> balance.add(claim, day));
        return new Receivables(
                balance.outstanding,
                balance.aging,
                balance.recent,
                balance.payments,
                balance.charges,
                balance.contractual);
    }

    private static @Nullable LocalDate billed(Claim claim) {
        return claim.receivedDate() == null ? claim.endDate() : claim.receivedDate();
    }

    private static final class Balance {

        private final Map<AgingBucket, BigDecimal> aging = new EnumMap<>(AgingBucket.class);
        private BigDecimal outstanding = BigDecimal.ZERO;
        private BigDecimal recent = BigDecimal.ZERO;
        private BigDecimal payments = BigDecimal.ZERO;
        private BigDecimal charges = BigDecimal.ZERO;
        private BigDecimal contractual = BigDecimal.ZERO;

        void add(Claim claim, LocalDate day) {
            LocalDate billed = billed(claim);
            if (billed == null || billed.isAfter(day)) {
                return;
            }
            long age = ChronoUnit.DAYS.between(billed, day);
            BigDecimal charge = Sums.orZero(claim.amounts().charge());
            LocalDate paidOn = claim.paidDate();
            boolean paidLater = paidOn != null && paidOn.isAfter(day);
            BigDecimal paid = paidLater
                    ? BigDecimal.ZERO
                    : Sums.orZero(
                            Sums.plus(claim.amounts().paid(), claim.amounts().otherPayerPaid()));
            BigDecimal contract = paidLater ? BigDecimal.ZERO : adjustments(claim, true);
            BigDecimal other = paidLater ? BigDecimal.ZERO : adjustments(claim, false);
            BigDecimal open = charge.subtract(paid).subtract(contract).subtract(other);
            charges = charges.add(charge);
            payments = payments.add(paid);
            contractual = contractual.add(contract);
            outstanding = outstanding.add(open);
            recent = age < WINDOW ? recent.add(charge) : recent;
            aging.merge(AgingBucket.of(age), open, BigDecimal::add);
        }

        private static BigDecimal adjustments(Claim claim, boolean contractual) {
            return Stream.concat(
                            claim.adjustments().stream(),
                            claim.lines().stream().flatMap(line -> line.adjustments().stream()))
                    .filter(adjustment -> !adjustment.isPatientResponsibility())
                    .filter(adjustment -> adjustment.groupCode().equals("CO") == contractual)
                    .map(Adjustment::amount)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }
}
