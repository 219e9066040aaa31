package io.github.tic4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClaimsCommandTest {

    /** Five claims of two persons: two alike, two stays with a return, one with a wrong NPI and an unreadable charge. */
    private static final Path INPUT = Path.of("src/test/resources/claims");

    private static final Path X12 = Path.of("../../integrations/claims-x12/src/test/resources/x12");

    @TempDir
    Path folder;

    private final TicRun run = new TicRun();

    private int claims(String command, String... options) {
        return claims(command, INPUT, "tuva", options);
    }

    private int claims(String command, Path input, String format, String... options) {
        List<String> args =
                new ArrayList<>(List.of("claims", command, "--input", input.toString(), "--format", format));
        args.addAll(List.of(options));
        return run.tic(args.toArray(String[]::new));
    }

    private List<String> lines(String table) throws IOException {
        return Files.readAllLines(folder.resolve(table + ".csv"));
    }

    @Test
    void validateSortsClaimsAndScoresThem() throws IOException {
        assertThat(claims("validate", "--out", folder.toString())).isEqualTo(ExitCode.FINDINGS);
        assertThat(run.printed())
                .contains("5 claims read = 4 accepted + 1 quarantined + 0 delivered before")
                .containsPattern("quality: completeness \\d+\\.\\d\\d, accuracy 100.00, validity \\d+\\.\\d\\d")
                .containsPattern("FMT-001 +ERROR +1 +5 +20.00 +An NPI has ten digits")
                .containsPattern("charge_amount: not a decimal number +1")
                .doesNotContain("DUP-002", "Sample");
        assertThat(lines("claims")).hasSize(5);
        assertThat(lines("quarantine").get(1)).startsWith("C5,FMT-001 FMT-019,");
        assertThat(lines("refusals").get(1)).contains("charge_amount,eighty,not a decimal number");
        assertThat(Files.readString(folder.resolve("summary.json")))
                .startsWith("{\"claims_read\":5,\"claims_accepted\":4,\"claims_quarantined\":1,")
                .contains("\"values_refused\":1", "\"accuracy\":100.0000");
    }

    @Test
    void validateComparesClaimsWhereAsked() throws IOException {
        claims("validate", "--compare", "--out", folder.toString());
        assertThat(run.printed()).containsPattern("DUP-002 +ERROR +1 +1 +100.00");
        assertThat(lines("other_findings").get(1)).contains("DUP-002,ERROR");
    }

    @Test
    void validateKnowsTheCoverageOfTheInput() throws IOException {
        Path copy = Files.createDirectory(folder.resolve("input"));
        for (String name : List.of("eligibility.csv", "medical_claim.csv")) {
            String text = Files.readString(INPUT.resolve(name)).replace("2023-06-30", "2023-01-31");
            Files.writeString(copy.resolve(name), text);
        }
        assertThat(claims("validate", copy, "tuva")).isEqualTo(ExitCode.FINDINGS);
        assertThat(run.printed()).containsPattern("REF-003 +WARNING +2 +5 +40.00 +The person was covered");
    }

    @Test
    void measurePrintsRatesWithTheirParts() throws IOException {
        assertThat(claims("measure", "--data-end", "2023-12-31", "--out", folder.toString()))
                .isEqualTo(ExitCode.FINE);
        assertThat(run.printed())
                .contains("5 records read, 5 claims in force, 2 persons, data until 2023-12-31")
                .containsPattern("ACUTE_INPATIENT +2")
                .containsPattern("length_of_stay +7 +2 +3.5000")
                .containsPattern("readmission_30_days_unplanned +1 +2 +0.500000");
        assertThat(lines("measures")).contains("cost_per_member_month,14210.00,18,789.4444");
        assertThat(lines("patient_summary")).hasSize(3);
        assertThat(lines("alerts")).hasSize(2);
    }

    @Test
    void alertsAreFindings() throws IOException {
        Path leie = Files.writeString(
                folder.resolve("leie.csv"),
                "NPI,EXCLDATE,REINDATE,WAIVERDATE,WVRSTATE\n1558598797,20230101,00000000,00000000,\n");
        assertThat(claims("alerts", "--leie", leie.toString(), "--out", folder.toString()))
                .isEqualTo(ExitCode.FINDINGS);
        assertThat(run.printed())
                .contains("5 claims read, ")
                .containsPattern("ERROR +FWA-01 +1 +the same service claimed twice")
                .containsPattern("FWA-05 +2 +");
        assertThat(lines("alerts").get(1)).contains("FWA-01").endsWith("C1#1 C2#1");
    }

    @Test
    void deidentifyLeavesNoPersonBehind() throws IOException {
        Path key = Files.write(folder.resolve("key"), new byte[32]);
        Path out = folder.resolve("shared");
        assertThat(claims("deidentify", "--key", key.toString(), "--key-id", "2026a", "--out", out.toString()))
                .isEqualTo(ExitCode.FINE);
        assertThat(run.printed()).contains("as Safe Harbor with TokenKey 2026a").containsPattern("claims +5");
        String all = Files.readString(out.resolve("claims.csv")) + Files.readString(out.resolve("patients.csv"));
        assertThat(all).contains("2026a.", "2023-01-01").doesNotContain("P1", "Ada", "60614", "2023-03-01");
        claims("deidentify", "--profile", "limited", "--keep-npis", "--key", key.toString(), "--out", out.toString());
        assertThat(Files.readString(out.resolve("claims.csv"))).contains("1234567893");
        assertThat(Files.readString(out.resolve("patients.csv"))).contains("60614");
    }

    @Test
    void nothingLeavesWhereAPersonShowsThrough() throws IOException {
        Path key = Files.write(folder.resolve("key"), new byte[32]);
        Path copy = Files.createDirectory(folder.resolve("input"));
        for (String name : List.of("eligibility.csv", "medical_claim.csv")) {
            String text = Files.readString(INPUT.resolve(name)).replace("acme,gold", "acme,312-555-0188");
            Files.writeString(copy.resolve(name), text);
        }
        Path out = folder.resolve("shared");
        assertThat(claims("deidentify", copy, "tuva", "--key", key.toString(), "--out", out.toString()))
                .isEqualTo(ExitCode.FINDINGS);
        assertThat(run.complained()).contains("Nothing leaves: ", "a telephone number");
        assertThat(out).isEmptyDirectory();
    }

    @Test
    void x12IsReadWithItsRemittances() throws IOException {
        assertThat(claims("validate", X12, "x12", "--out", folder.toString())).isEqualTo(ExitCode.FINE);
        assertThat(run.printed()).contains("4 claims read = 4 accepted");
        assertThat(claims("measure", X12, "x12")).isEqualTo(ExitCode.FINE);
        assertThat(run.printed())
                .contains("1 remittances, 1 payments without a certain claim")
                .containsPattern("net_collection +140 ");
        Path unbalanced = folder.resolve("unbalanced.x12");
        Files.writeString(
                unbalanced, Files.readString(X12.resolve("remittance.x12")).replace("BPR*I*175*", "BPR*I*176*"));
        assertThat(claims("validate", unbalanced, "x12")).isEqualTo(ExitCode.FINDINGS);
    }

    @Test
    void misuseAndBrokenInputHaveTheirOwnCodes() throws IOException {
        assertThat(run.tic("claims")).isEqualTo(ExitCode.USAGE);
        assertThat(run.complained()).contains("Missing a command: validate, measure, deidentify or alerts");
        assertThat(claims("validate", INPUT, "excel")).isEqualTo(ExitCode.USAGE);
        assertThat(claims("validate", INPUT, "rif")).isEqualTo(ExitCode.BROKEN_INPUT);
        assertThat(run.complained()).contains("no file of the layout RIF in it");
        assertThat(claims("measure", folder.resolve("absent"), "json")).isEqualTo(ExitCode.UNREACHABLE);
        Path key = Files.write(folder.resolve("short"), new byte[31]);
        assertThat(claims("deidentify", "--key", key.toString(), "--out", folder.toString()))
                .isEqualTo(ExitCode.USAGE);
        assertThat(run.complained()).contains("a key has at least 32 bytes, had 31");
    }
}
