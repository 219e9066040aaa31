package io.github.tic4j.claims.generate;

import io.github.tic4j.claims.Amounts;
import io.github.tic4j.claims.Claim;
import io.github.tic4j.claims.ClaimBuilder;
import io.github.tic4j.claims.ClaimLine;
import io.github.tic4j.claims.PaymentStatus;
import io.github.tic4j.claims.PrescriptionFill;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Builds the claims of the made-up world. */
final class Visits {

    private Visits() {}

    /** An office visit without lines. */
    static ClaimBuilder visit(String id, String person, String doctor, String place, LocalDate day) {
        return Claim.professional(id)
                .personId(person)
                .memberId("M-" + person)
                .payer("made-up payer")
                .plan("standard")
                .status(PaymentStatus.PAID)
                .frequency("1")
                .date(day)
                .receivedDate(day.plusDays(3))
                .processedDate(day.plusDays(12))
                .paidDate(day.plusDays(14))
                .billingNpi(doctor)
                .renderingNpi(doctor)
                .facilityNpi(place);
    }

    /** A line in the office, charged within a tenth of what is usual. */
    static ClaimLine line(int number, String code, LocalDate day, Random random) {
        int cents = World.cents(code);
        int charged = cents - cents / 10 + random.nextInt(cents / 5);
        return ClaimLine.builder(number)
                .date(day)
                .hcpcs(code)
                .placeOfService("11")
                .units(1)
                .unitType("UN")
                .diagnosisPointers(1)
                .status(PaymentStatus.PAID)
                .amounts(paid(BigDecimal.valueOf(charged, 2)))
                .build();
    }

    /** A pharmacy claim of thirty days. */
    static ClaimBuilder fill(String id, String person, String drug, LocalDate day, String doctor, String pharmacy) {
        BigDecimal cost = new BigDecimal("21.37");
        PrescriptionFill fill = PrescriptionFill.builder()
                .prescriptionNumber(id)
                .ndc(World.ndc(drug))
                .drugName(drug)
                .dispensingDate(day)
                .quantity(BigDecimal.valueOf(30))
                .daysSupply(30)
                .fillNumber(0)
                .prescriber(doctor)
                .dispenser(pharmacy)
                .build();
        return Claim.pharmacy(id)
                .personId(person)
                .memberId("M-" + person)
                .payer("made-up payer")
                .plan("standard")
                .status(PaymentStatus.PAID)
                .date(day)
                .receivedDate(day)
                .processedDate(day)
                .paidDate(day.plusDays(14))
                .billingNpi(pharmacy)
                .amounts(paid(cost))
                .line(line -> line.units(30).amounts(paid(cost)).fill(fill));
    }

    /** Allowed four fifths of the charge, of which the plan pays four fifths and the member the rest. */
    static Amounts paid(BigDecimal charge) {
        BigDecimal allowed = charge.multiply(new BigDecimal("0.8")).setScale(2, RoundingMode.HALF_UP);
        BigDecimal paid = allowed.multiply(new BigDecimal("0.8")).setScale(2, RoundingMode.HALF_UP);
        return Amounts.NONE
                .withCharge(charge)
                .withAllowed(allowed)
                .withPaid(paid)
                .withCoinsurance(allowed.subtract(paid));
    }

    /** The claim with its amounts as the sums of its lines. */
    static Claim withTotal(Claim claim) {
        Amounts zero =
                new Amounts(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, null, null, null);
        Amounts total = zero;
        for (ClaimLine line : claim.lines()) {
            Amounts amounts = line.amounts();
            total = total.withCharge(plus(total.charge(), amounts.charge()))
                    .withAllowed(plus(total.allowed(), amounts.allowed()))
                    .withPaid(plus(total.paid(), amounts.paid()))
                    .withCoinsurance(plus(total.coinsurance(), amounts.coinsurance()));
        }
        return claim.toBuilder().amounts(total).build();
    }

    private static BigDecimal plus(@Nullable BigDecimal a, @Nullable BigDecimal b) {
        BigDecimal first = a == null ? BigDecimal.ZERO : a;
        return b == null ? first : first.add(b);
    }
}
