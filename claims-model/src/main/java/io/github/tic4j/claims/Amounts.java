package io.github.tic4j.claims;

import java.math.BigDecimal;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The money of a claim or of a line, in dollars. What the source leaves out is null, which is not nought.
 *
 * @param charge billed
 * @param allowed what the contract permits
 * @param paid paid by this payer
 * @param coinsurance member's share by percentage
 * @param copayment member's fixed share
 * @param deductible member's share before the plan pays
 * @param otherPayerPaid paid by payers before this one
 */
public record Amounts(
        @Nullable BigDecimal charge,
        @Nullable BigDecimal allowed,
        @Nullable BigDecimal paid,
        @Nullable BigDecimal coinsurance,
        @Nullable BigDecimal copayment,
        @Nullable BigDecimal deductible,
        @Nullable BigDecimal otherPayerPaid) {

    /** No amount at all. */
    public static final Amounts NONE = new Amounts(null, null, null, null, null, null, null);

    /** These amounts with another charge. */
    public Amounts withCharge(@Nullable BigDecimal value) {
        return new Amounts(value, allowed, paid, coinsurance, copayment, deductible, otherPayerPaid);
    }

    /** These amounts with another allowed amount. */
    public Amounts withAllowed(@Nullable BigDecimal value) {
        return new Amounts(charge, value, paid, coinsurance, copayment, deductible, otherPayerPaid);
    }

    /** These amounts with another paid amount. */
    public Amounts withPaid(@Nullable BigDecimal value) {
        return new Amounts(charge, allowed, value, coinsurance, copayment, deductible, otherPayerPaid);
    }

    /** These amounts with another coinsurance. */
    public Amounts withCoinsurance(@Nullable BigDecimal value) {
        return new Amounts(charge, allowed, paid, value, copayment, deductible, otherPayerPaid);
    }

    /** These amounts with another copayment. */
    public Amounts withCopayment(@Nullable BigDecimal value) {
        return new Amounts(charge, allowed, paid, coinsurance, value, deductible, otherPayerPaid);
    }

    /** These amounts with another deductible. */
    public Amounts withDeductible(@Nullable BigDecimal value) {
        return new Amounts(charge, allowed, paid, coinsurance, copayment, value, otherPayerPaid);
    }

    /** These amounts with another payment of earlier payers. */
    public Amounts withOtherPayerPaid(@Nullable BigDecimal value) {
        return new Amounts(charge, allowed, paid, coinsurance, copayment, deductible, value);
    }

    /** The sums; an amount that is absent on both sides stays absent. */
    public Amounts plus(Amounts other) {
        return new Amounts(
                plus(charge, other.charge),
                plus(allowed, other.allowed),
                plus(paid, other.paid),
                plus(coinsurance, other.coinsurance),
                plus(copayment, other.copayment),
                plus(deductible, other.deductible),
                plus(otherPayerPaid, other.otherPayerPaid));
    }

    /** Each amount that is there, changed in one way: {@code map(BigDecimal::negate)}. */
    public Amounts map(UnaryOperator<BigDecimal> change) {
        return new Amounts(
                charge == null ? null : change.apply(charge),
                allowed == null ? null : change.apply(allowed),
                paid == null ? null : change.apply(paid),
                coinsurance == null ? null : change.apply(coinsurance),
                copayment == null ? null : change.apply(copayment),
                deductible == null ? null : change.apply(deductible),
                otherPayerPaid == null ? null : change.apply(otherPayerPaid));
    }

    private static @Nullable BigDecimal plus(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null ? other : other == null ? one : one.add(other);
    }
}
