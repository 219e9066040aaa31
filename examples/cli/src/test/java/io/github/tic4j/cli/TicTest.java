package io.github.tic4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TicTest {

    private static final String FILE = """
            {"reporting_entity_name": "Acme Health", "version": "1.0.0",
             "provider_references": [{"provider_group_id": 1.10, "provider_groups": [{"npi": [1234567893], "tin": {"type": "ein", "value": "12-3456789"}}]}],
             "in_network": [
              {"negotiation_arrangement": "ffs", "name": "a, \\"b\\"", "billing_code_type": "CPT", "billing_code_type_version": "2026", "billing_code": "99213", "description": "d",
               "negotiated_rates": [{"provider_references": [1.10], "negotiated_prices": [
                {"negotiated_type": "negotiated", "negotiated_rate": 81.50, "expiration_date": "9999-12-31", "service_code": ["11", "22"], "billing_class": "professional"},
                {"negotiated_type": "percentage", "negotiated_rate": 40.5, "expiration_date": "9999-12-31", "billing_class": "institutional"}]}]},
              {"negotiation_arrangement": "ffs", "name": "c", "billing_code_type": "RC", "billing_code_type_version": "2026", "billing_code": "0450", "description": "d",
               "negotiated_rates": [{"provider_references": [2], "negotiated_prices": [
                {"negotiated_type": "per diem", "negotiated_rate": "N/A", "expiration_date": "9999-12-31", "billing_class": "institutional"},
                {"negotiated_type": "per diem", "negotiated_rate": 1200, "expiration_date": "9999-12-31", "billing_class": "institutional"}]}]}]}
            """;

    @TempDir
    Path folder;

    private final TicRun run = new TicRun();
    private Path file;

    @BeforeEach
    void write() throws IOException {
        file = Files.writeString(folder.resolve("rates.json"), FILE);
    }

    private int tic(String... args) {
        return run.tic(args);
    }

    private String printed() {
        return run.printed();
    }

    private String complained() {
        return run.complained();
    }

    @Test
    void ratesWritesOneJsonLineAPriceAndReportsRejects() throws IOException {
        assertThat(tic("rates", file.toString())).isEqualTo(ExitCode.FINDINGS);
        String[] lines = printed().split("\n");
        assertThat(lines).hasSize(3);
        assertThat(lines[0])
                .contains(
                        "\"billing_code\":\"99213\"",
                        "\"negotiated_rate\":81.50",
                        "\"provider_references\":[\"1.10\"]");
        for (String line : lines) {
            assertIsJson(line);
        }
        assertThat(complained()).contains("1 rejected: {negotiated_rate-not-a-number=1}");
    }

    private static void assertIsJson(String line) throws IOException {
        try (JsonParser parser = new JsonFactory().createParser(line)) {
            int tokens = 0;
            while (parser.nextToken() != null) {
                tokens++;
            }
            assertThat(tokens).isGreaterThan(10);
        }
    }

    @Test
    void ratesWritesCsvToAFileAndTheLedgerBesideIt() throws IOException {
        Path csv = folder.resolve("prices.csv.gz");
        Path ledger = folder.resolve("ledger.json");
        int code = tic(
                "rates",
                file.toString(),
                "--codes",
                "CPT:99213",
                "--format",
                "csv",
                "--out",
                csv.toString(),
                "--ledger",
                ledger.toString(),
                "--resolve");
        assertThat(code).isEqualTo(ExitCode.FINE);
        String text = new String(new GZIPInputStream(Files.newInputStream(csv)).readAllBytes(), StandardCharsets.UTF_8);
        assertThat(text.split("\r\n")).hasSize(3);
        assertThat(text)
                .contains(
                        "ffs,\"a, \"\"b\"\"\",CPT,2026,99213,d,,negotiated,81.50,,9999-12-31,\"[\"\"11\"\",\"\"22\"\"]\",professional");
        assertThat(text).contains(",\"[\"\"1.10\"\"]\",[],\"[\"\"1234567893@ein:12-3456789\"\"]\",");
        assertThat(Files.readString(ledger))
                .contains("\"prices\":{\"seen\":4,\"delivered\":2,\"filtered\":2,\"rejected\":{}}")
                .contains("\"balanced\":true,\"complete\":true");
        assertThat(folder.resolve("prices.csv.gz.part")).doesNotExist();
    }

    @Test
    void limitStopsAndTheLedgerStillBalances() throws IOException {
        Path ledger = folder.resolve("ledger.json");
        assertThat(tic("rates", file.toString(), "--codes", "CPT:99213", "--limit", "1", "--ledger", ledger.toString()))
                .isEqualTo(ExitCode.FINE);
        assertThat(printed().split("\n")).hasSize(1);
        assertThat(Files.readString(ledger)).contains("\"delivered\":1").contains("\"balanced\":true");
    }

    @Test
    void filtersByProvider() {
        assertThat(tic("rates", file.toString(), "--npi", "1234567893")).isEqualTo(ExitCode.FINDINGS);
        assertThat(printed().split("\n")).hasSize(2).allMatch(line -> line.contains("99213"));
    }

    @Test
    void aTruncatedFileIsBrokenInputAndKeepsItsCompleteRows() throws IOException {
        Path cut = Files.writeString(folder.resolve("cut.json"), FILE.substring(0, FILE.indexOf("\"per diem\"")));
        Path rows = folder.resolve("rows.jsonl");
        assertThat(tic("rates", cut.toString(), "--out", rows.toString())).isEqualTo(ExitCode.BROKEN_INPUT);
        assertThat(Files.readAllLines(rows)).hasSize(2);
        assertThat(complained()).contains("The document ends before it is complete", "cut.json", "2 complete rows");
    }

    @Test
    void inspectTellsWhatIsInAFile() throws IOException {
        assertThat(tic("inspect", file.toString())).isEqualTo(ExitCode.FINDINGS);
        assertThat(printed())
                .contains("IN_NETWORK, schema V1 by its fields, states 1.0.0", "CPT=1, RC=1", "4 seen = 3 delivered");
        assertThat(tic("inspect", "--json", file.toString())).isEqualTo(ExitCode.FINDINGS);
        assertIsJson(printed());
        assertThat(printed()).contains("\"kind\":\"IN_NETWORK\"", "\"npis\":1");
    }

    @Test
    void namesDoNotSteerTheTerminal() {
        assertThat(tic("rates", "a\u001b[31m.json")).isEqualTo(ExitCode.UNREACHABLE);
        assertThat(complained()).contains("No such file: a?[31m.json").doesNotContain("\u001b");
    }

    @Test
    void nothingFoundIsNothingWritten() {
        assertThat(tic("rates", file.toString(), "--codes", "00000")).isEqualTo(ExitCode.FINE);
        assertThat(printed()).isEmpty();
    }

    @Test
    void codesAreTakenHoweverTheyAreSeparated() {
        for (String codes : new String[] {"99213;99214", "99213,99214", " CPT:99213 99214 "}) {
            assertThat(tic("rates", file.toString(), "--codes", codes)).isEqualTo(ExitCode.FINE);
            assertThat(printed().split("\n")).hasSize(2);
        }
    }

    @Test
    void filesWithoutPricesDoNotLookLikeSuccess() throws IOException {
        Path index = Files.writeString(folder.resolve("index.json"), """
                {"reporting_entity_name": "Acme Health", "reporting_structure": []}""");
        assertThat(tic("rates", index.toString())).isEqualTo(ExitCode.FINDINGS);
        assertThat(complained()).contains("tic: No prices in " + index + ", its kind is TABLE_OF_CONTENTS");

        Path refusal = Files.writeString(folder.resolve("refusal.json"), "{\"message\": \"Forbidden\"}");
        assertThat(tic("rates", refusal.toString())).isEqualTo(ExitCode.BROKEN_INPUT);
        assertThat(complained())
                .contains("Not a machine-readable file: it has only the keys [message] at $ in " + refusal);
    }

    @Test
    void indexListsPlansAndFilesWithoutSignatures() throws IOException {
        Path index = Files.writeString(folder.resolve("index.json"), """
                {"reporting_entity_name": "Acme", "reporting_structure": [{"reporting_plans": [{"plan_name": "Gold", "plan_id": "1"}],
                 "in_network_files": [{"description": "d", "location": "https://mrf.example.org/a.json?sig=secret"}]}]}
                """);
        assertThat(tic("index", index.toString())).isEqualTo(ExitCode.FINE);
        assertThat(printed()).contains("plan\t0\t-\t1\tGold", "file\t0\tIN_NETWORK\thttps://mrf.example.org/a.json\td");
        assertThat(printed()).doesNotContain("secret");
        assertThat(tic("index", file.toString())).isEqualTo(ExitCode.FINDINGS);
        assertThat(complained()).contains("this is no table of contents but IN_NETWORK");
    }

    @Test
    void misuseAndAbsentFilesHaveTheirOwnCodes() {
        assertThat(tic()).isEqualTo(ExitCode.USAGE);
        assertThat(tic("rates")).isEqualTo(ExitCode.USAGE);
        assertThat(tic("rates", file.toString(), "--codes", "missing/list.txt")).isEqualTo(ExitCode.USAGE);
        assertThat(complained()).contains("No such file of codes: missing/list.txt");
        assertThat(tic("inspect", folder.resolve("absent.json").toString())).isEqualTo(ExitCode.UNREACHABLE);
    }

    @Test
    void demoRunsToItsEnd() {
        Path demo = folder.resolve("demo");
        assertThat(tic("demo", "--out", demo.toString())).isEqualTo(ExitCode.FINE);

        assertThat(printed())
                .containsPattern("acorn_health +3 +0 +0 ")
                .containsPattern("cedar_mutual +3 +0 +0 ")
                .contains(
                        "prices are accounted for",
                        "lowest",
                        demo.resolve("tables/report.html").toString());
        assertThat(demo.resolve("tables/rates/rates_final.parquet")).exists();
        assertThat(demo.resolve("facts/fact_table.parquet")).exists();
        tic("demo", "--out", demo.toString());
        assertThat(printed()).as("a second time").containsPattern("acorn_health +3 +0 +0 ");
    }
}
