package io.github.tic4j.claims.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tic4j.claims.Claim;
import io.github.tic4j.claims.Patient;
import io.github.tic4j.claims.PrescriptionFill;
import io.github.tic4j.claims.SharedData;
import io.github.tic4j.claims.alert.AlertRules;
import io.github.tic4j.claims.code.Drg;
import io.github.tic4j.claims.deid.Deidentifier;
import io.github.tic4j.claims.deid.IdentifierFoundException;
import io.github.tic4j.claims.deid.SmallCells;
import io.github.tic4j.claims.deid.TokenKey;
import io.github.tic4j.claims.deid.Verifier;
import io.github.tic4j.claims.generate.ClaimGenerator;
import io.github.tic4j.claims.generate.Fault;
import io.github.tic4j.claims.generate.GeneratedClaims;
import io.github.tic4j.claims.read.ClaimFormat;
import io.github.tic4j.claims.read.CsvReader;
import io.github.tic4j.claims.read.SourceRow;
import io.github.tic4j.claims.rule.ClaimValidator;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayersTest {

    private static final LocalDate DAY = LocalDate.of(2023, 5, 10);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"RIF, claims/rif", "SYNTHEA, claims/synthea-csv-10/export.zip", "SYNPUF, claims/desynpuf/DE_0"})
    void everySampleGoesThroughAllThreeLayersUncountedByNobody(ClaimFormat format, String sample) throws IOException {
        Path input = SharedData.require(sample);
        CsvTables sink = new CsvTables(folder);
        long bronze = Bronze.write(format.open(input, refusal -> {}), sink, new Run("r1", Instant.EPOCH));
        Silver.Summary silver = Silver.write(told -> format.open(input, told), ClaimValidator.standard(), sink);
        new Gold(ClaimData.read(format.open(input, refusal -> {}))).write(new CsvTables(folder.resolve("gold")));

        assertThat(rows("bronze_rows")).hasSize((int) bronze);
        assertThat(silver.read()).isEqualTo(silver.accepted() + silver.quarantined() + silver.repeated());
        assertThat(rows("claims")).hasSize((int) silver.accepted());
        assertThat(rows("quarantine"))
                .hasSize((int) silver.quarantined())
                .allMatch(row -> row.value("rule_ids") != null && row.value("source_rows") != null);
        assertThat(contents(folder.resolve("gold")).keySet()).hasSize(15).allMatch(name -> name.endsWith(".csv"));
    }

    @Test
    void bronzeKeepsEachRowWithItsHash() throws IOException {
        Path file = Files.writeString(
                folder.resolve("eligibility.csv"),
                "person_id,enrollment_start_date,enrollment_end_date\n\"P,1\",2023-01-01,\nshort\n");
        long rows = Bronze.write(
                ClaimFormat.TUVA.open(file, refusal -> {}),
                new CsvTables(folder),
                new Run("r7", Instant.parse("2024-01-02T03:04:05Z")));

        assertThat(rows).isEqualTo(2);
        assertThat(rows("bronze_rows"))
                .extracting(SourceRow::values)
                .containsExactly(
                        List.of(
                                "eligibility.csv",
                                "2",
                                "523b61e9668c451a1cd7316629a17ba73b753523eb0556828135ec283437dab8",
                                "r7",
                                "2024-01-02T03:04:05Z",
                                "\"P,1\",2023-01-01,"),
                        List.of(
                                "eligibility.csv",
                                "3",
                                "f9b0078b5df596d2ea19010c001bbd009e651de2c57e8fb7e355f31eb9d3f739",
                                "r7",
                                "2024-01-02T03:04:05Z",
                                "short"));
    }

    @Test
    void silverQuarantinesDropsRepeatsAndKeepsRefusals() throws IOException {
        String good =
                "{\"claim_id\":\"c%d\",\"claim_type\":\"medical\",\"patient\":{\"patient_id\":\"p1\"},\"provider\":{\"npi\":\"1234567893\"},\"date_of_service\":\"2023-05-10\",\"total_billed_amount\":\"80\","
                        + "\"claim_lines\":[{\"procedure_code\":{\"code\":\"99213\",\"units\":1},\"diagnosis_codes\":[{\"code\":\"E11.9\",\"primary\":true}],\"billed_amount\":\"80\",\"place_of_service\":\"11\",\"rendering_provider_id\":\"1558598797\"}]}\n";
        Path file = Files.writeString(
                folder.resolve("claims.jsonl"),
                good.formatted(1)
                        + good.formatted(2)
                        + good.formatted(1)
                        + good.formatted(3).replace("1234567893", "1234567890")
                        + good.formatted(4).replace("\"80\",\"cl", "\"x\",\"cl"));
        Silver.Summary summary = Silver.write(
                told -> ClaimFormat.JSON.open(file, told), ClaimValidator.standard(), new CsvTables(folder));

        assertThat(summary)
                .extracting(
                        Silver.Summary::read,
                        Silver.Summary::accepted,
                        Silver.Summary::quarantined,
                        Silver.Summary::repeated)
                .containsExactly(5L, 2L, 2L, 1L);
        assertThat(rows("quarantine"))
                .extracting(SourceRow::values)
                .containsExactly(
                        List.of("c3", "FMT-001", "claims.jsonl:4"), List.of("c4", "FMT-019", "claims.jsonl:5"));
        assertThat(rows("refusals"))
                .extracting(row -> row.value("column_name") + " " + row.value("raw"))
                .contains("total_billed_amount x");
        assertThat(rows("quality_result"))
                .anyMatch(row -> "FMT-001".equals(row.value("rule_id")) && "1".equals(row.value("failed")));
        assertThat(rows("claim_lines")).hasSize(2);
    }

    @Test
    void goldSumsEachFactByItselfBeforeItIsJoined() throws IOException {
        List<Claim> claims = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            claims.add(Claim.professional("c" + i)
                    .personId("p")
                    .date(DAY)
                    .billingNpi("1234567893")
                    .diagnoses("I10")
                    .charge("200")
                    .paid("100.10")
                    .build());
        }
        for (int i = 0; i < 3; i++) {
            PrescriptionFill fill = PrescriptionFill.builder()
                    .drugName("x")
                    .dispensingDate(DAY.plusDays(i * 30L))
                    .daysSupply(30)
                    .build();
            claims.add(Claim.pharmacy("r" + i)
                    .personId("p")
                    .date(DAY)
                    .paid("7")
                    .line(line -> line.fill(fill))
                    .build());
        }
        gold(claims).write(new CsvTables(folder));

        SourceRow summary = rows("patient_summary").get(0);
        assertThat(summary.value("total_cost")).isEqualTo("200.20");
        assertThat(summary.value("prescriptions")).isEqualTo("3");
        assertThat(summary.value("prescription_cost")).isEqualTo("21");
        assertThat(rows("diagnosis_cost_analysis").get(0).values())
                .containsExactly("I10", "1", "2", "200.20", "1.000000", "100.10");
        assertThat(rows("prescriptions")).hasSize(3);
        assertThat(rows("medications").get(0).value("prescriptions")).isEqualTo("3");
    }

    @Test
    void goldHasStaysReadmissionsAndTheScoreOfTheSeed() throws IOException {
        List<Claim> claims = List.of(stay("a", 1, 10), stay("b", 20, 28));
        Patient patient = Patient.builder("p")
                .statedAge(70)
                .chronicConditions(5)
                .lastVisit(LocalDate.of(2023, 3, 1))
                .build();
        new Gold(new ClaimData(claims, List.of(patient), List.of(), List.of()))
                .withDataEnd(LocalDate.of(2023, 12, 31))
                .write(new CsvTables(folder));

        assertThat(rows("stays")).extracting(row -> row.value("length_of_stay")).containsExactly("9", "8");
        assertThat(rows("readmissions"))
                .extracting(row -> row.value("readmitted") + " " + row.value("days"))
                .containsExactly("true 10", "false null");
        SourceRow summary = rows("patient_summary").get(0);
        assertThat(summary.value("risk_tier")).isEqualTo("VERY_HIGH");
        assertThat(summary.value("readmission_score")).isEqualTo("8");
        assertThat(summary.value("readmission_risk")).isEqualTo("HIGH");
        assertThat(rows("provider_performance").get(0).value("readmission_rate"))
                .isEqualTo("0.500000");
        assertThat(rows("patients").get(0).value("days_since_last_visit_band")).isEqualTo("over 90 up to 365");
        assertThat(rows("claims").get(0).value("length_of_stay_band")).isEqualTo("over 7");
    }

    @Test
    void goldMeasuresAdherenceAndCostsAndListsAlerts() throws IOException {
        GeneratedClaims world = ClaimGenerator.seeded(1).generate(Fault.HIGH_VALUE);
        ClaimData data = new ClaimData(world.claims(), world.patients(), world.providers(), world.coverage());
        new Gold(data).withAlerts(AlertRules.standard(world.context())).write(new CsvTables(folder));

        assertThat(rows("adherence")).isNotEmpty().anyMatch(row -> "true".equals(row.value("adherent")));
        assertThat(rows("alerts")).extracting(row -> row.value("rule_id")).containsExactly("FWA-17");
        assertThat(rows("monthly_costs")).hasSizeGreaterThanOrEqualTo(12);
    }

    @Test
    void goldHidesSmallGroupsOnRequest() throws IOException {
        List<Claim> claims = new ArrayList<>();
        for (int i = 0; i < 45; i++) {
            String diagnosis = i < 3 ? "C61" : i < 18 ? "I10" : "E11.9";
            claims.add(Claim.professional("c" + i)
                    .personId("p" + i)
                    .date(DAY)
                    .diagnoses(diagnosis)
                    .paid("10")
                    .build());
        }
        gold(claims).withSmallCells(SmallCells.cms()).write(new CsvTables(folder));

        assertThat(rows("diagnosis_cost_analysis"))
                .extracting(row ->
                        row.value("diagnosis_code") + " " + row.value("patients") + " " + row.value("total_cost"))
                .containsExactly("C61 null null", "E11.9 27 270", "I10 null null");
    }

    @Test
    void theSameDataMakesTheSameBytes() throws IOException {
        ClaimData data = new ClaimData(ClaimGenerator.seeded(1).generate().claims(), List.of(), List.of(), List.of());
        new Gold(data).write(new CsvTables(folder.resolve("a")));
        new Gold(data).write(new CsvTables(folder.resolve("b")));
        new Gold(data).write(new CsvTables(folder.resolve("b")));

        assertThat(contents(folder.resolve("a"))).isEqualTo(contents(folder.resolve("b")));
    }

    @Test
    void whatIsNotCommittedIsNotThereAndTheEarlierTableStays() throws IOException {
        Table table = new Table("t", List.of(new Column("a", Column.Type.TEXT), new Column("b", Column.Type.DECIMAL)));
        CsvTables sink = new CsvTables(folder);
        try (TableWriter writer = sink.open(table)) {
            writer.write(java.util.Arrays.asList("x,\"y\"", new BigDecimal("1E+3")));
            writer.write(java.util.Arrays.asList("", null));
            writer.commit();
        }
        try (TableWriter writer = sink.open(table)) {
            writer.write(List.of("other", BigDecimal.ONE));
        }

        assertThat(folder.resolve("t.csv")).hasContent("a,b\n\"x,\"\"y\"\"\",1000\n\"\",\n");
        assertThat(contents(folder)).hasSize(1);
    }

    @Test
    void rowsThatDoNotFitAreRefused() throws IOException {
        Table table = new Table("t", List.of(new Column("a", Column.Type.INTEGER)));
        try (TableWriter writer = new CsvTables(folder).open(table)) {
            assertThatThrownBy(() -> writer.write(List.of(1L, 2L)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("a row of t has 1 values, was given 2");
            assertThatThrownBy(() -> writer.write(List.of("1"))).hasMessage("t.a holds Long, was given String");
        }
    }

    @Test
    void aDeidentifiedExportPassesTheVerifierAndTheOriginalDoesNot() throws IOException {
        GeneratedClaims world = ClaimGenerator.seeded(1).generate();
        Deidentifier profile = Deidentifier.safeHarbor(TokenKey.of("k1", new byte[32]), LocalDate.of(2024, 1, 1));
        Verifier verifier = Verifier.of(profile);
        world.claims().forEach(verifier::remember);
        world.patients().forEach(verifier::remember);
        try (ClaimTables tables = ClaimTables.open(new VerifiedTables(new CsvTables(folder), verifier))) {
            for (Claim claim : world.claims()) {
                tables.write(profile.apply(claim));
            }
            for (Patient patient : world.patients()) {
                tables.write(profile.apply(patient));
            }
            tables.commit();
        }
        assertThat(rows("claims"))
                .hasSize(world.claims().size())
                .allMatch(row -> row.value("person_id").startsWith("k1."));

        Path leaking = folder.resolve("leaking");
        try (ClaimTables tables = ClaimTables.open(new VerifiedTables(new CsvTables(leaking), verifier))) {
            assertThatThrownBy(() -> tables.write(world.claims().get(0)))
                    .isInstanceOf(IdentifierFoundException.class)
                    .hasMessageStartingWith("Nothing leaves: claims.");
            assertThatThrownBy(tables::commit)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("an identifier was found in this export");
        }
        assertThat(contents(leaking)).isEmpty();
    }

    private static Gold gold(List<Claim> claims) {
        return new Gold(new ClaimData(claims, List.of(), List.of(), List.of()));
    }

    private static Claim stay(String id, int admission, int discharge) {
        LocalDate from = LocalDate.of(2023, 4, admission);
        LocalDate to = LocalDate.of(2023, 4, discharge);
        return Claim.institutional(id)
                .personId("p")
                .billType("111")
                .drg(Drg.ms("292"))
                .facilityNpi("1234567893")
                .period(from, to)
                .stay(from, to)
                .dischargeStatus("01")
                .paid("10")
                .build();
    }

    private List<SourceRow> rows(String table) throws IOException {
        List<SourceRow> rows = new ArrayList<>();
        try (CsvReader reader = new CsvReader(Files.newInputStream(folder.resolve(table + ".csv")), table, refusal -> {
            throw new AssertionError(refusal);
        })) {
            reader.forEachRemaining(rows::add);
        }
        return rows;
    }

    private static Map<String, String> contents(Path folder) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                contents.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return contents;
    }
}
