package io.github.tic4j.claims;

import io.github.tic4j.claims.code.Npi;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a payer paid at one time, and for which claims (835 transaction). {@code toString} shows its size only.
 *
 * @param traceNumber cheque or transfer number
 * @param payer the payer
 * @param payee who was paid
 * @param payment the money that was moved (BPR02)
 * @param paymentDate when
 * @param claims payments of claims
 * @param providerAdjustments what was added or taken off apart from any claim (PLB); positive lowers the payment
 */
public record Remittance(
        @Nullable String traceNumber,
        @Nullable String payer,
        @Nullable Npi payee,
        BigDecimal payment,
        @Nullable LocalDate paymentDate,
        List<ClaimPayment> claims,
        List<ProviderAdjustment> providerAdjustments) {

    /** Copies the lists. */
    public Remittance {
        claims = List.copyOf(claims);
        providerAdjustments = List.copyOf(providerAdjustments);
    }

    @Override
    public String toString() {
        return "Remittance[" + claims.size() + " claims]";
    }
}
