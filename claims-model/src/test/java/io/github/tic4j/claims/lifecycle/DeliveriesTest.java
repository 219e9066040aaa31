package io.github.tic4j.claims.lifecycle;

import static io.github.tic4j.claims.lifecycle.Samples.DAY;
import static io.github.tic4j.claims.lifecycle.Samples.visit;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.tic4j.claims.Claim;
import io.github.tic4j.claims.ClaimLine;
import io.github.tic4j.claims.Diagnosis;
import io.github.tic4j.claims.DiagnosisType;
import io.github.tic4j.claims.RecordType;
import io.github.tic4j.claims.code.DiagnosisCode;
import io.github.tic4j.claims.lifecycle.Deliveries.Delivery;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class DeliveriesTest {

    @Test
    void secondDeliveryIsRepeatedOrChanged() {
        Deliveries deliveries = new Deliveries();

        assertThat(deliveries.accept(visit("A").build())).isEqualTo(Delivery.NEW);
        assertThat(deliveries.accept(visit("A").build())).isEqualTo(Delivery.REPEATED);
        assertThat(deliveries.accept(visit("A").paid("81.00").build())).isEqualTo(Delivery.CHANGED);
        assertThat(deliveries.accept(visit("A").paid("81.00").build())).isEqualTo(Delivery.REPEATED);
        assertThat(deliveries.accept(visit("B").build())).isEqualTo(Delivery.NEW);
    }

    @Test
    void reversalUnderTheSameIdIsARecordOfItsOwn() {
        Deliveries deliveries = new Deliveries();
        deliveries.accept(visit("A").build());

        assertThat(deliveries.accept(visit("A").recordType(RecordType.REVERSAL).build()))
                .isEqualTo(Delivery.NEW);
        assertThat(deliveries.accept(visit("A").frequency("8").build())).isEqualTo(Delivery.NEW);
        assertThat(deliveries.accept(visit("A").source("other").build())).isEqualTo(Delivery.NEW);
    }

    @Test
    void hashIgnoresHowAValueIsWritten() {
        Claim written = visit("A").charge("100").diagnosis(diagnosis("i10")).build();
        Claim differently =
                visit("A").charge("100.00").diagnosis(diagnosis("I10 ")).build();

        assertThat(ClaimHash.of(written)).isEqualTo(ClaimHash.of(differently)).hasSize(64);
        assertThat(ClaimHash.of(visit("A").charge("0").build()))
                .isEqualTo(ClaimHash.of(visit("A").charge("0.00").build()));
    }

    @Test
    void hashIgnoresTheOrderOfLines() {
        ClaimLine one = ClaimLine.builder(1).hcpcs("99213").build();
        ClaimLine two = ClaimLine.builder(2).hcpcs("36415").build();

        assertThat(ClaimHash.of(visit("A").lines(List.of(two, one)).build()))
                .isEqualTo(ClaimHash.of(visit("A").lines(List.of(one, two)).build()));
    }

    @Test
    void hashSeesEveryKindOfChange() {
        Claim claim = visit("A").build();

        assertThat(List.of(
                        visit("A").plan("Gold").build(),
                        visit("A").paid("80.01").build(),
                        visit("A").date(DAY.plusDays(1)).build(),
                        visit("A").dischargeStatus("01").build(),
                        visit("A").renderingNpi("1558598797").build(),
                        visit("A").line(line -> line.hcpcs("36415")).build(),
                        visit("A").diagnosis(diagnosis("I10")).build()))
                .extracting(ClaimHash::of)
                .doesNotHaveDuplicates()
                .doesNotContain(ClaimHash.of(claim));
    }

    @Property(tries = 200)
    void textMovedFromOneFieldToTheNextChangesTheHash(@ForAll @AlphaChars @StringLength(min = 2, max = 8) String text) {
        Claim whole = visit("A").payer(text).plan("x").build();
        Claim cut =
                visit("A").payer(text.substring(1)).plan(text.charAt(0) + "x").build();

        assertThat(ClaimHash.of(whole)).isNotEqualTo(ClaimHash.of(cut));
    }

    private static Diagnosis diagnosis(String code) {
        return Diagnosis.of(2, DiagnosisType.OTHER, DiagnosisCode.icd10(code));
    }
}
