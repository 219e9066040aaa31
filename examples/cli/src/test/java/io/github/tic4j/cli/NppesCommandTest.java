package io.github.tic4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.github.tic4j.nppes.fact.NppesColumns;
import io.github.tic4j.parquet.ParquetFormat;
import io.github.tic4j.parquet.ParquetRows;
import io.github.tic4j.table.Row;
import io.github.tic4j.table.TableFolder;
import io.github.tic4j.table.TableWriter;
import io.github.tic4j.table.Tables;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NppesCommandTest {

    private static final long IN_SNAPSHOT = 1234567893L;
    private static final long IN_REGISTRY = 1679576722L;
    private static final long NOWHERE = 1558598797L;

    @TempDir
    Path folder;

    private final Terminal line = new Terminal();
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private HttpServer registry;

    @BeforeEach
    void start() throws IOException {
        registry = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        registry.createContext("/api/", exchange -> {
            String query = exchange.getRequestURI().getQuery();
            asked.add(query.replaceAll(".*number=(\\d+).*", "$1"));
            String result = query.contains("number=" + IN_REGISTRY)
                    ? "{\"number\":\"" + IN_REGISTRY + "\",\"enumeration_type\":\"NPI-2\",\"basic\":"
                            + "{\"organization_name\":\"OAK LABS\",\"status\":\"A\"}}"
                    : "";
            byte[] body = ("{\"result_count\":" + (result.isEmpty() ? 0 : 1) + ",\"results\":[" + result + "]}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        registry.start();
    }

    @AfterEach
    void stop() {
        registry.stop(0);
    }

    @Test
    void buildsUpdatesAndFinds() throws IOException {
        Path snapshot = folder.resolve("snapshot");

        assertThat(line.tic(
                        "nppes", "build", BulkZips.monthly(folder, "PEORIA", IN_SNAPSHOT, NOWHERE), "--out", snapshot))
                .isEqualTo(ExitCode.FINE);
        assertThat(line.printed()).contains("providers");
        assertThat(line.tic("nppes", "update", BulkZips.weekly(folder, "JOLIET", IN_SNAPSHOT), "--snapshot", snapshot))
                .isEqualTo(ExitCode.FINE);
        assertThat(line.tic("nppes", "find", IN_SNAPSHOT, NOWHERE, "--snapshot", snapshot))
                .isEqualTo(ExitCode.FINE);

        assertThat(line.printed().lines()).hasSize(2);
        assertThat(line.printed().lines().findFirst().orElseThrow())
                .contains("\"number\":\"1234567893\"", "\"city\":\"JOLIET\"");
        assertThat(asked).isEmpty();
    }

    @Test
    void findAsksTheRegistryForWhatTheSnapshotLacks() throws IOException {
        Path snapshot = folder.resolve("snapshot");
        line.tic("nppes", "build", BulkZips.monthly(folder, "PEORIA", IN_SNAPSHOT), "--out", snapshot);

        int code = line.tic("nppes", "find", IN_SNAPSHOT, IN_REGISTRY, NOWHERE, "--snapshot", snapshot, "--api", api());

        assertThat(code).isEqualTo(ExitCode.FINDINGS);
        assertThat(line.printed()).contains("CLINIC 93", "OAK LABS");
        assertThat(line.complained()).isEqualTo("tic: no provider has the NPI 1558598797\n");
        assertThat(asked).containsExactly("1679576722", "1558598797");
    }

    @Test
    void aWrongNpiAndAMissingCommandAreUsageErrors() {
        assertThat(line.tic("nppes", "find", "123")).isEqualTo(ExitCode.USAGE);
        assertThat(line.complained()).contains("Not an NPI: \"123\"");
        assertThat(line.tic("nppes")).isEqualTo(ExitCode.USAGE);
        assertThat(line.complained()).contains("Missing a command: build, update, find or backfill");
    }

    @Test
    void backfillWritesProvidersStatisticsAndFailures() throws IOException {
        Path data = tables(0, IN_SNAPSHOT, IN_REGISTRY, NOWHERE);
        Path snapshot = folder.resolve("snapshot");
        line.tic("nppes", "build", BulkZips.monthly(folder, "PEORIA", IN_SNAPSHOT), "--out", snapshot);
        Path out = folder.resolve("nppes_data");

        int code = backfill(data, out, "--snapshot", snapshot.toString());

        assertThat(code).isEqualTo(ExitCode.FINDINGS);
        assertThat(line.complained()).contains("66.7 % of the NPIs are known, 95.0 % were to be");
        assertThat(Files.readString(out.resolve("failed_npis.json")))
                .contains("{\"npi\":\"0\",\"state\":\"INVALID\"", "{\"npi\":\"1558598797\",\"state\":\"NOT_FOUND\"");
        assertThat(Files.readString(out.resolve("nppes_statistics.json")))
                .isEqualTo(line.printed())
                .contains("\"found\" : 2", "\"not_found\" : 1", "\"invalid\" : 1", "\"passed\" : false")
                .contains("\"CACHE\" : 0".replace("\"CACHE\" : 0", "\"SNAPSHOT\" : 1"));
        assertThat(providers(out)).containsExactly("1234567893 CLINIC 93 PEORIA", "1679576722 OAK LABS null");
    }

    @Test
    void backfillStartedAgainAsksNothingTwice() throws IOException {
        Path data = tables(IN_REGISTRY, NOWHERE);
        Path out = folder.resolve("nppes_data");

        assertThat(backfill(data, out, "--limit", "1")).isEqualTo(ExitCode.FINDINGS);
        assertThat(backfill(data, out, "--minimum-success", "0.5")).isEqualTo(ExitCode.FINE);
        assertThat(backfill(data, out, "--minimum-success", "0.5")).isEqualTo(ExitCode.FINE);

        assertThat(asked).containsExactlyInAnyOrder("1558598797", "1679576722");
        assertThat(providers(out)).containsExactly("1679576722 OAK LABS null");
    }

    @Test
    void backfillRefusesAFolderWithoutNpisAndAnOddDelay() throws IOException {
        Files.createDirectories(folder.resolve("empty"));

        assertThat(backfill(folder.resolve("empty"), folder.resolve("out"))).isEqualTo(ExitCode.USAGE);
        assertThat(line.complained()).contains("neither table provider_groups nor providers");
        assertThat(backfill(folder.resolve("absent"), folder.resolve("out"))).isEqualTo(ExitCode.UNREACHABLE);
        assertThat(backfill(folder, folder.resolve("out"), "--request-delay", "0"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(line.complained()).contains("--request-delay is more than 0 seconds, not 0.0");
    }

    private int backfill(Path data, Path out, String... more) {
        List<Object> args = new ArrayList<>(List.of("nppes", "backfill", "--data", data, "--out", out, "--api", api()));
        args.addAll(List.of("--request-delay", "0.001", "--max-retries", "0"));
        if (!List.of(more).contains("--request-delay")) {
            args.addAll(List.of(more));
        } else {
            args.set(args.indexOf("0.001"), more[1]);
        }
        return line.tic(args.toArray());
    }

    private URI api() {
        return URI.create("http://localhost:" + registry.getAddress().getPort() + "/api/");
    }

    private Path tables(long... npis) throws IOException {
        Path root = folder.resolve("run");
        try (TableWriter writer = new TableFolder(root, ParquetFormat.defaults()).batches(Tables.PROVIDER_GROUPS)) {
            for (long npi : npis) {
                writer.write(new Row(Tables.PROVIDER_GROUPS)
                        .set("group_id", "g" + npi)
                        .set("npi", List.of(npi))
                        .set("npi_count", 1L));
            }
            writer.commit();
        }
        return root;
    }

    private static List<String> providers(Path out) throws IOException {
        List<String> providers = new ArrayList<>();
        try (ParquetRows rows =
                ParquetRows.open(out.resolve("nppes_providers.parquet"), NppesColumns.NPPES_PROVIDERS)) {
            rows.forEach(row ->
                    providers.add(row.value("npi") + " " + row.value("provider_name") + " " + row.value("city")));
        }
        return providers;
    }
}
