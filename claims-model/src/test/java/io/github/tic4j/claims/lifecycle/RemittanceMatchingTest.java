package io.github.tic4j.claims.lifecycle;

import static io.github.tic4j.claims.lifecycle.Samples.DAY;
import static io.github.tic4j.claims.lifecycle.Samples.money;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.tic4j.claims.Adjustment;
import io.github.tic4j.claims.Claim;
import io.github.tic4j.claims.ClaimBuilder;
import io.github.tic4j.claims.ClaimLine;
import io.github.tic4j.claims.ClaimPayment;
import io.github.tic4j.claims.ClaimPaymentBuilder;
import io.github.tic4j.claims.PaymentStatus;
import io.github.tic4j.claims.Remittance;
import io.github.tic4j.claims.ServicePayment;
import io.github.tic4j.claims.code.HcpcsCode;
import io.github.tic4j.claims.lifecycle.MatchedClaim.Basis;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RemittanceMatchingTest {

    @Test
    void providersNumberFindsTheClaim() {
        MatchedClaim matched = only(
                List.of(billed("A", "PCN-1").build(), billed("B", "PCN-2").build()),
                paid("PCN-2").build());

        assertThat(matched.claim().id()).isEqualTo("B");
        assertThat(matched.payments().get(0).basis()).isEqualTo(Basis.PATIENT_CONTROL_NUMBER);
        assertThat(matched.paid()).isEqualByComparingTo("80.00");
    }

    @Test
    void numberCutByThePayerFindsTheClaim() {
        Claim claim = billed("A", "1234567890123456789012345").build();

        assertThat(only(List.of(claim), paid("12345678901234567890").build()).claim())
                .isEqualTo(claim);
    }

    @Test
    void payersNumberFindsTheClaimWhenTheProvidersDoesNot() {
        Claim claim = billed("A", "PCN-1").payerControlNumber("ICN-1").build();

        MatchedClaim matched =
                only(List.of(claim), paid("0").payerControlNumber("ICN-1").build());

        assertThat(matched.payments().get(0).basis()).isEqualTo(Basis.PAYER_CONTROL_NUMBER);
    }

    @Test
    void payersNumberIsLearntFromAnEarlierPayment() {
        Claim claim = billed("A", "PCN-1").build();
        Remittance first = remittance(
                DAY.plusDays(10), paid("PCN-1").payerControlNumber("ICN-1").build());
        Remittance second = remittance(
                DAY.plusDays(20), paid("lost").payerControlNumber("ICN-1").build());

        RemittanceMatching.Outcome outcome = RemittanceMatching.match(List.of(claim), List.of(second, first));

        assertThat(outcome.unmatched()).isEmpty();
        assertThat(outcome.claims().get(0).payments())
                .extracting(MatchedClaim.Answer::basis)
                .containsExactly(Basis.PATIENT_CONTROL_NUMBER, Basis.PAYER_CONTROL_NUMBER);
    }

    @Test
    void memberDayAndChargeFindTheClaimAtLast() {
        Claim claim = billed("A", "PCN-1").build();

        MatchedClaim matched = only(
                List.of(claim), paid("lost").memberId("M-1").period(DAY, DAY).build());

        assertThat(matched.payments().get(0).basis()).isEqualTo(Basis.SERVICE);
    }

    @Test
    void reusedNumberIsDecidedByCharge() {
        List<Claim> claims = List.of(
                billed("A", "PCN-1").build(),
                billed("B", "PCN-1").charge("7.00").build());

        assertThat(only(claims, paid("PCN-1").charge(money("7")).build())
                        .claim()
                        .id())
                .isEqualTo("B");
        assertThat(only(claims, paid("PCN-1").charge(money("-7")).build())
                        .claim()
                        .id())
                .isEqualTo("B");
    }

    @Test
    void replacementIsToldApartByFrequency() {
        List<Claim> claims = List.of(
                billed("A", "PCN-1").frequency("1").build(),
                billed("B", "PCN-1").frequency("7").build());

        assertThat(only(claims, paid("PCN-1").facility("11", "7").build())
                        .claim()
                        .id())
                .isEqualTo("B");
    }

    @Test
    void whatNothingTellsApartStaysUnmatched() {
        List<Claim> claims =
                List.of(billed("A", "PCN-1").build(), billed("B", "PCN-1").build());

        RemittanceMatching.Outcome outcome = RemittanceMatching.match(
                claims, List.of(remittance(DAY, paid("PCN-1").build())));

        assertThat(outcome.unmatched())
                .singleElement()
                .satisfies(payment -> assertThat(payment.candidates()).isEqualTo(2));
        assertThat(outcome.claims()).allMatch(claim -> claim.payments().isEmpty());
    }

    @Test
    void unknownPaymentStaysUnmatched() {
        RemittanceMatching.Outcome outcome = RemittanceMatching.match(
                List.of(), List.of(remittance(DAY, paid("PCN-1").build())));

        assertThat(outcome.unmatched())
                .singleElement()
                .satisfies(payment -> assertThat(payment.candidates()).isZero());
    }

    @Test
    void linesAreFoundByControlNumberThenByWhatTheyAre() {
        Claim claim = billed("A", "PCN-1")
                .lines(List.of(
                        ClaimLine.builder(1).hcpcs("99213").charge("60.00").build(),
                        ClaimLine.builder(2).hcpcs("99213").charge("60.00").build(),
                        ClaimLine.builder(3)
                                .controlNumber("L3")
                                .hcpcs("36415")
                                .charge("40.00")
                                .build()))
                .build();
        ClaimPayment payment = paid("PCN-1")
                .service(service("L3", "36416", "40.00", "0.00"))
                .service(service(null, "99213", "60.00", "30.00"))
                .service(service(null, "99213", "60.00", "20.00"))
                .service(service(null, "99213", "60.00", "10.00"))
                .build();

        assertThat(only(List.of(claim), payment).payments().get(0).lines())
                .extracting(line -> line.line().map(ClaimLine::number))
                .containsExactly(Optional.of(3), Optional.of(1), Optional.of(2), Optional.empty());
    }

    @Test
    void adjudicatedClaimCarriesThePayersDecision() {
        Claim claim = billed("A", "PCN-1").build();
        ClaimPayment payment = paid("PCN-1")
                .payerControlNumber("ICN-1")
                .adjustment(Adjustment.of("OA", "23", money("0.00")))
                .service(service(null, "99213", "100.00", "80.00"))
                .build();

        Claim adjudicated = only(List.of(claim), payment).adjudicated();

        assertThat(adjudicated.status()).isEqualTo(PaymentStatus.PAID);
        assertThat(adjudicated.payerControlNumber()).isEqualTo("ICN-1");
        assertThat(adjudicated.amounts().paid()).isEqualByComparingTo("80.00");
        assertThat(adjudicated.amounts().allowed()).isEqualByComparingTo("90.00");
        assertThat(adjudicated.adjustments()).hasSize(1);
        assertThat(adjudicated.lines().get(0).status()).isEqualTo(PaymentStatus.PAID);
        assertThat(adjudicated.lines().get(0).adjustments()).hasSize(1);
    }

    @Test
    void reversedPaymentLeavesTheOneAfterItOrNothing() {
        Claim claim = billed("A", "PCN-1").build();
        ClaimPayment reversal = ClaimPayment.builder("PCN-1", "22")
                .charge(money("-100.00"))
                .paid(money("-80.00"))
                .build();
        ClaimPayment again =
                ClaimPayment.builder("PCN-1", "4").charge(money("100.00")).build();

        MatchedClaim taken = only(List.of(claim), paid("PCN-1").build(), reversal);
        MatchedClaim denied = only(List.of(claim), paid("PCN-1").build(), reversal, again);

        assertThat(taken.adjudicated().status()).isEqualTo(PaymentStatus.REVERSED);
        assertThat(taken.paid()).isZero();
        assertThat(denied.adjudicated().status()).isEqualTo(PaymentStatus.DENIED);
    }

    @Test
    void lineThatPaysNothingAndLeavesNothingToThePatientIsDenied() {
        Claim claim = billed("A", "PCN-1").build();
        ServicePayment refused = service(null, "99213", "100.00", "0.00");
        ServicePayment deductible = new ServicePayment(
                null,
                HcpcsCode.of("99213"),
                List.of(),
                null,
                money("100.00"),
                money("0.00"),
                null,
                null,
                null,
                List.of(Adjustment.of("PR", "1", money("100.00"))),
                List.of("N1"));

        Claim denied =
                only(List.of(claim), paid("PCN-1").service(refused).build()).adjudicated();
        Claim owed =
                only(List.of(claim), paid("PCN-1").service(deductible).build()).adjudicated();

        assertThat(denied.lines().get(0).status()).isEqualTo(PaymentStatus.DENIED);
        assertThat(owed.lines().get(0).status()).isEqualTo(PaymentStatus.PAID);
        assertThat(owed.lines().get(0).remarkCodes()).containsExactly("N1");
        assertThat(owed.amounts().allowed()).isNull();
    }

    @Test
    void claimWithoutPaymentStaysAsBilled() {
        Claim claim = billed("A", "PCN-1").build();

        MatchedClaim matched =
                RemittanceMatching.match(List.of(claim), List.of()).claims().get(0);

        assertThat(matched.adjudicated()).isEqualTo(claim);
        assertThat(matched).hasToString("MatchedClaim[1 lines, 0 payments]");
    }

    private static ClaimBuilder billed(String id, String patientControlNumber) {
        return Samples.visit(id).status(null).allowed(money("0")).patientControlNumber(patientControlNumber);
    }

    private static ClaimPaymentBuilder paid(String patientControlNumber) {
        return ClaimPayment.builder(patientControlNumber, "1")
                .charge(money("100.00"))
                .paid(money("80.00"));
    }

    private static ServicePayment service(String controlNumber, String code, String charge, String paid) {
        return new ServicePayment(
                controlNumber,
                HcpcsCode.of(code),
                List.of(),
                null,
                money(charge),
                money(paid),
                money("90.00"),
                null,
                DAY,
                List.of(Adjustment.of("CO", "45", money(charge).subtract(money(paid)))),
                List.of());
    }

    private static Remittance remittance(LocalDate date, ClaimPayment... payments) {
        return new Remittance("T", "Acme", null, money("0"), date, List.of(payments), List.of());
    }

    private static MatchedClaim only(List<Claim> claims, ClaimPayment... payments) {
        RemittanceMatching.Outcome outcome = RemittanceMatching.match(claims, List.of(remittance(DAY, payments)));
        assertThat(outcome.unmatched()).isEmpty();
        return outcome.claims().stream()
                .filter(claim -> !claim.payments().isEmpty())
                .findFirst()
                .orElseThrow();
    }
}
