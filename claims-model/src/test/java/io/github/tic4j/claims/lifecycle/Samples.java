package io.github.tic4j.claims.lifecycle;

import io.github.tic4j.claims.Claim;
import io.github.tic4j.claims.ClaimBuilder;
import io.github.tic4j.claims.PaymentStatus;
import io.github.tic4j.claims.RecordType;
import java.math.BigDecimal;
import java.time.LocalDate;

/** Small claims to build tests on. */
final class Samples {

    static final LocalDate DAY = LocalDate.of(2024, 3, 5);

    private Samples() {}

    static ClaimBuilder visit(String id) {
        return Claim.professional(id)
                .personId("P-1")
                .memberId("M-1")
                .payer("Acme")
                .date(DAY)
                .billingNpi("1234567893")
                .status(PaymentStatus.PAID)
                .diagnoses("E11.9")
                .charge("100.00")
                .allowed("90.00")
                .paid("80.00")
                .line(line -> line.hcpcs("99213").placeOfService("11").charge("100.00"));
    }

    static ClaimBuilder reversal(String id, String original) {
        return visit(id)
                .recordType(RecordType.REVERSAL)
                .originalClaimId(original)
                .charge("-100.00")
                .allowed("-90.00")
                .paid("-80.00");
    }

    static ClaimBuilder adjustment(String id, String original, String paid) {
        return visit(id)
                .recordType(RecordType.ADJUSTMENT)
                .originalClaimId(original)
                .paid(paid);
    }

    static BigDecimal money(String amount) {
        return new BigDecimal(amount);
    }
}
