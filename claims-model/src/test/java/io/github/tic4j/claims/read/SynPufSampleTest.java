package io.github.tic4j.claims.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tic4j.claims.Claim;
import io.github.tic4j.claims.ClaimType;
import io.github.tic4j.claims.CoverageSpan;
import io.github.tic4j.claims.Patient;
import io.github.tic4j.claims.SharedData;
import io.github.tic4j.claims.code.CodeSystem;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SynPufSampleTest {

    private final List<Refusal> refusals = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(strings = {"claims/desynpuf/DE_0", "claims/desynpuf/input"})
    void readsEveryClaimOfTheFolder(String name) throws IOException {
        Path folder = SharedData.require(name);
        int expected = 0;
        BigDecimal paid = BigDecimal.ZERO;
        BigDecimal drugs = BigDecimal.ZERO;
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                RawTable raw = RawTable.of(file, ",");
                List<String> columns = List.copyOf(raw.rows().get(0).keySet());
                expected += columns.contains("CLM_ID") || columns.contains("PDE_ID") ? raw.size() : 0;
                for (String column : columns) {
                    if (column.equals("CLM_PMT_AMT") || column.startsWith("LINE_NCH_PMT_AMT")) {
                        paid = paid.add(raw.sum(column));
                    }
                }
                drugs = columns.contains("PDE_ID") ? drugs.add(raw.sum("TOT_RX_CST_AMT")) : drugs;
            }
        }
        List<Claim> claims = claims(folder);

        assertThat(claims).hasSize(expected);
        assertThat(sum(claims, ClaimType.INSTITUTIONAL).add(sum(claims, ClaimType.PROFESSIONAL)))
                .isEqualByComparingTo(paid);
        assertThat(claims.stream()
                        .filter(claim -> claim.type() == ClaimType.PHARMACY)
                        .map(claim -> claim.amounts().charge())
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(drugs);
        assertThat(claims)
                .flatExtracting(Claim::diagnoses)
                .allMatch(diagnosis -> diagnosis.code().system() == CodeSystem.ICD_9_CM
                        && diagnosis.code().isValid());
        assertThat(refusals).isEmpty();
    }

    @Test
    void readsNumberedLinesWithTheirDiagnoses() throws IOException {
        List<Claim> claims = claims(SharedData.require("claims/desynpuf/input"));
        Claim carrier = claims.stream()
                .filter(claim -> claim.id().equals("436463304724170"))
                .findFirst()
                .orElseThrow();

        assertThat(carrier.lines()).extracting(line -> line.hcpcs().value()).containsExactly("99337", "90775", "17003");
        assertThat(carrier.amounts().allowed()).isEqualByComparingTo("100");
        assertThat(carrier.startDate()).isEqualTo(LocalDate.of(2008, 8, 28));
    }

    @Test
    void readsAStayWithItsDrg() throws IOException {
        List<Claim> claims = claims(SharedData.require("claims/desynpuf/DE_0"));
        Claim stay = claims.stream()
                .filter(claim -> claim.id().equals("744861196237234"))
                .findFirst()
                .orElseThrow();

        assertThat(stay.institutional().dischargeDate()).isEqualTo(LocalDate.of(2010, 8, 10));
        assertThat(stay.institutional().drg().value()).isEqualTo("922");
        assertThat(stay.procedures()).isEmpty();
        assertThat(stay.principalDiagnosis().code().value()).isEqualTo("95919");
    }

    @ParameterizedTest
    @ValueSource(strings = {"claims/desynpuf/DE_0", "claims/desynpuf/input"})
    void readsBeneficiariesOfThreeYearsOnceAndTheirCoverageByYear(String name) throws IOException {
        ClaimSource source = ClaimFormat.SYNPUF.open(SharedData.require(name), refusals::add);
        try (Stream<Sourced<Patient>> patients = source.patients();
                Stream<Sourced<CoverageSpan>> coverage = source.coverage()) {
            List<Patient> people = patients.map(Sourced::value).toList();
            assertThat(people).extracting(Patient::id).containsExactly("0002056B40CEE448", "0004D03F1BD5E607");
            assertThat(people).extracting(person -> person.address().state()).containsExactly("IN", "CA");
            assertThat(people).extracting(Patient::chronicConditions).containsExactly(5, 2);
            assertThat(coverage.map(span -> span.value().startDate().getYear()).toList())
                    .containsExactlyInAnyOrder(2008, 2008, 2009, 2009, 2010, 2010);
        }
    }

    private List<Claim> claims(Path folder) throws IOException {
        try (Stream<Sourced<Claim>> claims =
                ClaimFormat.SYNPUF.open(folder, refusals::add).claims()) {
            return claims.map(Sourced::value).toList();
        }
    }

    private static BigDecimal sum(List<Claim> claims, ClaimType type) {
        return claims.stream()
                .filter(claim -> claim.type() == type)
                .map(claim -> claim.amounts().paid())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
