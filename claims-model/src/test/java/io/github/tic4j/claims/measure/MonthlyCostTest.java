package io.github.tic4j.claims.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tic4j.claims.Claim;
import io.github.tic4j.claims.CoverageSpan;
import io.github.tic4j.claims.PaymentStatus;
import io.github.tic4j.claims.RecordType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MonthlyCostTest {

    private static final LocalDate DATA_END = LocalDate.of(2023, 1, 31);

    @Test
    void theWorkedExampleHasTwelveMemberMonthsForEachOfTwoMembers() {
        Set<MemberMonth> months = MemberMonth.of(
                Stream.of(
                        span("A1234", "2022-01-01", "2022-06-15"),
                        span("A1234", "2022-08-10", null),
                        span("B2468", "2022-01-01", "2022-12-31")),
                DATA_END);

        assertThat(months)
                .filteredOn(month -> month.personId().equals("A1234"))
                .hasSize(12)
                .extracting(MemberMonth::month)
                .doesNotContain(YearMonth.of(2022, 7))
                .contains(YearMonth.of(2023, 1));
        assertThat(months).filteredOn(month -> month.personId().equals("B2468")).hasSize(12);
    }

    @Test
    void spansThatTouchTheSameMonthCountItOnceAndEndlessOnesEndWithTheData() {
        assertThat(MemberMonth.of(
                        Stream.of(span("p", "2022-12-01", "2022-12-10"), span("p", "2022-12-20", "9999-12-31")),
                        DATA_END))
                .hasSize(2);
        assertThat(MemberMonth.of(Stream.of(span("p", "2022-12-01", "2022-11-01")), DATA_END))
                .isEmpty();
    }

    @Test
    void plansOfOnePersonAreMembersEach() {
        Stream<CoverageSpan> two = Stream.of(
                CoverageSpan.of("p", "acme", "gold", LocalDate.of(2022, 1, 1), LocalDate.of(2022, 1, 31)),
                CoverageSpan.of("p", "acme", "dental", LocalDate.of(2022, 1, 1), LocalDate.of(2022, 1, 31)));

        assertThat(MemberMonth.of(two, DATA_END)).hasSize(2);
    }

    @Test
    void costIsPerMemberOfTheMonthInWhichTheClaimBegins() {
        Set<MemberMonth> months = MemberMonth.of(
                Stream.of(
                        span("p", "2022-09-01", "2022-10-31"),
                        span("q", "2022-09-01", "2022-09-30"),
                        span("r", "2022-09-05", "2022-09-06")),
                DATA_END);
        List<MonthlyCost> costs = MonthlyCost.of(
                Stream.of(
                        claim("p", "2022-09-30", "2022-10-05", "100.00"),
                        claim("q", "2022-09-02", "2022-09-02", "50.01"),
                        claim("q", "2022-10-02", "2022-10-02", "7")),
                claim -> claim.amounts().paid(),
                months,
                DATA_END);

        assertThat(costs).hasSize(2);
        assertThat(costs.get(0).cost()).isEqualByComparingTo("150.01");
        assertThat(costs.get(0).perMember().orElseThrow()).isEqualByComparingTo("50.0033");
        assertThat(costs.get(1).cost()).isEqualByComparingTo("0");
        assertThat(costs.get(1).unmatchedCost()).isEqualByComparingTo("7");
    }

    @Test
    void theLastThreeMonthsAreImmatureAndMonthsWithoutMembersHaveNoCostPerMember() {
        List<MonthlyCost> costs = MonthlyCost.of(
                Stream.of(
                        claim("p", "2022-10-15", "2022-10-15", "1"),
                        claim("p", "2022-11-15", "2022-11-15", "1"),
                        claim("p", "2023-01-15", "2023-01-15", "1")),
                claim -> claim.amounts().paid(),
                Set.of(),
                DATA_END);

        assertThat(costs).extracting(MonthlyCost::immature).containsExactly(false, true, true);
        assertThat(costs).allMatch(cost -> cost.perMember().isEmpty());
    }

    @Test
    void reversedAndDeniedClaimsCostNothing() {
        Claim claim = claim("p", "2022-09-30", "2022-09-30", "100");
        Stream<Claim> claims = Stream.of(
                claim.toBuilder().recordType(RecordType.REVERSAL).build(),
                claim.toBuilder().status(PaymentStatus.DENIED).build(),
                claim.toBuilder().period(null, null).build());

        assertThat(MonthlyCost.of(claims, c -> c.amounts().paid(), Set.of(), DATA_END))
                .isEmpty();
    }

    private static CoverageSpan span(String person, String start, String end) {
        return CoverageSpan.of(
                person, "acme", "gold", LocalDate.parse(start), end == null ? null : LocalDate.parse(end));
    }

    private static Claim claim(String person, String start, String end, String paid) {
        return Claim.professional("c")
                .personId(person)
                .period(LocalDate.parse(start), LocalDate.parse(end))
                .paid(new BigDecimal(paid))
                .build();
    }
}
