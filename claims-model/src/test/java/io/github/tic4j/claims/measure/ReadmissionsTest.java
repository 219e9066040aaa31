package io.github.tic4j.claims.measure;

import static io.github.tic4j.claims.measure.Hospital.claim;
import static io.github.tic4j.claims.measure.Hospital.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tic4j.claims.ClaimBuilder;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadmissionsTest {

    private static final Readmissions.Options DEFAULTS = Readmissions.Options.defaults();

    @ParameterizedTest
    @CsvSource({"5, 0", "6, 1", "20, 15", "35, 30"})
    void aReturnWithinThirtyDaysCounts(int admission, int days) {
        Readmissions.Summary summary = of(
                DEFAULTS,
                claim("a", "p", 1, 5),
                claim("b", "p", admission, admission + 2).diagnoses("J18.9").facilityNpi(Hospital.OTHER));

        assertThat(summary.crude()).isEqualTo(new Rate(1, 2));
        assertThat(summary.outcomes().get(0).days()).isEqualTo(days);
    }

    @ParameterizedTest
    @ValueSource(ints = {36, 205})
    void aReturnAfterThirtyDaysDoesNotCountHoweverManyStaysFollow(int admission) {
        Readmissions.Summary summary = of(DEFAULTS, claim("a", "p", 1, 5), claim("b", "p", admission, admission + 2));

        assertThat(summary.crude()).isEqualTo(new Rate(0, 2));
        assertThat(summary.outcomes().get(0).days()).isEqualTo(-1);
    }

    @Test
    void aSameDayReturnToTheSameHospitalForTheSameReasonContinuesTheStay() {
        Readmissions.Summary summary = of(DEFAULTS, claim("a", "p", 1, 5), claim("b", "p", 5, 9));

        assertThat(summary.crude()).isEqualTo(new Rate(0, 1));
        assertThat(summary.outcomes().get(0).index().claimIds()).containsExactly("a", "b");
        assertThat(summary.outcomes().get(0).index().lengthOfStay()).isEqualTo(8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"20", "40", "41", "42", "07", "02", "30"})
    void stayThatEndedInDeathTransferOrAgainstAdviceIsNoIndex(String status) {
        Readmissions.Summary summary =
                of(DEFAULTS, claim("a", "p", 1, 5).dischargeStatus(status), claim("b", "p", 10, 12));

        assertThat(summary.outcomes())
                .extracting(outcome -> outcome.index().claimIds().get(0))
                .containsExactly("b");
    }

    @Test
    void furtherTransfersAreLeftOutOnRequest() {
        ClaimBuilder[] claims = {claim("a", "p", 1, 5).dischargeStatus("66"), claim("b", "p", 10, 12)};

        assertThat(of(DEFAULTS, claims).crude()).isEqualTo(new Rate(1, 2));
        assertThat(of(DEFAULTS.withAnyTransfer(), claims).crude()).isEqualTo(new Rate(0, 1));
    }

    @Test
    void plannedReturnsCountAsCrudeOnly() {
        Readmissions.Summary announced =
                of(DEFAULTS, claim("a", "p", 1, 5).dischargeStatus("81"), claim("b", "p", 10, 12));
        assertThat(announced.crude()).isEqualTo(new Rate(1, 2));
        assertThat(announced.unplanned()).isEqualTo(new Rate(0, 2));

        Readmissions.Options chemotherapy = DEFAULTS.withPlanned(stay -> "Z5111".equals(stay.principalDiagnosis()));
        Readmissions.Summary table = of(
                chemotherapy,
                claim("a", "p", 1, 5),
                io.github.tic4j.claims.Claim.institutional("b")
                        .personId("p")
                        .billType("111")
                        .stay(day(10), day(12))
                        .diagnoses("Z51.11"));
        assertThat(table.unplanned().numerator()).isZero();
    }

    @Test
    void onlyTheFirstReturnCountsAndAReturnCanBeAnIndex() {
        Readmissions.Summary summary =
                of(DEFAULTS, claim("a", "p", 1, 5), claim("b", "p", 10, 12), claim("c", "p", 20, 22));

        assertThat(summary.crude()).isEqualTo(new Rate(2, 3));
        assertThat(summary.outcomes().get(0).readmission().claimIds()).containsExactly("b");
    }

    @Test
    void dischargesTooCloseToTheEndOfTheDataAreNoIndex() {
        Stay stay = Stays.merge(Stream.of(claim("a", "p", 1, 5).build())).get(0);

        assertThat(Readmissions.of(java.util.List.of(stay), day(34), DEFAULTS).outcomes())
                .isEmpty();
        assertThat(Readmissions.of(java.util.List.of(stay), day(35), DEFAULTS).outcomes())
                .hasSize(1);
    }

    @Test
    void excludedStaysAreNoIndexButStillReturns() {
        Readmissions.Options noIndexForB =
                DEFAULTS.withExcluded(stay -> stay.claimIds().contains("b"));

        assertThat(of(noIndexForB, claim("a", "p", 1, 5), claim("b", "p", 10, 12))
                        .crude())
                .isEqualTo(new Rate(1, 1));
    }

    @Test
    void personsAreKeptApart() {
        assertThat(of(DEFAULTS, claim("a", "p", 1, 5), claim("b", "q", 10, 12)).crude())
                .isEqualTo(new Rate(0, 2));
    }

    @Test
    void theWindowMustBePositive() {
        assertThatThrownBy(() -> new Readmissions.Options(0, java.util.Set.of(), s -> false, s -> false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("window must be at least one day, was 0");
    }

    private static Readmissions.Summary of(Readmissions.Options options, ClaimBuilder... claims) {
        return Readmissions.of(Stays.merge(Stream.of(claims).map(ClaimBuilder::build)), day(730), options);
    }
}
