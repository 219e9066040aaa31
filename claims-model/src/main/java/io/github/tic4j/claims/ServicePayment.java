package io.github.tic4j.claims;

import io.github.tic4j.claims.code.HcpcsCode;
import io.github.tic4j.claims.code.Modifier;
import io.github.tic4j.claims.code.RevenueCode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a payer decided about one line (835 SVC).
 *
 * @param lineControlNumber the provider's number of the line, or null
 * @param hcpcs code that was adjudicated
 * @param modifiers its modifiers
 * @param revenueCode revenue centre
 * @param charge billed (SVC02)
 * @param paid paid (SVC03)
 * @param allowed allowed (AMT B6), or null
 * @param units units paid (SVC05), or null
 * @param date day of service
 * @param adjustments why it was not paid as charged
 * @param remarkCodes remark codes, as sent
 */
public record ServicePayment(
        @Nullable String lineControlNumber,
        @Nullable HcpcsCode hcpcs,
        List<Modifier> modifiers,
        @Nullable RevenueCode revenueCode,
        BigDecimal charge,
        BigDecimal paid,
        @Nullable BigDecimal allowed,
        @Nullable BigDecimal units,
        @Nullable LocalDate date,
        List<Adjustment> adjustments,
        List<String> remarkCodes) {

    /** Copies the lists. */
    public ServicePayment {
        modifiers = List.copyOf(modifiers);
        adjustments = List.copyOf(adjustments);
        remarkCodes = List.copyOf(remarkCodes);
    }

    @Override
    public String toString() {
        return "ServicePayment[" + (hcpcs != null ? hcpcs : revenueCode) + "]";
    }
}
