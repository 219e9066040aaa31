package io.github.tic4j.claims.read;

import io.github.tic4j.claims.Amounts;
import io.github.tic4j.claims.ClaimLine;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Sums the lines of a claim whose source states no amounts of its own. An amount that no line has stays absent. */
final class LineSums {

    private LineSums() {}

    static Amounts of(List<ClaimLine> lines) {
        return new Amounts(
                sum(lines, Amounts::charge),
                sum(lines, Amounts::allowed),
                sum(lines, Amounts::paid),
                sum(lines, Amounts::coinsurance),
                sum(lines, Amounts::copayment),
                sum(lines, Amounts::deductible),
                sum(lines, Amounts::otherPayerPaid));
    }

    private static @Nullable BigDecimal sum(List<ClaimLine> lines, Function<Amounts, @Nullable BigDecimal> amount) {
        BigDecimal sum = null;
        for (ClaimLine line : lines) {
            BigDecimal value = line.isTotalLine() ? null : amount.apply(line.amounts());
            if (value != null) {
                sum = sum == null ? value : sum.add(value);
            }
        }
        return sum;
    }
}
