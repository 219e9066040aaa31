package io.github.tic4j.claims.lifecycle;

import static io.github.tic4j.claims.lifecycle.Samples.DAY;
import static io.github.tic4j.claims.lifecycle.Samples.adjustment;
import static io.github.tic4j.claims.lifecycle.Samples.reversal;
import static io.github.tic4j.claims.lifecycle.Samples.visit;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.tic4j.claims.Claim;
import io.github.tic4j.claims.PaymentStatus;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What the specification of the rules DUP-001 to DUP-006 leaves open. */
class DuplicatesTest {

    @Test
    void threeOfAKindAreThreePairs() {
        List<DuplicatePair> pairs = Duplicates.among(
                List.of(visit("A").build(), visit("B").build(), visit("C").build()));

        assertThat(pairs)
                .hasSize(3)
                .allMatch(DuplicatePair::exact)
                .allMatch(pair -> pair.ruleId().equals("DUP-002"));
    }

    @Property(tries = 50)
    void orderOfTheClaimsDoesNotMatter(@ForAll long seed) {
        List<Claim> claims = List.of(
                visit("A").build(),
                visit("B").build(),
                visit("C").date(DAY.plusDays(1)).build(),
                visit("D")
                        .lines(List.of())
                        .line(line -> line.hcpcs("99213").charge("5"))
                        .build(),
                adjustment("E", "A", "1.00").build());
        List<Claim> shuffled = new ArrayList<>(claims);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(Duplicates.among(shuffled)).containsExactlyInAnyOrderElementsOf(Duplicates.among(claims));
    }

    @Test
    void whatChangesAClaimIsNoDuplicateOfIt() {
        assertThat(Duplicates.among(List.of(
                        visit("A").build(),
                        reversal("B", "A").build(),
                        adjustment("C", "A", "80.00").build(),
                        visit("D").frequency("7").build(),
                        visit("E").frequency("8").build())))
                .isEmpty();
    }

    @Test
    void whatIsNotPaidIsNoDuplicate() {
        assertThat(Duplicates.among(List.of(
                        visit("A").status(PaymentStatus.DENIED).build(),
                        visit("B").build(),
                        visit("C").status(PaymentStatus.REVERSED).build())))
                .isEmpty();
    }

    @Test
    void claimWithoutPersonIsLeftOut() {
        Claim nobody = visit("A").personId(null).memberId(null).build();

        assertThat(Duplicates.among(List.of(nobody, nobody.toBuilder().id("B").build())))
                .isEmpty();
    }

    @Test
    void memberStandsInForPersonWithinAPayer() {
        Claim member = visit("A").personId(null).build();

        assertThat(Duplicates.among(List.of(member, member.toBuilder().id("B").build())))
                .hasSize(1);
        assertThat(Duplicates.among(List.of(
                        member, member.toBuilder().id("B").payer("Other").build())))
                .isEmpty();
    }

    @Test
    void redeliveredClaimIsNoDuplicateOfItself() {
        assertThat(Duplicates.among(List.of(visit("A").build(), visit("A").build())))
                .isEmpty();
        assertThat(Duplicates.among(List.of(
                        visit("A").source("x").build(), visit("A").source("y").build())))
                .hasSize(1);
    }

    @Test
    void pairsShowNoClaim() {
        DuplicatePair pair = Duplicates.among(
                        List.of(visit("SECRET-1").build(), visit("SECRET-2").build()))
                .get(0);

        assertThat(pair.first().claimId()).isEqualTo("SECRET-1");
        assertThat(pair.toString()).doesNotContain("SECRET");
    }
}
