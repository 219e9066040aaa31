package io.github.tic4j.claims;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tic4j.claims.code.CodeSystem;
import io.github.tic4j.claims.code.DatedCodeTable;
import io.github.tic4j.claims.code.DiagnosisCode;
import io.github.tic4j.claims.code.HcpcsCode;
import io.github.tic4j.claims.code.Ndc;
import io.github.tic4j.claims.code.Npi;
import io.github.tic4j.claims.code.RevenueCode;
import io.github.tic4j.claims.lifecycle.AdjustmentChains;
import io.github.tic4j.claims.lifecycle.ClaimChain;
import io.github.tic4j.claims.lifecycle.Duplicates;
import io.github.tic4j.claims.lifecycle.RemittanceMatching;
import io.github.tic4j.claims.rule.ClaimCase;
import io.github.tic4j.claims.rule.ClaimValidator;
import io.github.tic4j.claims.rule.QualityMetrics;
import io.github.tic4j.claims.rule.QualityTally;
import io.github.tic4j.claims.rule.ReferenceData;
import io.github.tic4j.claims.rule.Report;
import io.github.tic4j.claims.rule.Result;
import io.github.tic4j.claims.rule.Rule;
import io.github.tic4j.claims.rule.RuleDraft;
import io.github.tic4j.claims.rule.RuleOptions;
import io.github.tic4j.claims.rule.RuleSet;
import io.github.tic4j.claims.rule.Severity;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The samples of docs/claims.md. */
class ClaimsSamplesTest {

    private final Claim claim = Claim.professional("C-1001")
            .personId("P-7")
            .date(LocalDate.of(2024, 3, 5))
            .billingNpi("1234567893")
            .renderingNpi("1558598797")
            .diagnoses("E11.9", "I10")
            .line(line -> line.hcpcs("99213")
                    .modifiers("25")
                    .placeOfService("11")
                    .units(1)
                    .charge("150.00"))
            .line(line -> line.hcpcs("36415")
                    .placeOfService("11")
                    .diagnosisPointers(1)
                    .units(1)
                    .charge("20.00"))
            .charge("170.00")
            .build();

    @Test
    void codesAreReadOnceAndNeverThrow() {
        Npi npi = Npi.of("1234567890");

        assertThat(npi.isValid()).isFalse();
        assertThat(npi.problem()).contains("check digit must be 3");
        assertThat(Ndc.of("0093-1048-01").value()).isEqualTo("00093104801");
        assertThat(Ndc.of("0093104801").isAmbiguous()).isTrue();
        assertThat(DiagnosisCode.icd10("e119").dotted()).isEqualTo("E11.9");
        assertThat(HcpcsCode.of("1AGK1", RevenueCode.of("0022")).kind()).isEqualTo(HcpcsCode.Kind.HIPPS);
    }

    @Test
    void claimIsValidatedOutOfTheBox() {
        Report report = ClaimValidator.standard().check(claim);

        assertThat(report.result("AMT-002")).isEqualTo(Result.PASS);
        assertThat(report.findings()).extracting(finding -> finding.ruleId()).containsExactly("REQ-006");
        assertThat(report.isUsable()).isTrue();
    }

    @Test
    void referenceDataAndOptionsArePluggedIn(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("icd.csv"), "E119,2015-10-01,\nI10,2015-10-01,2020-09-30\n");
        DatedCodeTable diagnoses;
        try (var lines = Files.newBufferedReader(file)) {
            diagnoses = DatedCodeTable.read(lines);
        }
        Map<String, Patient> patients = Map.of();
        ReferenceData reference = ReferenceData.builder()
                .patients(id -> Optional.ofNullable(patients.get(id)))
                .codeTable(CodeSystem.ICD_10_CM, diagnoses)
                .build();
        RuleSet rules = RuleSet.standard().without("REQ-006", "TMP-010");
        RuleOptions options = RuleOptions.defaults().withDeathGraceDays(1);
        ClaimValidator validator = ClaimValidator.of(rules, reference, options);

        assertThat(validator.check(claim).findings())
                .extracting(finding -> finding.ruleId())
                .containsExactly("VAL-001", "REF-001");
    }

    @Test
    void ownRuleIsAFewLines() {
        Rule<ClaimCase> rule = RuleDraft.line("ACME-001", Severity.WARNING, "units")
                .reason("Acme sells at most ten of anything")
                .when((c, line) -> line.units() != null)
                .observed((c, line) -> line.units())
                .holds((c, line) -> line.units().intValue() <= 10);
        RuleSet rules = RuleSet.standard().withClaimRule(rule);
        Claim greedy = claim.toBuilder().line(line -> line.units(11)).build();

        Report report = ClaimValidator.of(rules, ReferenceData.none(), RuleOptions.defaults())
                .check(greedy);

        assertThat(report.findings())
                .anyMatch(finding -> finding.message().equals("Acme sells at most ten of anything: 11"));
    }

    @Test
    void qualityIsScoredAndTallied() {
        Report report = ClaimValidator.standard().check(claim);
        QualityMetrics quality = report.quality();
        QualityTally tally = new QualityTally();
        tally.add(report);

        assertThat(quality.scores().overall()).isBetween(97.0, 99.9);
        assertThat(quality.missingFields()).containsExactly("memberId");
        assertThat(tally.rules().get(0).failureRate()).isZero();
    }

    @Test
    void claimIsFollowed() {
        Claim again = claim.toBuilder().id("C-1002").build();
        Claim replacement = claim.toBuilder()
                .id("C-1003")
                .frequency("7")
                .originalClaimId("C-1001")
                .paid("90.00")
                .build();
        Remittance remittance = new Remittance(
                "T-1",
                "Acme",
                Npi.of("1234567893"),
                new BigDecimal("90.00"),
                LocalDate.of(2024, 4, 1),
                List.of(ClaimPayment.builder("none", "1")
                        .paid(new BigDecimal("90.00"))
                        .build()),
                List.of());

        assertThat(Duplicates.among(List.of(claim, again)))
                .hasSize(2)
                .allMatch(pair -> pair.ruleId().equals("DUP-002"));
        assertThat(AdjustmentChains.bySameId().resolve(List.of(claim))).hasSize(1);
        assertThat(AdjustmentChains.bySuffix(Pattern.compile("(C-\\d{3})\\d")).resolve(List.of(claim, again)))
                .hasSize(1);
        List<ClaimChain> chains = AdjustmentChains.byReference().resolve(List.of(claim, replacement));
        assertThat(chains)
                .singleElement()
                .satisfies(chain -> assertThat(chain.current()).contains(replacement));
        RemittanceMatching.Outcome outcome = RemittanceMatching.match(List.of(claim), List.of(remittance));
        assertThat(outcome.unmatched()).hasSize(1);
        assertThat(outcome.claims().get(0).adjudicated()).isEqualTo(claim);
    }
}
