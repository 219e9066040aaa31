package io.github.tic4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tic4j.parquet.ParquetFormat;
import io.github.tic4j.parquet.ParquetInfo;
import io.github.tic4j.parquet.ParquetRows;
import io.github.tic4j.table.Row;
import io.github.tic4j.table.TableFolder;
import io.github.tic4j.table.TableSchema;
import io.github.tic4j.table.TableWriter;
import io.github.tic4j.table.Tables;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataCommandsTest {

    @TempDir
    Path folder;

    private final TicRun run = new TicRun();
    private Path october;
    private Path november;

    @BeforeEach
    void writeTwoRuns() throws IOException {
        october = folder.resolve("october");
        november = folder.resolve("november");
        write(october, rate("99213", "80.00"), rate("99214", "120.00"));
        write(november, rate("99213", "100.00"), rate("99213", "100.00"), rate("99215", "150.00"));
        write(november, rate("99213", "100.00"));
        Row payer = new Row(Tables.PAYERS).set("payer_uuid", "p1").set("payer_name", "acme");
        write(november, payer);
    }

    private static Row rate(String code, String price) {
        return new Row(Tables.RATES)
                .set("file_id", "f1")
                .set("payer_uuid", "p1")
                .set("billing_code_type", "CPT")
                .set("billing_code", code)
                .set("negotiated_type", "negotiated")
                .set("negotiated_rate", new BigDecimal(price));
    }

    private static void write(Path root, Row... rows) throws IOException {
        TableSchema schema = rows[0].schema();
        try (TableWriter writer = new TableFolder(root, ParquetFormat.defaults()).batches(schema)) {
            for (Row row : rows) {
                writer.write(row);
            }
            writer.commit();
        }
    }

    @Test
    void analyzePrintsFiguresAndWritesThemInAnyForm() throws IOException {
        Path csv = folder.resolve("figures.csv");
        assertThat(run.tic("analyze", "--data", november.toString(), "--out", csv.toString()))
                .isEqualTo(ExitCode.FINE);
        assertThat(run.printed())
                .contains("4 rows of figures:")
                .containsPattern("payer +acme +CPT +99213 +dollars +3 +100.00 +100.00 +100.00")
                .contains("The figures are in " + csv);
        assertThat(Files.readAllLines(csv)).hasSize(5).first().asString().startsWith("grouping,group_value,");
        assertThat(ParquetInfo.of(november.resolve("analytics/analytics_final.parquet"))
                        .rows())
                .isEqualTo(4);
        Path other = folder.resolve("other");
        run.tic("analyze", "--data", november.toString(), "--by", "billing_class", "--out", other.toString());
        assertThat(ParquetInfo.of(other.resolve("analytics/analytics_final.parquet"))
                        .rows())
                .isEqualTo(2);
    }

    @Test
    void diffTellsWhatCameWentAndChanged() throws IOException {
        Path lines = folder.resolve("changes.jsonl");
        String[] options = {"diff", "--before", october.toString(), "--after", november.toString()};
        assertThat(run.tic(options)).isEqualTo(ExitCode.FINE);
        assertThat(run.printed()).contains("0 unchanged, 1 changed, 1 added, 1 removed");
        assertThat(november.resolve("rate_changes/rate_changes_final.parquet")).exists();
        run.tic("diff", "--before", october.toString(), "--after", november.toString(), "--out", lines.toString());
        assertThat(Files.readAllLines(lines)).hasSize(3).anyMatch(line -> line.contains("\"change\":\"changed\""));
        Path other = folder.resolve("other");
        run.tic("diff", "--before", october.toString(), "--after", november.toString(), "--out", other.toString());
        assertThat(other.resolve("rate_changes/rate_changes_final.parquet")).exists();
    }

    @Test
    void consolidateJoinsBatchesAndDropsDuplicates() throws IOException {
        assertThat(run.tic("consolidate", "--data", november.toString())).isEqualTo(ExitCode.FINE);
        assertThat(run.printed())
                .containsPattern("rates/rates_final.parquet +2 +2 +2")
                .containsPattern("payers/payers_final.parquet +1 +1 +0");
        assertThat(november.resolve("rates").toFile().list()).containsExactly("rates_final.parquet");
    }

    @Test
    void reportIsOnePageAndMakesItsOwnFigures() throws IOException {
        Path page = folder.resolve("report.html");
        assertThat(run.tic("report", "--data", november.toString(), "--out", page.toString()))
                .isEqualTo(ExitCode.FINE);
        assertThat(Files.readString(page)).contains("99213", "acme").doesNotContain("http://", "https://");
    }

    @Test
    void aFolderWithoutTablesIsNoSource() {
        String empty = folder.toString();
        for (String command : List.of("analyze --data ", "report --out r.html --data ", "diff --before x --after ")) {
            assertThat(run.tic((command + empty).split(" "))).isEqualTo(ExitCode.UNREACHABLE);
            assertThat(run.complained()).contains("There is no table rates in ");
        }
        assertThat(run.tic("consolidate", "--data", empty)).isEqualTo(ExitCode.UNREACHABLE);
        assertThat(run.complained()).contains("There are no tables in ");
        assertThat(run.tic("analyze", "--data", november.toString(), "--by", "weather"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(run.complained()).contains("No grouping weather; there are [none, payer");
    }

    @Test
    void aTableThatIsCutOffOrAnotherOneIsBrokenInput() throws IOException {
        Path rates = november.resolve("rates/rates_batch_001.parquet");
        Files.copy(november.resolve("payers/payers_batch_001.parquet"), rates, StandardCopyOption.REPLACE_EXISTING);
        for (String command : List.of("analyze --data ", "report --out r.html --data ", "consolidate --data ")) {
            assertThat(run.tic((command + november).split(" "))).isEqualTo(ExitCode.BROKEN_INPUT);
            assertThat(run.complained()).contains("Table payers where table rates should be: " + rates);
        }
        Files.write(rates, Arrays.copyOf(Files.readAllBytes(rates), 100));
        assertThat(run.tic("diff", "--before", october.toString(), "--after", november.toString()))
                .isEqualTo(ExitCode.BROKEN_INPUT);
        assertThat(run.complained()).contains("Not a complete Parquet file: " + rates);
    }

    @Test
    void ratesAreWrittenAsParquetWithTheSameRows() throws IOException {
        Path file = Files.writeString(folder.resolve("rates.json"), """
                {"reporting_entity_name": "Acme", "version": "1.0.0", "in_network": [
                 {"negotiation_arrangement": "ffs", "name": "n", "billing_code_type": "CPT", "billing_code": "99213",
                  "negotiated_rates": [{"provider_references": [1.10], "provider_groups": [{"npi": [1234567893],
                    "tin": {"type": "ein", "value": "12-3456789"}}], "negotiated_prices": [
                   {"negotiated_type": "negotiated", "negotiated_rate": 81.50, "service_code": ["11", "22"]},
                   {"negotiated_type": "negotiated", "negotiated_rate": 1e30},
                   {"negotiated_type": "negotiated", "negotiated_rate": "N/A"}]}]}]}
                """);
        Path parquet = folder.resolve("prices.parquet");
        assertThat(run.tic("rates", file.toString(), "--format", "parquet", "--out", parquet.toString()))
                .isEqualTo(ExitCode.FINDINGS);
        try (ParquetRows rows = ParquetRows.open(parquet, TablePriceRows.PRICES)) {
            var prices = rows.iterator();
            Row first = prices.next();
            assertThat(first.value("negotiated_rate")).isEqualTo(new BigDecimal("81.50").setScale(18));
            assertThat(first.value("service_code")).isEqualTo(List.of("11", "22"));
            assertThat(first.value("provider_references")).isEqualTo(List.of("1.10"));
            assertThat(first.value("provider_groups")).isEqualTo(List.of("1234567893@ein:12-3456789"));
            Row second = prices.next();
            assertThat(second.value("negotiated_rate")).isNull();
            assertThat(new BigDecimal((String) second.value("negotiated_rate_text")))
                    .isEqualByComparingTo("1e30");
            assertThat(prices.hasNext()).isFalse();
        }
        assertThat(run.tic("rates", file.toString(), "--format", "parquet")).isEqualTo(ExitCode.USAGE);
        assertThat(run.complained()).contains("--format parquet needs --out FILE");
    }
}
