package io.github.tic4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tic4j.nppes.fact.FactColumns;
import io.github.tic4j.parquet.ParquetFormat;
import io.github.tic4j.parquet.ParquetRows;
import io.github.tic4j.table.OriginalIds;
import io.github.tic4j.table.Row;
import io.github.tic4j.table.TableFolder;
import io.github.tic4j.table.TableSchema;
import io.github.tic4j.table.TableWriter;
import io.github.tic4j.table.Tables;
import io.github.tic4j.table.TextFormat;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FactsCommandTest {

    private static final String PAYER = OriginalIds.payer("acme").toString();
    private static final String ORGANIZATION =
            OriginalIds.organization("720467503", "ACME CLINIC").toString();
    private static final long KNOWN = 1234567893L;
    private static final long UNKNOWN = 1679576722L;

    @TempDir
    Path folder;

    private final Terminal line = new Terminal();
    private Path data;
    private Path snapshot;

    @BeforeEach
    void writeTables() throws IOException {
        data = folder.resolve("run");
        write(row(Tables.PAYERS, "payer_uuid", PAYER, "payer_name", "acme"));
        write(file("may", LocalDate.of(2026, 5, 1)), file("june", null));
        write(row(
                Tables.ORGANIZATIONS,
                "organization_uuid",
                ORGANIZATION,
                "tin",
                "720467503",
                "tin_type",
                "ein",
                "organization_name",
                "ACME CLINIC",
                "npi_count",
                2L));
        write(row(
                Tables.PROVIDER_GROUPS,
                "group_id",
                "g",
                "organization_uuid",
                ORGANIZATION,
                "npi",
                List.of(KNOWN, UNKNOWN),
                "npi_count",
                2L));
        write(row(Tables.PROVIDER_SETS, "provider_set_id", "s", "group_ids", List.of("g"), "npi_count", 2L));
        write(rate("may", "99213", "150.00"), rate("may", "27447", "9000"), rate("june", "99213", "80"));
        snapshot = folder.resolve("snapshot");
        assertThat(line.tic("nppes", "build", BulkZips.monthly(folder, "PEORIA", KNOWN), "--out", snapshot))
                .as(line::complained)
                .isEqualTo(ExitCode.FINE);
    }

    @Test
    void writesAParquetFileAndItsSummary() throws IOException {
        Path out = folder.resolve("facts.parquet");

        assertThat(facts(out, "--nppes", snapshot)).isEqualTo(ExitCode.FINE);

        List<Row> rows = rows(out);
        assertThat(rows).hasSize(6);
        assertThat(rows).extracting(row -> row.value("nppes_match")).containsOnly("FOUND", "NOT_FOUND");
        assertThat(rows.get(0).value("nppes_city")).isEqualTo("PEORIA");
        assertThat(rows.get(0).value("organization_name")).isEqualTo("ACME CLINIC");
        assertThat(rows.get(0).value("rate_category")).isEqualTo("$100-500");
        assertThat(rows.get(0).value("rate_uuid")).isNotNull();
        assertThat(Files.readString(folder.resolve("facts_summary.json")))
                .isEqualTo(line.printed())
                .contains("\"prices\" : 3", "\"rows\" : 6", "\"FOUND\" : 3", "\"$5K-10K\" : 2");
    }

    @Test
    void joinGrainColumnsAndCategoriesAreOptions() throws IOException {
        Path out = folder.resolve("facts.csv");

        assertThat(facts(out, "--nppes", snapshot, "--join", "inner", "--columns", "service_code,npi"))
                .isEqualTo(ExitCode.FINE);
        assertThat(Files.readString(out))
                .isEqualTo("service_code,npi\r\n99213,1234567893\r\n27447,1234567893\r\n99213,1234567893\r\n");

        facts(out, "--grain", "organization", "--legacy-categories", "--columns", "service_category,rate_npis");
        assertThat(Files.readString(out))
                .contains("Evaluation & Management,\"[\"\"1234567893\"\",\"\"1679576722\"\"]\"")
                .contains("Surgery,");
    }

    @Test
    void aSampleHasSoManyPrices() throws IOException {
        Path out = folder.resolve("facts.jsonl");

        assertThat(facts(out, "--sample", "1", "--seed", "7")).isEqualTo(ExitCode.FINE);

        assertThat(Files.readAllLines(out)).hasSize(2);
        assertThat(line.printed()).contains("\"sample\" : 1", "\"seed\" : 7");
    }

    @Test
    void aFolderIsPartitionedByPayerAndDate() throws IOException {
        Path out = folder.resolve("facts");

        assertThat(facts(out, "--nppes", snapshot)).isEqualTo(ExitCode.FINE);

        Path table = out.resolve("fact_table/payer=acme");
        assertThat(rows(table.resolve("date=2026-05-01/fact_table_batch_001.parquet")))
                .hasSize(4);
        assertThat(rows(table.resolve("date=2026-06-03/fact_table_batch_001.parquet")))
                .hasSize(2);
        assertThat(out.resolve("fact_table_summary.json")).exists();
    }

    @Test
    void theResultsOfABackfillAreAnotherDirectory() throws IOException {
        Path kept = folder.resolve("nppes_data");
        Files.createDirectories(kept);
        Files.writeString(kept.resolve("nppes_cache.jsonl"), """
                {"journal":"tic4j-nppes-lookups","version":1}
                {"npi":"1679576722","state":"FOUND","fetched_at":"2020-01-01T00:00:00Z","provider":{"number":"1679576722",\
                "enumeration_type":"NPI-2","basic":{"organization_name":"OAK LABS","status":"A"}}}
                """);
        Path out = folder.resolve("facts.parquet");

        assertThat(facts(out, "--nppes", snapshot, "--nppes", kept)).isEqualTo(ExitCode.FINE);

        assertThat(rows(out).subList(0, 2))
                .extracting(row -> row.value("nppes_provider_name"))
                .containsExactly("CLINIC 93", "OAK LABS");
    }

    @Test
    void anUploadIsNamedByItsTimeAndSaysWhereItWent() throws IOException {
        try (ObjectStore store = new ObjectStore()) {
            assertThat(facts(folder.resolve("facts.parquet"), "--upload", "s3://bucket/tic"))
                    .as(line::complained)
                    .isEqualTo(ExitCode.FINE);

            assertThat(store.objects.keySet())
                    .anyMatch(key -> key.matches("tic/fact_tables/memory_efficient_fact_table_\\d{8}_\\d{6}\\.parquet"))
                    .contains("tic/fact_table_summary.json");
            assertThat(Files.readString(folder.resolve("fact_table_s3_location.json")))
                    .contains("\"bucket\" : \"bucket\"", "\"key\" : \"tic/fact_tables/memory_efficient_fact_table_");
        }
    }

    @Test
    void aPartitionedTableIsUploadedFileByFile() throws IOException {
        try (ObjectStore store = new ObjectStore()) {
            facts(folder.resolve("facts"), "--upload", "s3://bucket/tic/");

            assertThat(store.objects.keySet())
                    .containsExactly(
                            "tic/fact_table_summary.json",
                            "tic/fact_tables/fact_table/payer=acme/date=2026-05-01/fact_table_batch_001.parquet",
                            "tic/fact_tables/fact_table/payer=acme/date=2026-06-03/fact_table_batch_001.parquet");
        }
    }

    @Test
    void theRunMayBeInABucket() throws IOException {
        try (ObjectStore store = new ObjectStore();
                Stream<Path> files = Files.walk(data)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                store.objects.put("runs/7/" + data.relativize(file), Files.readAllBytes(file));
            }
            Path out = folder.resolve("facts.csv");

            int code =
                    line.tic("facts", "--data", "s3://bucket/runs/7", "--out", out, "--columns", "organization_name");

            assertThat(code).as(line::complained).isEqualTo(ExitCode.FINE);
            assertThat(Files.readAllLines(out)).hasSize(7).contains("ACME CLINIC");
        }
    }

    @Test
    void tablesMayBeText() throws IOException {
        Path text = folder.resolve("text");
        try (TableWriter rates = new TableFolder(text, TextFormat.CSV_GZIP).batches(Tables.RATES);
                TableWriter sets = new TableFolder(text, TextFormat.JSON_LINES).batches(Tables.PROVIDER_SETS)) {
            rates.write(rate("may", "99213", "150.00"));
            rates.commit();
            sets.write(row(Tables.PROVIDER_SETS, "provider_set_id", "s", "group_ids", List.of("g"), "npi_count", 2L));
            sets.commit();
        }
        Files.move(data.resolve("provider_groups"), text.resolve("provider_groups"));
        Path out = folder.resolve("facts.csv");

        assertThat(line.tic("facts", "--data", text, "--out", out, "--columns", "negotiated_rate,npi"))
                .isEqualTo(ExitCode.FINE);

        assertThat(Files.readString(out))
                .isEqualTo("negotiated_rate,npi\r\n150.00,1234567893\r\n150.00,1679576722\r\n");
    }

    @Test
    void whatIsMissingIsNamedAndNothingIsWritten() throws IOException {
        Path empty = Files.createDirectories(folder.resolve("empty"));

        assertThat(line.tic("facts", "--data", empty, "--out", folder.resolve("x.parquet")))
                .isEqualTo(ExitCode.USAGE);
        assertThat(line.complained()).contains("table rates is absent or empty");
        assertThat(line.tic("facts", "--data", folder.resolve("no"), "--out", folder.resolve("x.parquet")))
                .isEqualTo(ExitCode.UNREACHABLE);
        assertThat(facts(folder.resolve("x.parquet"), "--nppes", empty)).isEqualTo(ExitCode.BROKEN_INPUT);
        assertThat(line.complained()).contains("the folder has no manifest.json");
        assertThat(facts(folder.resolve("x.parquet"), "--columns", "colour")).isEqualTo(ExitCode.USAGE);
        assertThat(line.complained()).contains("Table fact_table has no column colour");
        assertThat(facts(folder.resolve("x.parquet"), "--upload", "nowhere")).isEqualTo(ExitCode.USAGE);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).noneMatch(file -> file.toString().contains("x.parquet"));
        }
    }

    private int facts(Path out, Object... more) {
        List<Object> args = new ArrayList<>(List.of("facts", "--data", data, "--out", out));
        args.addAll(List.of(more));
        return line.tic(args.toArray());
    }

    private static List<Row> rows(Path file) throws IOException {
        try (ParquetRows rows = ParquetRows.open(file, FactColumns.FACT_TABLE)) {
            return rows.stream().toList();
        }
    }

    private static Row file(String id, LocalDate updated) {
        Row row = row(Tables.FILES, "file_id", id, "payer_uuid", PAYER, "source_url", "u", "content_sha256", "0");
        row.set("kind", "in-network-rates")
                .set("ledger", "{}")
                .set("run_id", "r")
                .set("last_updated_on", updated);
        row.set("processed_at", Instant.parse("2026-06-03T12:00:00Z"));
        for (String count :
                List.of("content_bytes", "prices_seen", "prices_written", "prices_filtered", "prices_rejected")) {
            row.set(count, 0L);
        }
        return row;
    }

    private static Row rate(String file, String code, String price) {
        return row(
                Tables.RATES,
                "file_id",
                file,
                "payer_uuid",
                PAYER,
                "provider_set_id",
                "s",
                "billing_code_type",
                "CPT",
                "billing_code",
                code,
                "negotiated_type",
                "negotiated",
                "negotiated_rate",
                new BigDecimal(price));
    }

    private void write(Row... rows) throws IOException {
        try (TableWriter writer = new TableFolder(data, ParquetFormat.defaults()).batches(rows[0].schema())) {
            for (Row row : rows) {
                writer.write(row);
            }
            writer.commit();
        }
    }

    private static Row row(TableSchema table, Object... namesAndValues) {
        Row row = new Row(table);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            row.set((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return row;
    }
}
