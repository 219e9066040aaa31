package io.github.tic4j.claims.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.tic4j.claims.Claim;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class QualityTest {

    private static final Claim CLAIM =
            SpecCase.build(new ObjectMapper().createObjectNode(), "professional", Claim.class);

    @Test
    void scoresAreSharesOfApplicableRules() {
        Claim claim = CLAIM.toBuilder().personId(null).billingNpi("1234567890").build();

        QualityMetrics quality = check(
                        claim, "REQ-001", "REQ-002", "REQ-005", "REQ-015", "FMT-001", "FMT-002", "TMP-001")
                .quality();

        // REQ-015 does not apply to professional claims and counts on neither side.
        assertThat(quality.scores().completeness()).isEqualTo(200.0 / 3, Offset.offset(1e-9));
        assertThat(quality.scores().validity()).isEqualTo(50.0);
        assertThat(quality.scores().accuracy()).isEqualTo(100.0);
        assertThat(quality.scores().overall()).isEqualTo((200.0 / 3 + 150) / 3, Offset.offset(1e-9));
        assertThat(quality.missingFields()).containsExactly("personId");
        assertThat(quality.validationErrors()).singleElement().asString().contains("check digit must be 3");
        assertThat(quality.dataAnomalies()).isEmpty();
    }

    @Test
    void noApplicableRuleMeansNoScore() {
        QualityScores scores =
                check(CLAIM, "REQ-015", "FMT-008", "REQ-001").quality().scores();

        assertThat(scores.completeness()).isEqualTo(100.0);
        assertThat(scores.validity()).isNull();
        assertThat(scores.accuracy()).isNull();
        assertThat(scores.overall()).isEqualTo(100.0);
        assertThat(check(CLAIM, "FMT-008").quality().scores().overall()).isNull();
    }

    @Test
    void paymentRulesCountForNoScore() {
        Report report = validator("DUP-002")
                .checkTogether(List.of(CLAIM, CLAIM.toBuilder().id("C-9").build()));

        assertThat(report.result("DUP-002")).isEqualTo(Result.FAIL);
        assertThat(report.quality())
                .isEqualTo(
                        new QualityMetrics(new QualityScores(null, null, null, null), List.of(), List.of(), List.of()));
    }

    @Test
    void anomaliesAreListed() {
        QualityMetrics quality =
                check(CLAIM.toBuilder().charge("1.00").build(), "AMT-002").quality();

        assertThat(quality.dataAnomalies())
                .containsExactly("The charge amounts of the lines add up to that of the claim: 1.00, lines 170.00");
    }

    @Test
    void tallyKeepsDenominators() {
        QualityTally tally = new QualityTally();
        tally.add(check(CLAIM, "REQ-005", "FMT-008"));
        tally.add(check(CLAIM, "REQ-005", "FMT-008"));
        QualityTally other = new QualityTally();
        other.add(check(CLAIM.toBuilder().personId(null).build(), "REQ-005", "FMT-008"));
        tally.add(other);

        RuleTally person = tally.rules().get(0);
        assertThat(person.rule().id()).isEqualTo("REQ-005");
        assertThat(person.passed()).isEqualTo(2);
        assertThat(person.applicable()).isEqualTo(3);
        assertThat(person.failureRate()).isEqualTo(100.0 / 3, Offset.offset(1e-9));
        assertThat(person.resultAt(33)).isEqualTo(Result.FAIL);
        assertThat(person.resultAt(34)).isEqualTo(Result.PASS);
        assertThat(tally.rules().get(1).failureRate()).isNull();
        assertThat(tally.rules().get(1).resultAt(5)).isEqualTo(Result.NOT_APPLICABLE);
        assertThat(tally.scores().completeness()).isEqualTo(200.0 / 3, Offset.offset(1e-9));
        assertThat(tally.scores().validity()).isNull();
    }

    @Test
    void tallyCountsBrokenRules() {
        Rule<ClaimCase> broken = RuleDraft.claim("OWN-1", Severity.INFO, "id")
                .reason("Breaks")
                .holds((c, claim) -> claim.plan().isEmpty());
        RuleSet rules = RuleSet.standard().only("REQ-001").withClaimRule(broken);
        QualityTally tally = new QualityTally();
        tally.add(ClaimValidator.of(rules, ReferenceData.none(), RuleOptions.defaults())
                .check(CLAIM.toBuilder().plan(null).build()));

        assertThat(tally.rules().get(1).errors()).isEqualTo(1);
        assertThat(tally.rules().get(1).resultAt(0)).isEqualTo(Result.ERROR);
    }

    private static Report check(Claim claim, String... rules) {
        return validator(rules).check(claim);
    }

    private static ClaimValidator validator(String... rules) {
        RuleOptions options = RuleOptions.defaults().withClock(SpecCase.CLOCK);
        return ClaimValidator.of(RuleSet.standard().only(rules), ReferenceData.none(), options);
    }
}
