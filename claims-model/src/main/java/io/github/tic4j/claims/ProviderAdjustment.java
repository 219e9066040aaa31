package io.github.tic4j.claims;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Money added or taken off apart from any claim (835 PLB). A positive amount lowers the payment.
 * {@code toString} shows the reason only, for references often hold a claim number.
 *
 * @param providerId the provider as sent
 * @param reasonCode reason as sent
 * @param reference what it refers to, as sent, or null
 * @param amount the difference
 */
public record ProviderAdjustment(
        String providerId, String reasonCode, @Nullable String reference, BigDecimal amount) {

    @Override
    public String toString() {
        return "ProviderAdjustment[" + reasonCode + "]";
    }
}
