package io.github.tic4j.claims.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tic4j.claims.Adjustment;
import io.github.tic4j.claims.Claim;
import io.github.tic4j.claims.ClaimBuilder;
import io.github.tic4j.claims.PaymentStatus;
import io.github.tic4j.claims.RecordType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RevenueCycleTest {

    private static final LocalDate DAY = LocalDate.of(2024, 6, 30);

    @Test
    void aClaimIsDeniedAsAWholeOrInAllItsLines() {
        Denials denials = Denials.of(Stream.of(
                claim("a", "100").status(PaymentStatus.PAID).build(),
                claim("b", "60")
                        .status(PaymentStatus.DENIED)
                        .adjustment(adjustment("CO", "29", "60"))
                        .build(),
                claim("c", "40")
                        .line(l ->
                                l.status(PaymentStatus.DENIED).charge("40").adjustment(adjustment("PI", "018", "40")))
                        .build(),
                claim("d", "50")
                        .status(PaymentStatus.PAID)
                        .line(l -> l.status(PaymentStatus.PAID).charge("30"))
                        .line(l -> l.status(PaymentStatus.DENIED).charge("20"))
                        .build(),
                claim("open", "999").build(),
                claim("void", "100")
                        .status(PaymentStatus.DENIED)
                        .recordType(RecordType.REVERSAL)
                        .build()));

        assertThat(denials.claims()).isEqualTo(new Rate(2, 4));
        assertThat(denials.deniedCharge()).isEqualByComparingTo("120");
        assertThat(denials.amountRate().orElseThrow()).isEqualByComparingTo("0.48");
        assertThat(denials.reasons())
                .containsEntry(DenialReason.TIMELY_FILING, 1L)
                .containsEntry(DenialReason.DUPLICATE, 1L);
    }

    @Test
    void withoutAdjudicatedClaimsThereIsNoRate() {
        Denials denials = Denials.of(Stream.of(claim("open", "1").build()));

        assertThat(denials.claims().value()).isEmpty();
        assertThat(denials.amountRate()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "27, ELIGIBILITY",
        "197, AUTHORIZATION",
        "97, CODING",
        "50, NOT_COVERED",
        "22, COORDINATION",
        "1, PATIENT_SHARE",
        "45, CONTRACTUAL",
        "B7, OTHER",
        "0, OTHER"
    })
    void reasonCodesFallIntoGroups(String code, DenialReason reason) {
        assertThat(DenialReason.of(code)).isEqualTo(reason);
    }

    @Test
    void cleanClaimsPassAllEditsAndAreNeverSentAgain() {
        Claim clean = claim("clean", "1").status(PaymentStatus.PAID).build();
        Claim faulty = claim("faulty", "1").status(PaymentStatus.PAID).build();
        Claim denied = claim("denied", "1").status(PaymentStatus.DENIED).build();
        Claim first = claim("first", "1").status(PaymentStatus.PAID).build();
        Claim again = claim("again", "1")
                .recordType(RecordType.ADJUSTMENT)
                .originalClaimId("first")
                .build();

        CleanClaims rates = CleanClaims.of(
                Stream.of(clean, faulty, denied, first, again),
                claim -> !claim.id().equals("faulty"));

        assertThat(rates.clean()).isEqualTo(new Rate(2, 4));
        assertThat(rates.firstPass()).isEqualTo(new Rate(2, 4));
    }

    @Test
    void receivablesAgeByTheDayTheyWereBilled() {
        Receivables state = Receivables.of(
                Stream.of(
                        claim("new", "900").receivedDate(DAY.minusDays(10)).build(),
                        claim("part", "600")
                                .receivedDate(DAY.minusDays(89))
                                .paid("100")
                                .paidDate(DAY.minusDays(2))
                                .adjustment(adjustment("CO", "45", "200"))
                                .build(),
                        claim("old", "300")
                                .receivedDate(null)
                                .date(DAY.minusDays(121))
                                .adjustment(adjustment("PR", "1", "300"))
                                .build(),
                        claim("paidLater", "50")
                                .receivedDate(DAY.minusDays(90))
                                .paid("50")
                                .paidDate(DAY.plusDays(1))
                                .build(),
                        claim("future", "70").receivedDate(DAY.plusDays(1)).build()),
                DAY);

        assertThat(state.outstanding()).isEqualByComparingTo("1550");
        assertThat(state.aging())
                .containsEntry(AgingBucket.DAYS_0_30, new BigDecimal("900"))
                .containsEntry(AgingBucket.DAYS_61_90, new BigDecimal("350"))
                .containsEntry(AgingBucket.OVER_120, new BigDecimal("300"));
        assertThat(state.chargesOf90Days()).isEqualByComparingTo("1500");
        assertThat(state.daysInAr().orElseThrow()).isEqualByComparingTo("93.00");
        assertThat(state.netCollection().orElseThrow()).isEqualByComparingTo("0.060606");
    }

    @ParameterizedTest
    @CsvSource({
        "-1, DAYS_0_30",
        "0, DAYS_0_30",
        "30, DAYS_0_30",
        "31, DAYS_31_60",
        "60, DAYS_31_60",
        "61, DAYS_61_90",
        "90, DAYS_61_90",
        "91, DAYS_91_120",
        "120, DAYS_91_120",
        "121, OVER_120"
    })
    void everyAgeHasItsBucket(long days, AgingBucket bucket) {
        assertThat(AgingBucket.of(days)).isEqualTo(bucket);
    }

    @Test
    void paymentLagHasMedianAndPercentiles() {
        PaymentLag lag = PaymentLag.sinceReceipt(Stream.of(30, 5, 10, 20)
                .map(days -> claim("a", "1")
                        .receivedDate(DAY)
                        .paidDate(DAY.plusDays(days))
                        .build()));

        assertThat(lag.days()).containsExactly(5L, 10L, 20L, 30L);
        assertThat(lag.percentile(50)).hasValue(10);
        assertThat(lag.percentile(90)).hasValue(30);
        assertThat(PaymentLag.sinceService(Stream.of(claim("a", "1").build())).percentile(50))
                .isEqualTo(OptionalLong.empty());
        assertThatThrownBy(() -> lag.percentile(0)).hasMessage("percent must be from 1 to 100, was 0");
    }

    private static ClaimBuilder claim(String id, String charge) {
        return Claim.professional(id).date(DAY.minusDays(40)).charge(charge);
    }

    private static Adjustment adjustment(String group, String reason, String amount) {
        return Adjustment.of(group, reason, new BigDecimal(amount));
    }
}
