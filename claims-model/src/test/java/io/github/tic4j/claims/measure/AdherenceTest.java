package io.github.tic4j.claims.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tic4j.claims.Claim;
import io.github.tic4j.claims.PaymentStatus;
import io.github.tic4j.claims.PrescriptionFill;
import io.github.tic4j.claims.RecordType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class AdherenceTest {

    private static final LocalDate START = LocalDate.of(2018, 1, 1);
    private static final LocalDate END = LocalDate.of(2018, 12, 31);

    @Test
    void theWorkedExampleOfMetforminCovers270Of282Days() {
        Adherence.Pdc pdc = pdc(
                fill("metformin", "2018-03-25", 90),
                fill("metformin", "2018-07-05", 90),
                fill("metformin", "2018-09-25", 90));

        assertThat(pdc.covered()).isEqualTo(270);
        assertThat(pdc.days()).isEqualTo(282);
        assertThat(pdc.rate().value().orElseThrow()).isEqualByComparingTo("0.957447");
        assertThat(pdc.isAdherent()).isTrue();
    }

    @Test
    void theWorkedExampleOfFourFillsPushesTheSecond() {
        // The second fill runs from 1 April to 29 June, so 30 June to 4 July and 3 to 14 October stay open.
        Adherence.Pdc pdc = pdc(
                fill("metformin", "2018-01-01", 90),
                fill("metformin", "2018-03-25", 90),
                fill("metformin", "2018-07-05", 90),
                fill("metformin", "2018-10-15", 90));

        assertThat(pdc.days()).isEqualTo(365);
        assertThat(pdc.covered()).isEqualTo(365 - 5 - 12);
    }

    @Test
    void earlyRefillsPushOneAnotherWithoutLosingDays() {
        // Shifting against the unshifted end of the previous fill would lose the days that the second fill was pushed
        // by.
        Adherence.Pdc pdc = pdc(
                fill("a", "2018-01-01", 30),
                fill("a", "2018-01-21", 30),
                fill("a", "2018-02-10", 30),
                fill("a", "2018-03-02", 30));

        assertThat(pdc.covered()).isEqualTo(120);
    }

    @Test
    void otherDrugsOfTheClassAreNotPushed() {
        Adherence.Pdc pdc = pdc(fill("a", "2018-01-01", 30), fill("b", "2018-01-16", 30));

        assertThat(pdc.covered()).isEqualTo(45);
    }

    @Test
    void supplyBehindTheEndDoesNotCount() {
        Adherence.Pdc pdc = pdc(fill("a", "2018-09-01", 30), fill("a", "2018-12-02", 90));

        assertThat(pdc.covered()).isEqualTo(60);
    }

    @Test
    void theEndOfLifeOrCoverageEndsTheTreatment() {
        List<DrugFill> fills = List.of(fill("a", "2018-01-01", 100), fill("a", "2018-03-01", 100));

        assertThat(Adherence.pdc(fills, START, LocalDate.of(2018, 5, 10))
                        .orElseThrow()
                        .days())
                .isEqualTo(130);
    }

    @Test
    void personsWithOneFillingDayOrALateStartAreNotMeasured() {
        assertThat(Adherence.pdc(List.of(fill("a", "2018-01-01", 30), fill("b", "2018-01-01", 30)), START, END))
                .isEmpty();
        assertThat(Adherence.pdc(List.of(fill("a", "2018-10-01", 10), fill("a", "2018-11-01", 10)), START, END))
                .isPresent();
        assertThat(Adherence.pdc(List.of(fill("a", "2018-10-02", 10), fill("a", "2018-11-01", 10)), START, END))
                .isEmpty();
    }

    @Test
    void adherenceIsExactAtItsThreshold() {
        assertThat(new Adherence.Pdc(START, 80, 100).isAdherent()).isTrue();
        assertThat(new Adherence.Pdc(START, 799, 1000).isAdherent()).isFalse();
        assertThat(new Adherence.Pdc(START, 89, 100).isAdherent(90)).isFalse();
    }

    @Test
    void possessionMayPassOneAndIsCappedOnRequest() {
        Adherence.Mpr mpr = Adherence.mpr(List.of(fill("a", "2018-12-01", 30), fill("a", "2018-12-11", 30)), START, END)
                .orElseThrow();

        assertThat(mpr.raw()).isEqualTo(new Rate(60, 31));
        assertThat(mpr.capped()).isEqualTo(new Rate(31, 31));
        assertThat(Adherence.mpr(List.of(), START, END)).isEmpty();
    }

    @Test
    void fillsOfTwoPersonsAreMisuse() {
        List<DrugFill> fills = List.of(fill("a", "2018-01-01", 30), new DrugFill("q", "a", START, 30));

        assertThatThrownBy(() -> Adherence.pdc(fills, START, END))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the fills are of more than one person");
        assertThatThrownBy(() -> new DrugFill("p", "a", START, 0)).hasMessage("days supply must be at least 1, was 0");
    }

    @Test
    void fillsComeOutOfClaimsByIngredient() {
        PrescriptionFill fill = PrescriptionFill.builder()
                .ndc("00093-1048-01")
                .dispensingDate(START)
                .daysSupply(30)
                .build();
        Claim paid =
                Claim.pharmacy("1").personId("p").line(line -> line.fill(fill)).build();
        Claim reversed = paid.toBuilder().recordType(RecordType.REVERSAL).build();
        Claim denied = paid.toBuilder().status(PaymentStatus.DENIED).build();
        Claim other = Claim.pharmacy("2")
                .personId("p")
                .line(line -> line.fill(PrescriptionFill.builder().build()))
                .build();

        assertThat(DrugFill.of(Stream.of(paid, reversed, denied, other), f -> Optional.of("metformin")))
                .containsExactly(new DrugFill("p", "metformin", START, 30));
        assertThat(DrugFill.of(Stream.of(paid), f -> Optional.empty())).isEmpty();
    }

    @Property(tries = 300)
    void coverageAgreesWithCountingDayByDayAndIgnoresOrder(@ForAll("fills") List<DrugFill> fills, @ForAll long seed) {
        List<DrugFill> shuffled = new ArrayList<>(fills);
        Collections.shuffle(shuffled, new Random(seed));
        Optional<Adherence.Pdc> pdc = Adherence.pdc(shuffled, START, END);

        assertThat(pdc).isEqualTo(Adherence.pdc(fills, START, END));
        pdc.ifPresent(measured -> assertThat(measured.covered()).isEqualTo(countDayByDay(fills, measured.indexDate())));
    }

    /** Takes a pill of each drug a day from a growing stock: another way to the same number. */
    private static int countDayByDay(List<DrugFill> fills, LocalDate index) {
        int covered = 0;
        java.util.Map<String, Integer> stock = new java.util.HashMap<>();
        for (LocalDate day = index; !day.isAfter(END); day = day.plusDays(1)) {
            LocalDate today = day;
            fills.stream()
                    .filter(f -> f.date().equals(today))
                    .forEach(f -> stock.merge(f.drug(), f.daysSupply(), Integer::sum));
            covered += stock.values().stream().anyMatch(left -> left > 0) ? 1 : 0;
            stock.replaceAll((drug, left) -> Math.max(0, left - 1));
        }
        return covered;
    }

    @Provide
    Arbitrary<List<DrugFill>> fills() {
        return Combinators.combine(
                        Arbitraries.of("a", "b"),
                        Arbitraries.integers().between(0, 364),
                        Arbitraries.integers().between(1, 100))
                .as((drug, day, supply) -> new DrugFill("p", drug, START.plusDays(day), supply))
                .list()
                .ofMaxSize(10);
    }

    private static Adherence.Pdc pdc(DrugFill... fills) {
        return Adherence.pdc(List.of(fills), START, END).orElseThrow();
    }

    private static DrugFill fill(String drug, String date, int days) {
        return new DrugFill("p", drug, LocalDate.parse(date), days);
    }
}
