package io.github.tic4j.claims.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.github.tic4j.claims.Claim;
import io.github.tic4j.claims.ClaimType;
import io.github.tic4j.claims.CoverageSpan;
import io.github.tic4j.claims.DiagnosisType;
import io.github.tic4j.claims.Patient;
import io.github.tic4j.claims.PaymentStatus;
import io.github.tic4j.claims.Provider;
import io.github.tic4j.claims.RefusedValue;
import io.github.tic4j.claims.code.CodeSystem;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayoutFixtureTest {

    private final List<Refusal> refusals = new ArrayList<>();

    @Test
    void tuvaLinesAreGatheredByClaimAndSourceWhereverTheyStand() throws IOException {
        List<Sourced<Claim>> claims =
                list(ClaimFormat.TUVA.open(fixture("tuva"), refusals::add).claims());

        assertThat(claims)
                .extracting(
                        claim -> claim.value().id(),
                        claim -> claim.value().source(),
                        claim -> claim.value().lines().size())
                .containsExactly(
                        tuple("A1", "src", 3),
                        tuple("B1", "src", 1),
                        tuple("A1", "other", 1),
                        tuple("RX1", "src", 1),
                        tuple("RX2", "src", 1));
        assertThat(claims.get(0).lineage()).extracting(Lineage::line).containsExactly(2L, 4L, 5L);
    }

    @Test
    void tuvaClaimValuesAreElectedAndTheirPeriodReachesFromFirstToLastDay() throws IOException {
        Claim claim = list(ClaimFormat.TUVA.open(fixture("tuva"), refusals::add).claims())
                .get(0)
                .value();

        assertThat(claim.type()).isEqualTo(ClaimType.INSTITUTIONAL);
        assertThat(claim.personId()).isEqualTo("P1");
        assertThat(claim.institutional().billType().value()).isEqualTo("111");
        assertThat(claim.institutional().drg().value()).isEqualTo("470");
        assertThat(claim.endDate()).isEqualTo(LocalDate.of(2023, 3, 6));
        assertThat(claim.institutional().dischargeDate()).isEqualTo(LocalDate.of(2023, 3, 6));
        assertThat(claim.amounts().charge()).isEqualByComparingTo("1380");
        assertThat(claim.amounts().paid()).isEqualByComparingTo("950.50");
        assertThat(claim.principalDiagnosis().code().dotted()).isEqualTo("M17.11");
        assertThat(claim.refused())
                .extracting(RefusedValue::field, RefusedValue::raw)
                .contains(
                        tuple("person_id", "P2"),
                        tuple("bill_type_code", "0117"),
                        tuple("lines[2].amounts.paid", "n/a"));
    }

    @Test
    void tuvaRefusalsNameRowColumnAndReason() throws IOException {
        list(ClaimFormat.TUVA.open(fixture("tuva"), refusals::add).claims());

        assertThat(refusals)
                .extracting(Refusal::toString)
                .contains(
                        "medical_claim.csv:2 person_id: the rows disagree: 1 of 3 have this value",
                        "medical_claim.csv:5 paid_amount: not a decimal number",
                        "medical_claim.csv:6 claim_line_end_date: not a day of the calendar",
                        "pharmacy_claim.csv:3 days_supply: not a whole number");
    }

    @Test
    void tuvaEligibilityGivesPersonsOnceAndSpansEach() throws IOException {
        ClaimSource source = ClaimFormat.TUVA.open(fixture("tuva"), refusals::add);
        List<Sourced<Patient>> patients = list(source.patients());
        List<Sourced<CoverageSpan>> spans = list(source.coverage());

        assertThat(patients).extracting(patient -> patient.value().id()).containsExactly("P1", "P2");
        assertThat(patients.get(0).value().sex().value()).isEqualTo("F");
        assertThat(patients.get(1).value().birthDate()).isNull();
        assertThat(spans).hasSize(3);
        assertThat(spans.get(1).value().endDate()).isNull();
        assertThat(patients.toString() + spans).doesNotContain("Ann").doesNotContain("1950");
    }

    @Test
    void plainCsvKeepsTheCostAsChargeAndHoldsTheStayAgainstItsDays() throws IOException {
        List<Sourced<Claim>> claims =
                list(ClaimFormat.CSV.open(fixture("csv"), refusals::add).claims());

        assertThat(claims).extracting(claim -> claim.value().id()).containsExactly("C1", "C2", "C3", "R1", "R2");
        assertThat(claims.get(0).value().type()).isEqualTo(ClaimType.UNDETERMINED);
        assertThat(claims.get(0).value().amounts().charge()).isEqualTo(new BigDecimal("12000.50"));
        assertThat(claims.get(3).value().lines().get(0).fill().daysPrescribed()).isEqualTo(30);
        assertThat(refusals)
                .extracting(Refusal::toString)
                .contains(
                        "claims.csv:3 length_of_stay: the days of the stay make 2",
                        "claims.csv:3 readmission_date: a readmission is found among later claims");
    }

    @Test
    void plainCsvReadsPatientsAndProviders() throws IOException {
        ClaimSource source = ClaimFormat.CSV.open(fixture("csv"), refusals::add);
        List<Sourced<Patient>> patients = list(source.patients());
        List<Sourced<Provider>> providers = list(source.providers());

        assertThat(patients)
                .extracting(
                        p -> p.value().statedAge(),
                        p -> p.value().sex().value(),
                        p -> p.value().chronicConditions())
                .containsExactly(tuple(70, "F", 5), tuple(0, "M", 0));
        assertThat(providers)
                .extracting(p -> p.value().beds(), p -> p.value().teaching())
                .containsExactly(tuple(350, true), tuple(10, null));
        assertThat(refusals)
                .extracting(Refusal::toString)
                .contains("providers.csv:3 teaching_hospital: neither yes nor no");
    }

    @Test
    void jsonBatchesAreWalkedAndTheirTotalsChecked() throws IOException {
        List<Sourced<Claim>> claims =
                list(ClaimFormat.JSON.open(fixture("json"), refusals::add).claims());
        Claim claim = claims.get(0).value();

        assertThat(claims)
                .extracting(c -> c.value().id(), c -> c.value().status())
                .containsExactly(tuple("c1", PaymentStatus.PAID), tuple("c2", PaymentStatus.DENIED));
        assertThat(claim.diagnoses())
                .extracting(d -> d.code().value(), d -> d.type())
                .containsExactly(tuple("E119", DiagnosisType.PRINCIPAL), tuple("I10", DiagnosisType.OTHER));
        assertThat(claim.lines())
                .extracting(line -> line.diagnosisPointers())
                .containsExactly(List.of(1, 2), List.of(1));
        assertThat(claim.amounts().charge()).isEqualByComparingTo("200.25");
        assertThat(claim.lines().get(0).modifiers()).hasSize(1);
        assertThat(claim.providers().billing().isValid()).isTrue();
        assertThat(refusals)
                .extracting(Refusal::toString)
                .containsExactly(
                        "batch.json:14 total_billed_amount: not a decimal number",
                        "batch.json:1 total_claims: the batch holds 2 claims",
                        "batch.json:1 total_billed_amount: its claims were billed 200.25");
    }

    @Test
    void jsonGivesPersonsProvidersAndCoverageOnce() throws IOException {
        ClaimSource source = ClaimFormat.JSON.open(fixture("json"), refusals::add);

        assertThat(list(source.patients())).hasSize(2);
        assertThat(list(source.providers()))
                .extracting(p -> p.value().npi() == null)
                .containsExactly(false);
        assertThat(list(source.coverage()).get(0).value().endDate()).isEqualTo(LocalDate.of(2024, 12, 31));
    }

    @Test
    void jsonArraysLinesAndSingleObjectsReadAlike(@TempDir Path folder) throws IOException {
        String claim = "{\"claim_id\":\"%s\",\"claim_type\":\"dental\"}";
        Files.writeString(folder.resolve("a.json"), "[" + claim.formatted("1") + ",\n" + claim.formatted("2") + "]");
        Files.writeString(folder.resolve("b.jsonl"), claim.formatted("3") + "\n" + claim.formatted("4") + "\n");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("c.json.gz")))) {
            out.write(claim.formatted("5").getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        ClaimSource source = ClaimFormat.JSON.open(folder, refusals::add);

        assertThat(list(source.claims())).extracting(c -> c.value().id()).containsExactly("1", "2", "3", "4", "5");
        assertThat(list(source.claims())).allMatch(c -> c.value().type() == ClaimType.DENTAL);
        assertThat(list(source.raw())).extracting(RawRecord::text).contains(claim.formatted("2"), claim.formatted("5"));
    }

    @Test
    void cutOffJsonIsNotTakenForTheEnd(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("a.json"), "[{\"claim_id\":\"1\"},");
        ClaimSource source = ClaimFormat.JSON.open(file, refusals::add);

        assertThatThrownBy(() -> list(source.claims()))
                .isInstanceOf(UnreadableInputException.class)
                .hasMessage("Cannot read a.json, line 1: the JSON ends early: it is cut off");
    }

    @Test
    void inputsOfAnotherLayoutAndMissingOnesAreNamed(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("x.csv"), "A,B\n1,2\n");

        assertThatThrownBy(() -> ClaimFormat.RIF.open(folder, refusals::add))
                .isInstanceOf(UnreadableInputException.class)
                .hasMessageEndingWith("no file of the layout RIF in it");
        assertThatThrownBy(() -> ClaimFormat.JSON.open(folder, refusals::add))
                .hasMessageEndingWith("no file of the layout JSON in it");
        assertThatThrownBy(() -> ClaimFormat.TUVA.open(folder.resolve("absent"), refusals::add))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessageContaining("absent");
    }

    @Test
    void refusedRowsStayAmongTheRawOnes(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(
                folder.resolve("eligibility.csv"),
                "person_id,enrollment_start_date,enrollment_end_date\nP1,2023-01-01\nP2,2023-01-01,\n\"P\"3,x,\n");
        ClaimSource source = ClaimFormat.TUVA.open(file, refusals::add);

        assertThat(list(source.raw()))
                .extracting(RawRecord::text)
                .containsExactly("P1,2023-01-01", "P2,2023-01-01,", "\"P\"3,x,");
        assertThat(list(source.coverage())).hasSize(1);
        assertThat(refusals).hasSize(2);
    }

    @Test
    void codesThatTheLayoutDoesNotVersionStayUnversioned() throws IOException {
        Claim other = list(ClaimFormat.TUVA.open(fixture("tuva"), refusals::add).claims())
                .get(2)
                .value();

        assertThat(other.principalDiagnosis().code().system()).isEqualTo(CodeSystem.ICD_9_CM);
    }

    private static <T> List<T> list(Stream<T> stream) {
        try (stream) {
            return stream.toList();
        }
    }

    private static Path fixture(String name) {
        try {
            return Path.of(LayoutFixtureTest.class.getResource(name).toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }
}
