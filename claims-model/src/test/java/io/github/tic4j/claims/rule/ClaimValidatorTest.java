package io.github.tic4j.claims.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.tic4j.claims.Claim;
import io.github.tic4j.claims.Patient;
import io.github.tic4j.claims.Remittance;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ClaimValidatorTest {

    private static final RuleOptions OPTIONS = RuleOptions.defaults().withClock(SpecCase.CLOCK);
    private static final Claim CLAIM =
            SpecCase.build(new ObjectMapper().createObjectNode(), "professional", Claim.class);

    @Test
    void catalogueIsComplete() {
        List<RuleInfo> infos = RuleSet.standard().infos();

        assertThat(infos).extracting(RuleInfo::id).doesNotHaveDuplicates();
        assertThat(infos)
                .extracting(RuleInfo::id)
                .containsAll(ids("REQ-%03d", 24))
                .containsAll(ids("FMT-%03d", 19));
        assertThat(infos)
                .extracting(RuleInfo::id)
                .containsAll(ids("VAL-%03d", 11))
                .containsAll(ids("INT-%03d", 18));
        assertThat(infos)
                .extracting(RuleInfo::id)
                .containsAll(ids("TMP-%03d", 15))
                .containsAll(ids("AMT-%03d", 14));
        assertThat(infos)
                .extracting(RuleInfo::id)
                .containsAll(ids("REF-%03d", 3))
                .containsAll(ids("ELG-%03d", 3));
        assertThat(infos)
                .extracting(RuleInfo::id)
                .containsAll(ids("DUP-%03d", 6))
                .containsAll(ids("NCCI-%02d", 3));
        assertThat(infos).extracting(RuleInfo::id).contains("RX-001", "RX-002").hasSize(118);
        assertThat(infos)
                .allMatch(info -> !info.reason().isBlank() && !info.path().isBlank());
    }

    @Test
    void catalogueIsListedAsJson() throws IOException {
        Rule<ClaimCase> odd = RuleDraft.claim("ODD-1", Severity.INFO, "id")
                .reason("A \"quoted\" \\ reason\twith a tab")
                .holds((c, claim) -> true);
        JsonNode json = new ObjectMapper()
                .readTree(RuleSet.standard().withClaimRule(odd).toJson());

        assertThat(json).hasSize(119);
        assertThat(json.findValuesAsText("id")).contains("REQ-001", "NCCI-03", "ODD-1");
        assertThat(json.findValuesAsText("reason")).contains("A \"quoted\" \\ reason\twith a tab");
        assertThat(json.get(0).toString())
                .isEqualTo(
                        "{\"id\":\"REQ-001\",\"severity\":\"ERROR\",\"scope\":\"CLAIM\",\"dimension\":\"COMPLETENESS\","
                                + "\"path\":\"id\",\"needsReference\":false,\"reason\":\"A claim has an id\"}");
    }

    @Test
    void rulesCanBeSwitchedOff() {
        RuleSet rules = RuleSet.standard().without("REQ-005", "AMT-002");

        assertThat(rules.infos()).hasSize(116).extracting(RuleInfo::id).doesNotContain("REQ-005", "AMT-002");
        assertThat(RuleSet.standard().only("REQ-005", "ELG-001").infos()).hasSize(2);
    }

    @Test
    void unknownRuleIsAnError() {
        assertThatThrownBy(() -> RuleSet.standard().without("REQ-001", "REQ-999", "ABC"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("No rule is called ABC, REQ-999");
        assertThatThrownBy(() -> RuleSet.standard().only("X"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("No rule is called X");
    }

    @Test
    void ownRuleRunsBesideTheOthers() {
        Rule<ClaimCase> cheap = RuleDraft.line("OWN-1", Severity.WARNING, "amounts.charge")
                .reason("A line costs less than 100")
                .observed((c, line) -> line.amounts().charge())
                .holds((c, line) -> line.amounts().charge().compareTo(new BigDecimal("100")) < 0);

        Report report = validator(RuleSet.standard().withClaimRule(cheap)).check(CLAIM);

        assertThat(report.result("OWN-1")).isEqualTo(Result.FAIL);
        assertThat(report.findings())
                .containsExactly(new Finding(
                        "OWN-1",
                        Severity.WARNING,
                        "C-1",
                        "lines[0].amounts.charge",
                        "A line costs less than 100: 150.00",
                        null));
        assertThat(report.isUsable()).isTrue();
    }

    @Test
    void ownRulesAboutOtherSubjectsRun() {
        RuleInfo info = new RuleInfo(
                "OWN-1", Severity.ERROR, Scope.REMITTANCE, Dimension.ACCURACY, "payer", "Acme pays", false);
        Remittance remittance = new Remittance(null, "Other", null, BigDecimal.ZERO, null, List.of(), List.of());
        RuleSet rules = RuleSet.standard()
                .withRemittanceRule(new Rule<>(info, (subject, findings) -> findings.fail("payer", subject.payer())))
                .withClaimSetRule(
                        new Rule<>(renamed(info, "OWN-2"), (subject, findings) -> findings.fail("C-7", "id", "")))
                .withPersonRule(new Rule<>(renamed(info, "OWN-3"), (subject, findings) -> Result.PASS));

        assertThat(validator(rules).check(remittance).findings())
                .extracting(Finding::message)
                .containsExactly("Acme pays: Other");
        assertThat(validator(rules).checkTogether(List.of()).findings())
                .extracting(Finding::subjectId)
                .containsExactly("C-7");
        assertThat(validator(rules)
                        .check(new PersonHistory("P", List.of(), List.of()))
                        .result("OWN-3"))
                .isEqualTo(Result.PASS);
    }

    @Test
    void twoRulesOfOneNameAreAnError() {
        Rule<ClaimCase> taken = RuleDraft.claim("REQ-001", Severity.INFO, "id")
                .reason("Whatever")
                .holds((c, claim) -> true);

        assertThatThrownBy(() -> RuleSet.standard().withClaimRule(taken))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Two rules are called REQ-001");
        assertThatThrownBy(() -> RuleDraft.claim(" ", Severity.INFO, "id")
                        .reason("Whatever")
                        .holds((c, claim) -> true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A rule needs an id");
    }

    @Test
    void ruleThatBreaksDownIsAnErrorAndTellsNoData() {
        Rule<ClaimCase> broken = RuleDraft.claim("OWN-1", Severity.INFO, "plan")
                .reason("Never holds")
                .holds((c, claim) -> {
                    throw new IllegalStateException("secret " + claim.personId());
                });

        Report report = validator(RuleSet.standard().withClaimRule(broken)).check(CLAIM);

        assertThat(report.result("OWN-1")).isEqualTo(Result.ERROR);
        assertThat(report.findings())
                .containsExactly(new Finding(
                        "OWN-1",
                        Severity.ERROR,
                        "C-1",
                        "plan",
                        "The rule broke down with java.lang.IllegalStateException",
                        null));
        assertThat(report.quality().scores().overall()).isEqualTo(100.0);
        assertThat(report.quality().dataAnomalies()).isEmpty();
    }

    @Test
    void lookupsAreAskedOnlyOncePerClaim() {
        int[] asked = {0};
        ReferenceData reference = ReferenceData.builder()
                .patients(id -> {
                    asked[0]++;
                    return Optional.of(Patient.builder(id)
                            .birthDate(LocalDate.of(1960, 1, 1))
                            .sex("F")
                            .build());
                })
                .build();

        ClaimValidator.of(RuleSet.standard(), reference, OPTIONS).check(CLAIM);

        assertThat(asked[0]).isEqualTo(1);
    }

    @Test
    void findingsShowNoPersonAndNoIds() {
        Claim bad = CLAIM.toBuilder()
                .id("secret")
                .personId("secret")
                .billingTin("12")
                .date(LocalDate.of(2030, 1, 1))
                .build();
        Patient patient = Patient.builder("secret")
                .name("secret", "secret")
                .birthDate(LocalDate.of(2031, 7, 9))
                .deathDate(LocalDate.of(2025, 7, 9))
                .sex("secret")
                .ssn("secret")
                .build();
        ReferenceData reference =
                ReferenceData.builder().patients(id -> Optional.of(patient)).build();

        Report report =
                ClaimValidator.of(RuleSet.standard(), reference, OPTIONS).check(bad);

        assertThat(report.findings()).hasSizeGreaterThan(6);
        assertThat(report.findings().toString())
                .doesNotContainIgnoringCase("secret")
                .doesNotContain("-07-09");
        assertThat(report.toString()).matches(Pattern.compile("Report\\[\\d+ rules, \\d+ findings]"));
        assertThat(report.isUsable()).isFalse();
    }

    @Test
    void graceAfterDeathIsAnOption() {
        ReferenceData reference = ReferenceData.builder()
                .patients(id -> Optional.of(
                        Patient.builder(id).deathDate(LocalDate.of(2024, 3, 1)).build()))
                .build();
        RuleSet rule = RuleSet.standard().only("TMP-008");

        assertThat(ClaimValidator.of(rule, reference, OPTIONS.withDeathGraceDays(3))
                        .check(CLAIM)
                        .result("TMP-008"))
                .isEqualTo(Result.FAIL);
        assertThat(ClaimValidator.of(rule, reference, OPTIONS.withDeathGraceDays(4))
                        .check(CLAIM)
                        .result("TMP-008"))
                .isEqualTo(Result.PASS);
    }

    @Test
    void thresholdsAreOptions() {
        Claim claim = CLAIM.toBuilder().charge("171.00").build();

        assertThat(check("AMT-002", claim, OPTIONS.withTolerance(BigDecimal.ONE)))
                .isEqualTo(Result.PASS);
        assertThat(check("TMP-010", claim, OPTIONS.withTimelyFilingDays(4))).isEqualTo(Result.FAIL);
        assertThat(check("TMP-015", claim, OPTIONS.withEarliestDate(LocalDate.of(2024, 3, 6))))
                .isEqualTo(Result.FAIL);
    }

    @Test
    void negativeThresholdIsRefused() {
        assertThatThrownBy(() -> OPTIONS.withDeathGraceDays(-1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("tolerance, deathGraceDays and timelyFilingDays must not be negative");
    }

    @Test
    void standardValidatorNeedsNothing() {
        assertThat(ClaimValidator.standard().check(CLAIM).findings()).isEmpty();
    }

    @Test
    void askingForARuleThatDidNotRunIsAnError() {
        Report report = validator(RuleSet.standard().only("REQ-001")).check(CLAIM);

        assertThatThrownBy(() -> report.result("REQ-002"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("No rule called REQ-002 ran");
    }

    private static Result check(String rule, Claim claim, RuleOptions options) {
        return ClaimValidator.of(RuleSet.standard().only(rule), ReferenceData.none(), options)
                .check(claim)
                .result(rule);
    }

    private static ClaimValidator validator(RuleSet rules) {
        return ClaimValidator.of(rules, ReferenceData.none(), OPTIONS);
    }

    private static RuleInfo renamed(RuleInfo info, String id) {
        return new RuleInfo(id, info.severity(), info.scope(), info.dimension(), info.path(), info.reason(), false);
    }

    private static List<String> ids(String format, int count) {
        return java.util.stream.IntStream.rangeClosed(1, count)
                .mapToObj(i -> String.format(format, i))
                .toList();
    }
}
