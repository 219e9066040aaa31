package io.github.tic4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tic4j.parquet.ParquetRows;
import io.github.tic4j.pipeline.Progress;
import io.github.tic4j.pipeline.RunListener;
import io.github.tic4j.table.Row;
import io.github.tic4j.table.TableSchema;
import io.github.tic4j.table.Tables;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCommandTest {

    private static final String FILE = """
            {"reporting_entity_name": "Acme Health", "version": "1.0.0", "last_updated_on": "2026-11-01",
             "in_network": [
              {"negotiation_arrangement": "ffs", "name": "n", "billing_code_type": "CPT", "billing_code_type_version": "2026", "billing_code": "99213", "description": "d",
               "negotiated_rates": [{"provider_groups": [{"npi": [1234567893], "tin": {"type": "ein", "value": "12-3456789"}}], "negotiated_prices": [
                {"negotiated_type": "negotiated", "negotiated_rate": %s, "expiration_date": "9999-12-31", "service_code": ["11"], "billing_class": "professional"}]}]}]}
            """;

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Path config;

    @BeforeEach
    void write() throws IOException {
        Files.createDirectories(folder.resolve("in"));
        write("a.json", "81.50");
        write("b.json", "40");
        config = Files.writeString(
                folder.resolve("config.yaml"), """
                payer_endpoints:
                  acme: "%s"
                output:
                  local_directory: "%s"
                processing:
                  enable_streaming: true
                """.formatted(folder.resolve("in"), folder.resolve("tables")));
    }

    @Test
    void runsIntoConsolidatedTablesFiguresAndAPage() throws IOException {
        assertThat(run()).isEqualTo(ExitCode.FINE);

        assertThat(printed()).contains("All 2 prices are accounted for: 2 written, 0 not wanted, 0 rejected {}");
        assertThat(complained())
                .contains("tic: line 6: processing.enable_streaming has no effect: files are always read as a stream");
        assertThat(prices()).containsExactly("40", "81.5");
        assertThat(folder.resolve("tables/rates")).isDirectoryNotContaining("glob:**batch**");
        for (String name : List.of(
                "analytics/analytics_final.parquet",
                "report.html",
                "manifest.jsonl",
                "processing_statistics.json",
                "quality_report.json")) {
            assertThat(folder.resolve("tables").resolve(name)).exists();
        }
        assertThat(folder.resolve("progress.csv"))
                .content()
                .startsWith("timestamp,")
                .contains(",100.0,2,2,");
    }

    @Test
    void aFileThatChangesReplacesItsRowsInTheConsolidatedTables() throws IOException {
        run();
        write("a.json", "99.25");
        out.reset();
        assertThat(run()).isEqualTo(ExitCode.FINE);

        assertThat(prices()).containsExactly("40", "99.25");
        assertThat(rows(Tables.FILES)).hasSize(2);
        assertThat(printed()).containsPattern("acme +1 +1 +0 ");
    }

    @Test
    void nothingIsDoneAgain() throws IOException {
        run();
        String manifest = Files.readString(folder.resolve("tables/manifest.jsonl"));
        byte[] rates = Files.readAllBytes(folder.resolve("tables/rates/rates_final.parquet"));
        out.reset();
        assertThat(run()).isEqualTo(ExitCode.FINE);

        assertThat(printed()).containsPattern("acme +0 +2 +0 ");
        assertThat(folder.resolve("tables/rates/rates_final.parquet")).hasBinaryContent(rates);
        assertThat(Files.readString(folder.resolve("tables/manifest.jsonl"))
                        .lines()
                        .skip(1))
                .isEqualTo(manifest.lines().skip(1).toList());
    }

    @Test
    void dryRunListsSizesAndWritesNothing() {
        assertThat(run("--dry-run")).isEqualTo(ExitCode.FINE);

        assertThat(printed()).containsPattern("new +acme +\\d+ +.*a.json").contains("2 files, ");
        assertThat(folder.resolve("tables")).doesNotExist();
    }

    @Test
    void flagsGoOverTheFileAndTheResultIsShown() {
        assertThat(run("--print-config", "--workers", "7", "--max-files", "1", "--test-mode", "--out", "elsewhere"))
                .isEqualTo(ExitCode.FINE);

        assertThat(printed())
                .contains(
                        "parallel_workers: 7",
                        "max_files_per_payer: 1",
                        "test_mode: true",
                        "local_directory: elsewhere");
        out.reset();
        assertThat(run(
                        "--quiet",
                        "--max-files",
                        "1",
                        "--out",
                        folder.resolve("few").toString()))
                .isEqualTo(ExitCode.FINE);
        assertThat(printed()).isEmpty();
        assertThat(complained()).doesNotContain("prices");
        assertThat(folder.resolve("few/rates/rates_final.parquet")).exists();
    }

    @Test
    void exitCodesTellWhatFailed() throws IOException {
        assertThat(run("--payers", "nobody")).isEqualTo(ExitCode.USAGE);
        assertThat(complained()).contains("There is no payer nobody, only [acme]");

        Files.writeString(folder.resolve("in/c.json"), FILE.formatted("1").substring(0, 300));
        assertThat(run()).isEqualTo(ExitCode.BROKEN_INPUT);
        assertThat(complained()).contains("The document ends before it is complete", "c.json");
        assertThat(prices()).as("the others").containsExactly("40", "81.5");

        configure("absent.json", "tables2");
        assertThat(run()).isEqualTo(ExitCode.UNREACHABLE);

        configure("in/c.json", "tables3");
        assertThat(run()).as("an index that breaks off").isEqualTo(ExitCode.BROKEN_INPUT);

        Files.createDirectory(folder.resolve("empty"));
        configure("empty", "tables4");
        assertThat(run()).isEqualTo(ExitCode.FINDINGS);
        assertThat(complained()).contains("tic: No index names a file to read");

        configure("in/a.json", "in/b.json");
        assertThat(run()).isEqualTo(ExitCode.FAILED);
        assertThat(complained()).contains("b.json: it is no folder");

        configure("in", "in/tables");
        assertThat(run()).isEqualTo(ExitCode.USAGE);
        assertThat(complained()).contains("write them to another folder");

        Files.writeString(config, "processing: {batch_size: x}\n");
        assertThat(run()).isEqualTo(ExitCode.USAGE);
        assertThat(complained()).contains("line 1: processing.batch_size must be", "payer_endpoints names no payer");
    }

    @Test
    void progressIsABarOnATerminalAndElseALineAMinute() {
        PrintStream shown = new PrintStream(out, true, StandardCharsets.UTF_8);
        RunListener bar = new RunProgress(shown, true);
        bar.progress(progress(30));
        assertThat(printed())
                .isEqualTo("\r[###############...............]  50 % | 1 of 2 files | 600 records | 20 records/s"
                        + " | 1.0 MB/s | 0:30 min left");
        out.reset();
        RunListener lines = new RunProgress(shown, false);
        lines.progress(progress(30));
        lines.progress(progress(60));
        lines.progress(progress(61));
        assertThat(printed().lines()).singleElement().asString().startsWith(" 50 % | 1 of 2 files");
    }

    private static Progress progress(int seconds) {
        return new Progress(
                2, 1, OptionalLong.of(60_000_000), 30_000_000, 30_000_000, 600, Duration.ofSeconds(seconds));
    }

    private int run(String... flags) {
        List<String> args = new ArrayList<>(List.of("run", "--config", config.toString()));
        args.addAll(List.of("--progress-file", folder.resolve("progress.csv").toString()));
        args.addAll(List.of(flags));
        return Tic.run(
                new Output(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8)),
                args.toArray(String[]::new));
    }

    private void configure(String index, String tables) throws IOException {
        Files.writeString(
                config,
                "payer_endpoints: {acme: " + folder.resolve(index) + "}\noutput: {local_directory: "
                        + folder.resolve(tables) + "}\n");
    }

    private void write(String name, String price) throws IOException {
        Files.writeString(folder.resolve("in").resolve(name), FILE.formatted(price));
    }

    private List<String> prices() throws IOException {
        return rows(Tables.RATES.select("negotiated_rate")).stream()
                .map(row -> row.decimal(0).stripTrailingZeros().toPlainString())
                .sorted()
                .toList();
    }

    private List<Row> rows(TableSchema table) throws IOException {
        Path file = folder.resolve("tables/" + table.name() + "/" + table.name() + "_final.parquet");
        List<Row> rows = new ArrayList<>();
        try (ParquetRows all = ParquetRows.open(file, table)) {
            all.forEach(rows::add);
        }
        return rows;
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String complained() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
