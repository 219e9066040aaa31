package io.github.tic4j.claims.measure;

import static io.github.tic4j.claims.measure.Hospital.claim;
import static io.github.tic4j.claims.measure.Hospital.day;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.tic4j.claims.Claim;
import io.github.tic4j.claims.ClaimBuilder;
import io.github.tic4j.claims.PaymentStatus;
import io.github.tic4j.claims.code.Drg;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class StaysTest {

    @Test
    void aStayOfOneClaimHasItsDaysAndNights() {
        Stay stay = merge(claim("a", "p", 1, 5).paid("100")).get(0);

        assertThat(stay.lengthOfStay()).isEqualTo(4);
        assertThat(stay.amounts().paid()).isEqualByComparingTo("100");
        assertThat(stay).hasToString("Stay[4 nights, 1 claims]");
    }

    @Test
    void aSameDayStayHasNoNightsButOneDay() {
        Stay stay = merge(claim("a", "p", 3, 3)).get(0);

        assertThat(stay.lengthOfStay()).isZero();
        assertThat(stay.days()).isEqualTo(1);
    }

    @Test
    void claimsThatEndTogetherOrOverlapAreOneStay() {
        assertThat(merge(claim("a", "p", 1, 5), claim("b", "p", 3, 5))).hasSize(1);
        assertThat(merge(claim("a", "p", 1, 5), claim("b", "p", 4, 9))).hasSize(1);
    }

    @Test
    void interimClaimsFollowOneAnother() {
        List<Stay> stays = merge(
                claim("a", "p", 1, 10).dischargeStatus("30"),
                claim("b", "p", 11, 20).dischargeStatus("30"),
                claim("c", "p", 21, 25).dischargeStatus("01"));

        assertThat(stays).hasSize(1);
        assertThat(stays.get(0).claimIds()).containsExactly("a", "b", "c");
        assertThat(stays.get(0).lengthOfStay()).isEqualTo(24);
        assertThat(stays.get(0).dischargeStatus().value()).isEqualTo("01");
    }

    @Test
    void interimClaimsWithoutDischargeUseTheirLastDay() {
        ClaimBuilder open = claim("a", "p", 1, 10).stay(day(1), null).dischargeStatus("30");

        assertThat(merge(open, claim("b", "p", 11, 14))).hasSize(1);
    }

    @Test
    void claimsThatStartTogetherAreOneStayIfThePatientStays() {
        assertThat(merge(claim("a", "p", 4, 4).dischargeStatus("30"), claim("b", "p", 4, 6)))
                .hasSize(1);
        assertThat(merge(claim("a", "p", 4, 4), claim("b", "p", 4, 6))).hasSize(2);
    }

    @Test
    void adjacentDischargedStaysStayApart() {
        assertThat(merge(claim("a", "p", 1, 5), claim("b", "p", 6, 9))).hasSize(2);
        assertThat(merge(claim("a", "p", 1, 5), claim("b", "p", 5, 9))).hasSize(2);
    }

    @Test
    void facilitiesAndPersonsAreKeptApart() {
        assertThat(merge(claim("a", "p", 1, 5), claim("b", "p", 2, 5).facilityNpi(Hospital.OTHER)))
                .hasSize(2);
        assertThat(merge(claim("a", "p", 1, 5), claim("b", "q", 1, 5))).hasSize(2);
    }

    @Test
    void onlyAcuteInpatientClaimsInForceCount() {
        assertThat(merge(
                        claim("outpatient", "p", 1, 5).billType("131"),
                        claim("nursing", "p", 1, 5).billType("211"),
                        claim("denied", "p", 1, 5).status(PaymentStatus.DENIED),
                        claim("void", "p", 1, 5).billType("118"),
                        claim("backwards", "p", 5, 1)))
                .isEmpty();
        assertThat(Stays.isAcuteInpatient(claim("a", "p", 1, 5).billType(null).build()))
                .isTrue();
        assertThat(Stays.isAcuteInpatient(claim("a", "p", 1, 5)
                        .billType(null)
                        .stay(null, null)
                        .drg(Drg.ms("470"))
                        .build()))
                .isTrue();
        assertThat(Stays.isAcuteInpatient(claim("a", "p", 1, 5)
                        .billType(null)
                        .stay(null, null)
                        .drg(Drg.ms("999"))
                        .build()))
                .isFalse();
    }

    @Property(tries = 200)
    void theOrderOfTheClaimsDoesNotMatter(@ForAll("claims") List<Claim> claims, @ForAll long seed) {
        List<Claim> shuffled = new ArrayList<>(claims);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(Stays.merge(shuffled.stream())).isEqualTo(Stays.merge(claims.stream()));
    }

    @Property(tries = 200)
    void everyClaimIsInExactlyOneStayAndNoTwoStaysOverlap(@ForAll("claims") List<Claim> claims) {
        List<Stay> stays = Stays.merge(claims.stream());

        assertThat(stays.stream().flatMap(stay -> stay.claimIds().stream()))
                .containsExactlyInAnyOrderElementsOf(
                        claims.stream().map(Claim::id).toList());
        for (int a = 0; a < stays.size(); a++) {
            for (int b = a + 1; b < stays.size(); b++) {
                boolean overlap = stays.get(b).discharge().isAfter(stays.get(a).admission())
                        && stays.get(a).discharge().isAfter(stays.get(b).admission());
                assertThat(overlap).isFalse();
            }
        }
    }

    @Provide
    Arbitrary<List<Claim>> claims() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 30),
                        Arbitraries.integers().between(0, 8),
                        Arbitraries.of("01", "30", "02"))
                .as((start, nights, status) ->
                        claim("", "p", start, start + nights).dischargeStatus(status))
                .list()
                .ofMaxSize(8)
                .map(builders -> {
                    List<Claim> claims = new ArrayList<>();
                    builders.forEach(builder ->
                            claims.add(builder.id("c" + claims.size()).build()));
                    return claims;
                });
    }

    private static List<Stay> merge(ClaimBuilder... claims) {
        return Stays.merge(Stream.of(claims).map(ClaimBuilder::build));
    }
}
