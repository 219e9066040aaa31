package io.github.tic4j.claims.measure;

import io.github.tic4j.claims.Amounts;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Adds amounts; what is absent on both sides stays absent. */
final class Sums {

    private Sums() {}

    static Amounts plus(Amounts a, Amounts b) {
        return new Amounts(
                plus(a.charge(), b.charge()),
                plus(a.allowed(), b.allowed()),
                plus(a.paid(), b.paid()),
                plus(a.coinsurance(), b.coinsurance()),
                plus(a.copayment(), b.copayment()),
                plus(a.deductible(), b.deductible()),
                plus(a.otherPayerPaid(), b.otherPayerPaid()));
    }

    static @Nullable BigDecimal plus(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        if (a == null) {
            return b;
        }
        return b == null ? a : a.add(b);
    }

    static BigDecimal orZero(@Nullable BigDecimal amount) {
        return amount == null ? BigDecimal.ZERO : amount;
    }
}
