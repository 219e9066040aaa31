package io.github.tic4j.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tic4j.mrf.CodeList;
import io.github.tic4j.mrf.Finding.Severity;
import io.github.tic4j.spi.Rule;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class QualityRulesTest {

    private static Rule rule(String id) {
        return new Rule() {
            @Override
            public String id() {
                return id;
            }

            @Override
            public Severity severity() {
                return Severity.INFO;
            }
        };
    }

    @Test
    void rulesOnTheClassPathComeBehindRegisteredOnes() {
        QualityRules rules = QualityRules.builder().rule(rule("acme-first")).build();
        assertThat(rules.customRules()).extracting(Rule::id).containsExactly("acme-first", "test-on-class-path");
    }

    @Test
    void registeredRuleTakesThePlaceOfOneOnTheClassPath() {
        Rule own = rule("test-on-class-path");
        assertThat(QualityRules.builder().rule(own).build().customRules()).containsExactly(own);
    }

    @Test
    void twoRulesWithOneIdAreRefused() {
        QualityRules.Builder rules = QualityRules.builder().rule(rule("acme-first"));
        assertThatThrownBy(() -> rules.rule(rule("acme-first")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Two rules have the id acme-first; one of them is "
                        + getClass().getName());
        assertThatThrownBy(() -> rules.rule(rule("rate-range")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Two rules have the id rate-range");
    }

    @Test
    void numbersThatMakeNoSenseAreRefused() {
        QualityRules.Builder rules = QualityRules.builder();
        assertThatThrownBy(() -> rules.rateRange(BigDecimal.TEN, BigDecimal.ONE).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("minRate must not exceed maxRate, was 10 and 1");
        assertThatThrownBy(() -> QualityRules.builder().maxTracked(0).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "maxAgeDays and maxTracked must be at least 1 and maxSamples at least 0, were 62, 0 and 20");
        assertThatThrownBy(() -> new Threshold(80, 90))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "A threshold needs 0 <= failBelow <= warnBelow <= 100, was warnBelow 80.0 and failBelow 90.0");
        assertThatThrownBy(() -> new Threshold(Double.NaN, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void builderStartsWithWhatItIsMadeFrom() {
        QualityRules rules = QualityRules.builder()
                .profile(SchemaProfile.V2_0_0)
                .schemaScope(SchemaScope.README)
                .rateRange(BigDecimal.ONE, BigDecimal.TEN)
                .reasonableRate(new CodeList.Entry(null, "99213"), BigDecimal.TEN)
                .listedCodes(new CodeList(List.of()))
                .requiredFields(Set.of(RequiredField.SETTING))
                .maxAgeDays(7)
                .completeness(new Threshold(50, 40))
                .accuracy(new Threshold(30, 20))
                .severity(QualityRule.RATE_RANGE, Severity.ERROR)
                .without(QualityRule.CODE_SHAPE)
                .maxSamples(1)
                .maxTracked(2)
                .build();
        assertThat(rules.toBuilder().build()).isEqualTo(rules);
        assertThat(rules.severity(QualityRule.RATE_RANGE)).contains(Severity.ERROR);
        assertThat(rules.severity(QualityRule.CODE_SHAPE)).isEmpty();
    }

    @Test
    void profilesHaveTheNamesOfTheirVersions() {
        assertThat(SchemaProfile.of("V1.6.2")).isEqualTo(SchemaProfile.V1_6_2);
        assertThat(SchemaProfile.of("2.2.0")).isEqualTo(SchemaProfile.V2_2_0);
        assertThat(SchemaProfile.of("auto")).isEqualTo(SchemaProfile.AUTO);
        assertThatThrownBy(() -> SchemaProfile.of("v2"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("No schema profile \"v2\"; there are auto, v1.0.0");
    }
}
