package io.github.tic4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidateCommandTest {

    private static final String FILE = """
            {"reporting_entity_name": "Acme", "reporting_entity_type": "issuer", "last_updated_on": "2026-11-01", "version": "1.0.0",
             "provider_references": [{"provider_group_id": 1, "provider_groups": [{"npi": [1234567893], "tin": {"type": "ein", "value": "98-7654321"}}]}],
             "in_network": [{"negotiation_arrangement": "ffs", "name": "n", "billing_code_type": "CPT", "billing_code_type_version": "2026",
               "billing_code": "99213", "description": "d", "negotiated_rates": [{"provider_references": [1], "negotiated_prices": [
                {"negotiated_type": "negotiated", "negotiated_rate": %s, "expiration_date": "9999-12-31", "billing_class": "institutional"}]}]}]}
            """;

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int tic(String... args) {
        return Tic.run(
                new Output(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8)),
                args);
    }

    private String file(String rate) throws IOException {
        return Files.writeString(folder.resolve("rates.json"), FILE.formatted(rate))
                .toString();
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void soundFileIsFine() throws IOException {
        assertThat(tic("validate", file("81.50"))).isEqualTo(ExitCode.FINE);
        assertThat(printed()).contains("held to in-network 1.6.2, 1 prices, 100.00 % complete, 100.00 % accurate");
    }

    @Test
    void findingsAtTheSeverityAskedForChangeTheExitCode() throws IOException {
        String large = file("100000.01");
        assertThat(tic("validate", large, "--schema-only")).isEqualTo(ExitCode.FINE);
        assertThat(tic("validate", large, "--fail-on", "warning")).isEqualTo(ExitCode.FINDINGS);
        assertThat(tic("validate", file("0"))).isEqualTo(ExitCode.FINDINGS);
        assertThat(printed()).contains("price-not-positive: 1", "Expected a price above 0, was 0");
    }

    @Test
    void profileDecidesTheSchema() throws IOException {
        assertThat(tic("validate", file("81.50"), "--profile", "v2.2.0", "--schema-only"))
                .isEqualTo(ExitCode.FINDINGS);
        assertThat(printed())
                .contains(
                        "fail, held to in-network 2.2.0", "Expected the key setting", "Expected the key network_name");
        assertThat(tic("validate", file("81.50"), "--profile", "v3")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("No schema profile \"v3\"; there are auto, v1.0.0, v1.3.3");
    }

    @Test
    void readmeAsksForMore() throws IOException {
        String text = FILE.formatted("1").replace("\"ffs\"", "\"bundle\"");
        String bundle = Files.writeString(folder.resolve("bundle.json"), text).toString();
        assertThat(tic("validate", bundle)).isEqualTo(ExitCode.FINE);
        assertThat(tic("validate", bundle, "--strict-readme")).isEqualTo(ExitCode.FINDINGS);
        assertThat(printed()).contains("Expected the key bundled_codes, since negotiation_arrangement is bundle");
    }

    @Test
    void brokenFileHasItsOwnCode() throws IOException {
        Path cut = Files.writeString(folder.resolve("cut.json"), FILE.substring(0, 200));
        assertThat(tic("validate", cut.toString())).isEqualTo(ExitCode.BROKEN_INPUT);
        assertThat(printed()).contains("broken: The document ends before it is complete");
        assertThat(tic("validate", folder.resolve("absent.json").toString())).isEqualTo(ExitCode.UNREACHABLE);
    }

    @Test
    void reportsAreWritten() throws IOException {
        Path json = folder.resolve("quality_report.json");
        Path html = folder.resolve("report.html");
        tic("validate", file("0"), "--max-findings", "0", "--json", json.toString(), "--html", html.toString());
        try (JsonParser parser = new JsonFactory().createParser(json.toFile())) {
            assertThat(parser.nextToken()).isNotNull();
            parser.skipChildren();
            assertThat(parser.nextToken()).isNull();
        }
        assertThat(Files.readString(html)).contains("<title>Quality of ", "</html>");
        assertThat(printed()).contains("price-not-positive: 1").doesNotContain("Expected a price");
    }

    @Test
    void codesOutsideAListAreErrors() throws IOException {
        Path codes = Files.writeString(folder.resolve("codes.txt"), "CPT,99214\n");
        assertThat(tic("validate", file("1"), "--codes", codes.toString())).isEqualTo(ExitCode.FINDINGS);
        assertThat(printed()).contains("Expected a listed code, was CPT 99213");
    }

    @Test
    void progressShowsHowFarReadingIs() throws IOException {
        byte[] content = new byte[16 << 20];
        try (ProgressLine progress = new ProgressLine(
                "big.json",
                OptionalLong.of(content.length),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                true)) {
            try (InputStream in = progress.counting(
                            io.github.tic4j.source.Sources.once("big.json", new ByteArrayInputStream(content)))
                    .open()) {
                in.readNBytes(8 << 20);
            }
        }
        assertThat(printed()).contains("\rbig.json [" + "#".repeat(15) + ".".repeat(15) + "]  50 %");
    }
}
