package io.github.tic4j.claims.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tic4j.claims.generate.ClaimGenerator;
import io.github.tic4j.claims.generate.Fault;
import io.github.tic4j.claims.generate.GeneratedClaims;
import io.github.tic4j.claims.generate.Label;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelledFaultsTest {

    private static final Fault[] ALERTED = Arrays.stream(Fault.values())
            .filter(fault -> fault.ruleId().startsWith("FWA"))
            .toArray(Fault[]::new);

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void claimsWithoutFaultsRaiseNothing(long seed) {
        GeneratedClaims world = ClaimGenerator.seeded(seed).generate();

        assertThat(alerts(world)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void everyRuleFindsItsFaultsAndNothingElse(long seed) {
        GeneratedClaims world = ClaimGenerator.seeded(seed).persons(160).generate(3, ALERTED);
        Map<String, int[]> byRule = score(world, alerts(world));

        byRule.forEach((rule, counts) -> {
            assertThat(counts[0]).as("faults that %s finds, of 3", rule).isEqualTo(3);
            assertThat(counts[2])
                    .as("alerts of %s without a fault, of %d", rule, counts[1])
                    .isZero();
        });
        assertThat(byRule).hasSize(ALERTED.length);
    }

    @Test
    void everyAlertHasEvidenceAmongTheClaims() {
        GeneratedClaims world = ClaimGenerator.seeded(9).persons(160).generate(2, ALERTED);
        List<String> ids = world.claims().stream().map(claim -> claim.id()).toList();

        assertThat(alerts(world)).allSatisfy(alert -> {
            assertThat(alert.observation().evidence()).isNotEmpty();
            assertThat(alert.observation().evidence()).allMatch(evidence -> ids.contains(evidence.claimId()));
            assertThat(alert.toString().toLowerCase(Locale.ROOT))
                    .doesNotContain("fraud")
                    .doesNotContain("abuse");
            assertThat(alert.toString()).doesNotContain("person-").doesNotContain("Family");
        });
    }

    private static List<Alert> alerts(GeneratedClaims world) {
        return AlertEngine.batch(AlertRules.standard(world.context()), world.claims().stream());
    }

    /** By rule: faults found, alerts, alerts that no fault explains. */
    private static Map<String, int[]> score(GeneratedClaims world, List<Alert> alerts) {
        Map<String, int[]> scores = new TreeMap<>();
        for (Label label : world.labels()) {
            int[] counts = scores.computeIfAbsent(label.fault().ruleId(), rule -> new int[3]);
            counts[0] += alerts.stream().anyMatch(alert -> explains(label, alert)) ? 1 : 0;
        }
        for (Alert alert : alerts) {
            int[] counts = scores.computeIfAbsent(alert.ruleId(), rule -> new int[3]);
            counts[1]++;
            counts[2] += world.labels().stream().noneMatch(label -> mayExplain(label, alert)) ? 1 : 0;
        }
        return scores;
    }

    private static boolean explains(Label label, Alert alert) {
        return label.fault().ruleId().equals(alert.ruleId()) && mayExplain(label, alert);
    }

    private static boolean mayExplain(Label label, Alert alert) {
        Fault fault = label.fault();
        return (fault.ruleId().equals(alert.ruleId())
                        || fault.otherRuleId().filter(alert.ruleId()::equals).isPresent())
                && alert.observation().evidence().stream().map(Evidence::claimId).collect(Collectors.toSet()).stream()
                        .anyMatch(label.claimIds()::contains);
    }
}
