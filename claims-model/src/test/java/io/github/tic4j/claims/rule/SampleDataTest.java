package io.github.tic4j.claims.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tic4j.claims.Claim;
import io.github.tic4j.claims.ClaimType;
import io.github.tic4j.claims.Patient;
import io.github.tic4j.claims.SharedData;
import io.github.tic4j.claims.read.ClaimFormat;
import io.github.tic4j.claims.read.ClaimSource;
import io.github.tic4j.claims.read.Sourced;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules on data that nobody here has made. */
class SampleDataTest {

    @ParameterizedTest
    @CsvSource({"RIF, claims/rif", "SYNPUF, claims/desynpuf", "SYNTHEA, claims/synthea-csv-10/export.zip"})
    void noRuleBreaksDown(ClaimFormat format, String path) throws IOException {
        ClaimSource source = format.open(SharedData.require(path), refusal -> {});
        Map<String, Patient> patients = new HashMap<>();
        try (Stream<Sourced<Patient>> stream = source.patients()) {
            stream.forEach(patient -> patients.put(patient.value().id(), patient.value()));
        }
        ReferenceData reference = ReferenceData.builder()
                .patients(id -> Optional.ofNullable(patients.get(id)))
                .build();
        List<Claim> claims = claims(source);
        QualityTally tally = new QualityTally();
        ClaimValidator validator = ClaimValidator.of(RuleSet.standard(), reference, RuleOptions.defaults());
        claims.forEach(claim -> tally.add(validator.check(claim)));
        tally.add(validator.checkTogether(claims));

        assertThat(claims).isNotEmpty();
        assertThat(tally.rules()).allMatch(rule -> rule.errors() == 0);
        assertThat(tally.scores().overall()).isBetween(1.0, 99.0);
    }

    @Test
    void everyPractitionerOfTheRifSampleHasAMadeUpNumber() throws IOException {
        List<Report> reports = check("FMT-001");

        assertThat(reports).isNotEmpty().allMatch(report -> report.result("FMT-001") == Result.FAIL);
        assertThat(reports.stream().flatMap(report -> report.findings().stream()))
                .allMatch(finding -> finding.message().contains("first digit must be 1 or 2"));
    }

    @Test
    void chargesOfTheRifSampleAddUpOnProfessionalClaims() throws IOException {
        assertThat(check("AMT-002"))
                .extracting(report -> report.result("AMT-002"))
                .containsOnly(Result.PASS);
        assertThat(check("AMT-004"))
                .extracting(report -> report.result("AMT-004"))
                .containsOnly(Result.PASS);
    }

    private static List<Report> check(String rule) throws IOException {
        ClaimSource source = ClaimFormat.RIF.open(SharedData.require("claims/rif"), refusal -> {});
        ClaimValidator validator =
                ClaimValidator.of(RuleSet.standard().only(rule), ReferenceData.none(), RuleOptions.defaults());
        return claims(source).stream()
                .filter(claim -> claim.type() == ClaimType.PROFESSIONAL)
                .map(validator::check)
                .toList();
    }

    private static List<Claim> claims(ClaimSource source) {
        try (Stream<Sourced<Claim>> stream = source.claims()) {
            return stream.map(Sourced::value).toList();
        }
    }
}
