package io.github.tic4j.claims;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Why a payer paid less than was charged (835 CAS). A positive amount lowers the payment.
 *
 * @param groupCode who bears it: {@code CO}, {@code OA}, {@code PI} or {@code PR}; as sent
 * @param reasonCode claim adjustment reason code, as sent
 * @param amount the difference
 * @param quantity units taken off, or null
 */
public record Adjustment(
        String groupCode,
        String reasonCode,
        BigDecimal amount,
        @Nullable BigDecimal quantity) {

    /** An adjustment without a quantity. */
    public static Adjustment of(String groupCode, String reasonCode, BigDecimal amount) {
        return new Adjustment(groupCode, reasonCode, amount, null);
    }

    /** Whether the patient bears it. */
    public boolean isPatientResponsibility() {
        return groupCode.equals("PR");
    }
}
