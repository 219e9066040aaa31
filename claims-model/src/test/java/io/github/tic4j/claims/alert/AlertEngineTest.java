package io.github.tic4j.claims.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tic4j.claims.Claim;
import io.github.tic4j.claims.ClaimBuilder;
import io.github.tic4j.claims.PaymentStatus;
import io.github.tic4j.claims.generate.ClaimGenerator;
import io.github.tic4j.claims.generate.Fault;
import io.github.tic4j.claims.generate.GeneratedClaims;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class AlertEngineTest {

    private static final LocalDate DAY = LocalDate.of(2023, 5, 10);
    private static final GeneratedClaims WORLD = ClaimGenerator.seeded(4)
            .generate(Arrays.stream(Fault.values())
                    .filter(fault -> fault.ruleId().startsWith("FWA"))
                    .toArray(Fault[]::new));
    private static final List<AlertRule<?>> RULES = AlertRules.standard(WORLD.context());
    private static final List<Claim> RECORDS = withVoidsAndReplacements();
    private static final List<Alert> EXPECTED = AlertEngine.batch(RULES, RECORDS.stream());

    @Property(tries = 6)
    void anyOrderAndAnyPaceGiveTheAlertsOfTheBatch(@ForAll long seed) {
        Random random = new Random(seed);
        List<Claim> shuffled = new ArrayList<>(RECORDS);
        shuffled.addAll(RECORDS.subList(0, 50));
        Collections.shuffle(shuffled, random);
        AlertEngine engine = new AlertEngine(RULES);
        Map<String, Alert> kept = new TreeMap<>();
        for (Claim claim : shuffled) {
            engine.add(claim);
            if (random.nextInt(100) == 0) {
                keep(engine.settle(), kept);
            }
        }
        keep(engine.settle(), kept);

        assertThat(engine.standing()).isEqualTo(EXPECTED);
        assertThat(new HashSet<>(kept.values())).isEqualTo(new HashSet<>(EXPECTED));
    }

    @Test
    void claimByClaimGivesTheAlertsOfTheBatchToo() {
        List<AlertRule<?>> light = RULES.stream()
                .filter(rule -> !List.of("FWA-07", "FWA-08", "FWA-14", "FWA-15", "FWA-11A")
                        .contains(rule.id()))
                .toList();
        AlertEngine engine = new AlertEngine(light);
        Map<String, Alert> kept = new TreeMap<>();
        RECORDS.forEach(claim -> keep(engine.accept(claim), kept));

        assertThat(engine.standing()).isEqualTo(AlertEngine.batch(light, RECORDS.stream()));
        assertThat(new HashSet<>(kept.values())).isEqualTo(new HashSet<>(engine.standing()));
    }

    @Test
    void aVoidClearsTheAlertUnderTheSameId() {
        AlertEngine engine = highValueEngine();
        AlertSignal raised = engine.accept(expensive("c1").build()).get(0);
        List<AlertSignal> cleared = engine.accept(
                expensive("v1").frequency("8").originalClaimId("c1").build());

        assertThat(raised.kind()).isEqualTo(AlertSignal.Kind.RAISED);
        assertThat(cleared).extracting(AlertSignal::kind).containsExactly(AlertSignal.Kind.CLEARED);
        assertThat(cleared.get(0).alert().id()).isEqualTo(raised.alert().id());
        assertThat(engine.standing()).isEmpty();
    }

    @Test
    void aVoidThatComesFirstIsRemembered() {
        AlertEngine engine = highValueEngine();
        engine.accept(expensive("v1").frequency("8").originalClaimId("c1").build());

        assertThat(engine.accept(expensive("c1").build())).isEmpty();
    }

    @Test
    void aVoidFindsItsClaimByThePayersNumberAndOnlyInItsSource() {
        AlertEngine engine = highValueEngine();
        engine.accept(expensive("c1").payerControlNumber("ICN1").build());
        engine.accept(expensive("c1").source("elsewhere").build());
        engine.accept(expensive("v1").frequency("8").originalClaimId("ICN1").build());

        assertThat(engine.standing()).hasSize(1);
    }

    @Test
    void aReplacementTakesThePlaceOfTheClaim() {
        AlertEngine engine = highValueEngine();
        engine.accept(expensive("c1").build());
        List<AlertSignal> signals = engine.accept(expensive("c2")
                .charge("20")
                .frequency("7")
                .originalClaimId("c1")
                .build());

        assertThat(signals).extracting(AlertSignal::kind).containsExactly(AlertSignal.Kind.CLEARED);
    }

    @Test
    void recordsOfOneIdAreVersionsOfWhichTheLastDecidedCounts() {
        AlertEngine engine = highValueEngine();
        engine.accept(
                expensive("c1").processedDate(DAY.plusDays(9)).frequency("8").build());
        engine.accept(expensive("c1").processedDate(DAY.plusDays(3)).build());
        assertThat(engine.standing()).isEmpty();

        engine.accept(
                expensive("c1").processedDate(DAY.plusDays(20)).frequency("7").build());
        assertThat(engine.standing()).hasSize(1);
    }

    @Test
    void aClaimDeliveredTwiceChangesNothingAndANewVersionChangesTheAlert() {
        AlertEngine engine = highValueEngine();
        engine.accept(expensive("c1").receivedDate(DAY).build());

        assertThat(engine.accept(expensive("c1").receivedDate(DAY).build())).isEmpty();
        assertThat(engine.accept(expensive("c1")
                        .receivedDate(DAY.plusDays(1))
                        .charge("40000")
                        .build()))
                .extracting(AlertSignal::kind)
                .containsExactly(AlertSignal.Kind.CHANGED);
    }

    @Test
    void alertIdsDependOnTheFactsAlone() {
        Alert first = highValueEngine().accept(expensive("c1").build()).get(0).alert();
        Alert again = highValueEngine()
                .accept(expensive("c1").charge("99999").build())
                .get(0)
                .alert();
        Alert other = highValueEngine().accept(expensive("c2").build()).get(0).alert();

        assertThat(first.id()).isEqualTo(again.id()).hasSize(64).isNotEqualTo(other.id());
        assertThat(first.id()).isEqualTo("dd4faae6c4b51b9b89eb56708110340b54d9464312fc54977f2abf5a0662cf35");
    }

    @Test
    void aRuleIsAPureStepFromStateToState() {
        AlertRule<String> rule = new AlertRule<>(
                "X-1",
                1,
                "claims of a person",
                claim -> List.of(String.valueOf(claim.personId())),
                (person, claims) -> List.of(Observation.ofPerson(person)
                        .evidence(claims.stream().map(Evidence::of).toList())
                        .measured(claims.size(), 0, 1)
                        .saying("There are claims.")));
        AlertState empty = AlertState.EMPTY;
        AlertRule.Step step =
                rule.step("p", empty, List.of(ClaimChange.added(expensive("c1").build())));

        assertThat(empty.claims()).isEmpty();
        assertThat(step.state()).hasToString("AlertState[1 claims, 1 alerts]");
        assertThat(step)
                .isEqualTo(rule.step(
                        "p", empty, List.of(ClaimChange.added(expensive("c1").build()))));
        assertThat(rule).hasToString("X-1 claims of a person");
        assertThatThrownBy(() -> rule.step(
                        "p",
                        step.state(),
                        List.of(ClaimChange.removed(expensive("c1").build()))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("an observation needs evidence");
    }

    @Test
    void rulesThatContradictThemselvesOrEachOtherAreMisuse() {
        AlertRule<String> twice = new AlertRule<>("X-1", 1, "", claim -> List.of("k"), (key, claims) -> {
            Observation one =
                    Observation.ofClaim("c").evidence(new Evidence("c", 0)).saying("one");
            Observation two =
                    Observation.ofClaim("c").evidence(new Evidence("c", 1)).saying("two");
            return List.of(one, two);
        });

        assertThatThrownBy(() ->
                        new AlertEngine(List.of(twice)).accept(expensive("c").build()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Rule X-1 made two observations of one subject, topic and window");
        assertThatThrownBy(() -> new AlertEngine(List.of(twice, twice))).hasMessage("two rules have the same id");
    }

    @Test
    void theCatalogueIsListedAndCarefulWithWords() {
        assertThat(RULES)
                .extracting(AlertRule::id)
                .isSorted()
                .doesNotHaveDuplicates()
                .hasSizeGreaterThanOrEqualTo(18);
        assertThat(RULES)
                .extracting(AlertRule::title)
                .allSatisfy(title -> assertThat(title).isNotBlank().doesNotContainIgnoringCase("fraud"));
    }

    private static AlertEngine highValueEngine() {
        return new AlertEngine(
                RULES.stream().filter(rule -> rule.id().equals("FWA-17")).toList());
    }

    private static ClaimBuilder expensive(String id) {
        return Claim.professional(id)
                .personId("p")
                .date(DAY)
                .status(PaymentStatus.PAID)
                .charge(new BigDecimal("25000"));
    }

    /** Every seventh claim is void, every eleventh replaced by one of a single dollar, every thirteenth twice there. */
    private static List<Claim> withVoidsAndReplacements() {
        List<Claim> records = new ArrayList<>();
        for (Claim claim : WORLD.claims()) {
            records.add(claim);
            int number = records.size();
            if (number % 7 == 0) {
                records.add(claim.toBuilder()
                        .id("void-" + claim.id())
                        .frequency("8")
                        .originalClaimId(claim.id())
                        .build());
            } else if (number % 11 == 0) {
                records.add(claim.toBuilder()
                        .id("new-" + claim.id())
                        .frequency("7")
                        .originalClaimId(claim.id())
                        .charge("1")
                        .build());
            } else if (number % 13 == 0) {
                records.add(claim.toBuilder().processedDate(DAY.plusYears(1)).build());
            }
        }
        return records;
    }

    private static void keep(List<AlertSignal> signals, Map<String, Alert> kept) {
        for (AlertSignal signal : signals) {
            if (signal.kind() == AlertSignal.Kind.CLEARED) {
                kept.remove(signal.alert().id());
            } else {
                kept.put(signal.alert().id(), signal.alert());
            }
        }
    }
}
