package io.github.tic4j.claims.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tic4j.claims.Claim;
import io.github.tic4j.claims.ClaimLine;
import io.github.tic4j.claims.ClaimType;
import io.github.tic4j.claims.CoverageSpan;
import io.github.tic4j.claims.Diagnosis;
import io.github.tic4j.claims.DiagnosisType;
import io.github.tic4j.claims.Patient;
import io.github.tic4j.claims.PaymentStatus;
import io.github.tic4j.claims.SharedData;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RifSampleTest {

    private final List<Refusal> refusals = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({
        "carrier, NCH_CARR_CLM_SBMTD_CHRG_AMT, LINE_SBMTD_CHRG_AMT, PROFESSIONAL",
        "dme, NCH_CARR_CLM_SBMTD_CHRG_AMT, LINE_SBMTD_CHRG_AMT, PROFESSIONAL",
        "inpatient, CLM_TOT_CHRG_AMT, REV_CNTR_TOT_CHRG_AMT, INSTITUTIONAL",
        "outpatient, CLM_TOT_CHRG_AMT, REV_CNTR_TOT_CHRG_AMT, INSTITUTIONAL",
        "snf, CLM_TOT_CHRG_AMT, REV_CNTR_TOT_CHRG_AMT, INSTITUTIONAL",
        "hha, CLM_TOT_CHRG_AMT, REV_CNTR_TOT_CHRG_AMT, INSTITUTIONAL",
        "hospice, CLM_TOT_CHRG_AMT, REV_CNTR_TOT_CHRG_AMT, INSTITUTIONAL",
    })
    void readsEveryClaimFileInFull(String kind, String chargeColumn, String lineChargeColumn, ClaimType type)
            throws IOException {
        Path file = SharedData.require("claims/rif/rif-synthea_" + kind + ".csv");
        RawTable raw = RawTable.of(file, "|");
        RawTable headers = raw.distinct("CLM_ID");
        List<Claim> claims = claims(file);

        assertThat(claims).extracting(Claim::id).containsExactlyElementsOf(headers.column("CLM_ID"));
        assertThat(claims).allMatch(claim -> claim.type() == type && claim.status() == PaymentStatus.PAID);
        assertThat(claims).extracting(Claim::personId).containsExactlyElementsOf(headers.column("BENE_ID"));
        assertThat(claims)
                .extracting(claim -> claim.principalDiagnosis().code().value())
                .containsExactlyElementsOf(headers.column("PRNCPAL_DGNS_CD"));
        assertThat(sum(claims.stream().map(claim -> claim.amounts().paid())))
                .isEqualByComparingTo(headers.sum("CLM_PMT_AMT"));
        assertThat(sum(claims.stream().map(claim -> claim.amounts().charge())))
                .isEqualByComparingTo(headers.sum(chargeColumn));
        List<ClaimLine> lines =
                claims.stream().flatMap(claim -> claim.lines().stream()).toList();
        assertThat(lines).hasSize(raw.size());
        assertThat(sum(lines.stream().map(line -> line.amounts().charge())))
                .isEqualByComparingTo(raw.sum(lineChargeColumn));
        assertThat(refusals).isEmpty();
    }

    @Test
    void readsDrugEventsAsPharmacyClaims() throws IOException {
        Path file = SharedData.require("claims/rif/rif-synthea_pde.csv");
        RawTable raw = RawTable.of(file, "|");
        List<Claim> claims = claims(file);

        assertThat(claims).extracting(Claim::id).containsExactlyElementsOf(raw.column("PDE_ID"));
        assertThat(claims)
                .allMatch(claim ->
                        claim.type() == ClaimType.PHARMACY && claim.lines().size() == 1);
        assertThat(claims)
                .extracting(claim -> claim.lines().get(0).fill().ndc().value())
                .containsExactlyElementsOf(raw.column("PROD_SRVC_ID"));
        assertThat(claims.stream()
                        .mapToInt(claim -> claim.lines().get(0).fill().daysSupply())
                        .sum())
                .isEqualTo(raw.sum("DAYS_SUPLY_NUM").intValueExact());
        assertThat(sum(claims.stream().map(claim -> claim.amounts().charge())))
                .isEqualByComparingTo(raw.sum("TOT_RX_CST_AMT"));
        assertThat(sum(claims.stream().map(claim -> claim.amounts().copayment())))
                .isEqualByComparingTo(raw.sum("PTNT_PAY_AMT"));
    }

    @Test
    void readsTheWholeFolderAndSaysWhatItSkips() throws IOException {
        Path folder = SharedData.require("claims/rif");
        RawTable summary = RawTable.of(folder.resolve("rif-synthea_export_summary.csv"), ",");
        List<Claim> claims = claims(folder);

        Map<ClaimType, Long> counts =
                claims.stream().collect(Collectors.groupingBy(Claim::type, Collectors.counting()));
        assertThat(counts)
                .containsEntry(ClaimType.PHARMACY, summary.sum("PDE_CLAIMS").longValue())
                .containsEntry(
                        ClaimType.PROFESSIONAL,
                        summary.sum("CARRIER_CLAIMS")
                                .add(summary.sum("DME_CLAIMS"))
                                .longValue())
                .containsEntry(
                        ClaimType.INSTITUTIONAL,
                        Stream.of("INPATIENT", "OUTPATIENT", "SNF", "HHA", "HOSPICE")
                                .mapToLong(kind -> summary.sum(kind + "_CLAIMS").longValue())
                                .sum());
        assertThat(refusals)
                .extracting(Refusal::toString)
                .containsExactly(
                        "rif-synthea_export_summary.csv:1: the file is skipped: its columns are not of this layout");
    }

    @Test
    void readsAnInpatientClaimFieldByField() throws IOException {
        Claim claim = claims(SharedData.require("claims/rif/rif-synthea_inpatient.csv"))
                .get(0);

        assertThat(claim.institutional().billType().value()).isEqualTo("111");
        assertThat(claim.institutional().drg().value()).isEqualTo("375");
        assertThat(claim.institutional().dischargeStatus().value()).isEqualTo("01");
        assertThat(claim.institutional().dischargeStatus().raw()).isEqualTo("1");
        assertThat(claim.institutional().admissionDate()).isEqualTo(LocalDate.of(2017, 3, 19));
        assertThat(claim.institutional().dischargeDate()).isEqualTo(LocalDate.of(2017, 3, 20));
        assertThat(claim.processedDate()).isEqualTo(LocalDate.of(2017, 3, 24));
        assertThat(claim.providers().billing().raw()).isEqualTo("8886687531");
        assertThat(claim.providers().attending().isValid()).isFalse();
        assertThat(claim.amounts().charge()).isEqualTo(new BigDecimal("33248.67"));
        assertThat(claim.diagnoses())
                .extracting(Diagnosis::type, diagnosis -> diagnosis.code().value(), Diagnosis::presentOnAdmission)
                .startsWith(
                        org.assertj.core.groups.Tuple.tuple(DiagnosisType.OTHER, "I4891", "Y"),
                        org.assertj.core.groups.Tuple.tuple(DiagnosisType.OTHER, "K635", "Y"))
                .contains(
                        org.assertj.core.groups.Tuple.tuple(DiagnosisType.PRINCIPAL, "C188", "Y"),
                        org.assertj.core.groups.Tuple.tuple(DiagnosisType.EXTERNAL_CAUSE, "V18", null),
                        org.assertj.core.groups.Tuple.tuple(DiagnosisType.ADMITTING, "C188", null));
    }

    @Test
    void readsBeneficiariesOncePerPersonAndTheirMonthsOfCoverage() throws IOException {
        Path folder = SharedData.require("claims/rif");
        List<RawTable> years = List.of(
                RawTable.of(folder.resolve("rif-synthea_beneficiary_2020.csv"), "|"),
                RawTable.of(folder.resolve("rif-synthea_beneficiary_2021.csv"), "|"));
        long months = years.stream()
                .flatMap(year -> year.rows().stream())
                .flatMap(row -> row.entrySet().stream())
                .filter(cell -> cell.getKey().startsWith("MDCR_ENTLMT_BUYIN_")
                        && !cell.getValue().isEmpty())
                .count();

        ClaimSource source = ClaimFormat.RIF.open(folder, refusals::add);
        try (Stream<Sourced<Patient>> patients = source.patients();
                Stream<Sourced<CoverageSpan>> coverage = source.coverage()) {
            List<Sourced<Patient>> people = patients.toList();
            assertThat(people)
                    .extracting(person -> person.value().id())
                    .containsExactlyElementsOf(years.get(0).column("BENE_ID"));
            assertThat(people.get(0).lineage()).hasSize(2);
            assertThat(people.get(0).value().sex().value()).isEqualTo("F");
            assertThat(people.get(0).value().address().state()).isEqualTo("MA");
            assertThat(coverage.mapToLong(span -> monthsOf(span.value())).sum()).isEqualTo(months);
        }
    }

    @Test
    void rawRowsAreAllRowsUnchanged() throws IOException {
        Path file = SharedData.require("claims/rif/rif-synthea_hha.csv");
        try (Stream<RawRecord> raw = ClaimFormat.RIF.open(file, refusals::add).raw()) {
            assertThat(raw.map(RawRecord::text))
                    .containsExactlyElementsOf(
                            java.nio.file.Files.readAllLines(file).subList(1, 16));
        }
    }

    private List<Claim> claims(Path input) throws IOException {
        try (Stream<Sourced<Claim>> claims =
                ClaimFormat.RIF.open(input, refusals::add).claims()) {
            return claims.map(Sourced::value).toList();
        }
    }

    private static long monthsOf(CoverageSpan span) {
        return java.time.temporal.ChronoUnit.MONTHS.between(
                span.startDate(), span.endDate().plusDays(1));
    }

    private static BigDecimal sum(Stream<BigDecimal> amounts) {
        return amounts.filter(java.util.Objects::nonNull).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
