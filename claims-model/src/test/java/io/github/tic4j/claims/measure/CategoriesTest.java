package io.github.tic4j.claims.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tic4j.claims.Claim;
import io.github.tic4j.claims.code.Drg;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CategoriesTest {

    @ParameterizedTest
    @CsvSource({
        "111, 0120, , ACUTE_INPATIENT",
        "131, 0450, 99285, EMERGENCY",
        "131, 0456, , URGENT_CARE",
        "131, 0762, G0378, OBSERVATION",
        "131, 0300, 85025, OUTPATIENT",
        "211, 0022, 1AGK1, SKILLED_NURSING",
        "329, 0421, G0151, HOME_HEALTH",
        "811, 0551, G0299, HOSPICE",
        "721, 0821, 90999, DIALYSIS",
        "831, 0490, , AMBULATORY_SURGERY",
        "141, 0300, , LABORATORY",
        "661, 0100, , OTHER",
    })
    void institutionalClaimsGoByBillRevenueAndCode(
            String bill, String revenue, String hcpcs, ServiceCategory expected) {
        Claim claim = Hospital.claim("a", "p", 1, 2)
                .billType(bill)
                .line(line -> line.revenueCode(revenue).hcpcs(hcpcs))
                .build();

        assertThat(ServiceCategory.of(claim)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "21, ACUTE_INPATIENT",
        "23, EMERGENCY",
        "20, URGENT_CARE",
        "11, OFFICE",
        "02, TELEHEALTH",
        "10, TELEHEALTH",
        "24, AMBULATORY_SURGERY",
        "81, LABORATORY",
        "41, AMBULANCE",
        "22, OUTPATIENT",
        "99, OTHER"
    })
    void professionalClaimsGoByPlace(String place, ServiceCategory expected) {
        assertThat(ServiceCategory.of(Claim.professional("a")
                        .line(line -> line.placeOfService(place))
                        .build()))
                .isEqualTo(expected);
    }

    @Test
    void aClaimOfSeveralCategoriesKeepsThemAll() {
        Claim claim = Hospital.claim("a", "p", 1, 3)
                .line(line -> line.revenueCode("0450"))
                .build();

        assertThat(ServiceCategory.of(claim)).isEqualTo(ServiceCategory.ACUTE_INPATIENT);
        assertThat(ServiceCategory.all(claim))
                .containsExactly(ServiceCategory.ACUTE_INPATIENT, ServiceCategory.EMERGENCY);
    }

    @Test
    void birthsPsychiatryDrugsAndTeethHaveTheirOwn() {
        assertThat(ServiceCategory.of(
                        Hospital.claim("a", "p", 1, 3).drg(Drg.ms("807")).build()))
                .isEqualTo(ServiceCategory.MATERNITY);
        assertThat(ServiceCategory.of(Hospital.claim("a", "p", 1, 3)
                        .billingTaxonomy("283Q00000X")
                        .build()))
                .isEqualTo(ServiceCategory.INPATIENT_PSYCHIATRIC);
        assertThat(ServiceCategory.of(Claim.pharmacy("a").build())).isEqualTo(ServiceCategory.PHARMACY);
        assertThat(ServiceCategory.of(Claim.dental("a").build())).isEqualTo(ServiceCategory.DENTAL);
    }

    @Test
    void utilisationCountsStaysDaysAndVisitsOnce() {
        List<Claim> claims = List.of(
                Hospital.claim("a", "p", 1, 4).build(),
                Hospital.claim("b", "p", 9, 9).build(),
                Hospital.claim("c", "q", 5, 5)
                        .billType("131")
                        .line(line -> line.revenueCode("0450"))
                        .build(),
                Claim.professional("d")
                        .personId("q")
                        .date(Hospital.day(5))
                        .line(line -> line.placeOfService("23"))
                        .build());
        Utilisation use = Utilisation.of(claims.stream(), Stays.merge(claims.stream()), 24);

        assertThat(use.admissions().perThousandYears().orElseThrow()).isEqualByComparingTo("1000");
        assertThat(use.days()).isEqualTo(new Rate(4, 24));
        assertThat(use.emergencyVisits().perThousandYears().orElseThrow()).isEqualByComparingTo("500");
        assertThat(new Rate(1, 0).perThousandYears()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, LOW", "1, MEDIUM", "2, MEDIUM", "3, HIGH", "4, HIGH", "5, VERY_HIGH", "40, VERY_HIGH"})
    void riskGoesByChronicConditions(int conditions, RiskTier tier) {
        assertThat(RiskTier.of(conditions)).isEqualTo(tier);
    }

    @Test
    void theReadmissionScoreAddsUp() {
        List<Stay> longStays = Stays.merge(Stream.of(
                Hospital.claim("a", "p", 1, 10).build(),
                Hospital.claim("b", "p", 20, 26).build()));

        assertThat(ReadmissionScore.of(64, 0, ReadmissionScore.Readmitted.NEVER, List.of())
                        .points())
                .isEqualTo(1);
        ReadmissionScore worst = ReadmissionScore.of(65, 9, ReadmissionScore.Readmitted.BEFORE, longStays);
        assertThat(worst.points()).isEqualTo(8);
        assertThat(worst.band()).isEqualTo(ReadmissionScore.Band.HIGH);
        assertThat(new ReadmissionScore(3).band()).isEqualTo(ReadmissionScore.Band.LOW);
        assertThat(new ReadmissionScore(6).band()).isEqualTo(ReadmissionScore.Band.MEDIUM);
        assertThatThrownBy(() -> RiskTier.of(-1)).hasMessage("conditions must not be negative, were -1");
        assertThatThrownBy(() -> ReadmissionScore.of(-1, 0, ReadmissionScore.Readmitted.NEVER, List.of()))
                .hasMessage("age and conditions must not be negative");
    }

    @Test
    void noughtAndTheLargestValueHaveABandToo() {
        assertThat(Bands.LENGTH_OF_STAY.indexOf(BigDecimal.ZERO)).isZero();
        assertThat(Bands.AGE.label(BigDecimal.ZERO)).isEqualTo("up to 18");
        assertThat(Bands.AGE.label(new BigDecimal("120"))).isEqualTo("over 65");
        assertThat(Bands.COST.label(new BigDecimal("1000.01"))).isEqualTo("over 1000 up to 5000");
        assertThatThrownBy(() -> Bands.of("2", "1")).hasMessage("bounds must ascend, were [2, 1]");
    }

    @Property(tries = 200)
    void everyNumberHasExactlyOneBandAndBandsAscend(@ForAll BigDecimal a, @ForAll BigDecimal b) {
        int first = Bands.COST.indexOf(a);

        assertThat(first).isBetween(0, 3);
        assertThat(a.compareTo(b) <= 0 ? first <= Bands.COST.indexOf(b) : first >= Bands.COST.indexOf(b))
                .isTrue();
    }
}
