package io.github.tic4j.claims.rule;

import io.github.tic4j.claims.Adjustment;
import io.github.tic4j.claims.Amounts;
import io.github.tic4j.claims.Claim;
import io.github.tic4j.claims.ClaimLine;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Sums and comparisons of amounts that may be absent. */
final class Money {

    private Money() {}

    /** The amount as a person writes it. */
    static String show(@Nullable BigDecimal amount) {
        return amount == null ? "nothing" : amount.toPlainString();
    }

    static BigDecimal orZero(@Nullable BigDecimal amount) {
        return amount == null ? BigDecimal.ZERO : amount;
    }

    /** Whether neither is absent and the first exceeds the second by more than the tolerance. */
    static boolean exceeds(@Nullable BigDecimal amount, @Nullable BigDecimal limit, BigDecimal tolerance) {
        return amount != null && limit != null && amount.subtract(limit).compareTo(tolerance) > 0;
    }

    /** Whether both are absent, or neither is and they are no further apart than the tolerance. */
    static boolean equal(@Nullable BigDecimal one, @Nullable BigDecimal other, BigDecimal tolerance) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return one.subtract(other).abs().compareTo(tolerance) <= 0;
    }

    /** The sum over the lines, the total line 0001 left out; null if a line lacks the amount or there is none. */
    static @Nullable BigDecimal sumOfLines(Claim claim, Function<Amounts, @Nullable BigDecimal> field) {
        BigDecimal sum = null;
        for (ClaimLine line : claim.lines()) {
            if (line.isTotalLine()) {
                continue;
            }
            BigDecimal amount = field.apply(line.amounts());
            if (amount == null) {
                return null;
            }
            sum = sum == null ? amount : sum.add(amount);
        }
        return sum;
    }

    static BigDecimal sum(List<Adjustment> adjustments) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Adjustment adjustment : adjustments) {
            sum = sum.add(adjustment.amount());
        }
        return sum;
    }
}
