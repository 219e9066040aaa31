package io.github.tic4j.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tic4j.mrf.Finding.Severity;
import io.github.tic4j.mrf.MrfKind;
import io.github.tic4j.mrf.Price;
import io.github.tic4j.source.Source;
import io.github.tic4j.source.Sources;
import io.github.tic4j.spi.Rule;
import io.github.tic4j.testing.MrfGenerator;
import io.github.tic4j.testing.MrfSpec;
import io.github.tic4j.testing.SharedData;
import io.github.tic4j.testing.Streams;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValidatorTest {

    private static final String HEADER = "\"reporting_entity_name\":\"a\",\"reporting_entity_type\":\"b\","
            + "\"version\":\"%s\",\"last_updated_on\":\"2026-11-01\"";
    private static final String GROUPS =
            "{\"provider_groups\":[{\"npi\":[1234567893],\"tin\":{\"type\":\"ein\",\"value\":\"98-7654321\"}}],\"version\":\"1\"}";

    private static Source source(String name, byte[] content) {
        return Sources.of(name, () -> new ByteArrayInputStream(content));
    }

    private static Source source(String text) {
        return source("test.json", text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] generated() throws IOException {
        return MrfGenerator.generate(MrfSpec.builder()
                        .items(30)
                        .providerReferences(20)
                        .codes(100)
                        .build())
                .bytes();
    }

    @Test
    void generatedFileConformsAndItsPricesAreAllJudged() throws IOException {
        MrfGenerator.Generated file = MrfGenerator.generate(
                MrfSpec.builder().items(30).providerReferences(20).codes(100).build());
        QualityReport report = Validator.validate(source("test.json", file.bytes()), QualityRules.defaults());
        assertThat(report.findings()).noneMatch(found -> found.rule().startsWith("schema-"));
        FileSummary summary = report.files().get(0);
        assertThat(summary.prices().seen()).isEqualTo(file.truth().all().prices());
        assertThat(summary.bytes()).isEqualTo(file.bytes().length);
        assertThat(summary.profile()).isEqualTo("in-network 2.2.0");
    }

    @Test
    void truncatedFileIsBrokenAndSaysWhere() throws IOException {
        byte[] whole = generated();
        Source cut =
                Sources.of("cut.json", () -> Streams.truncatedAt(new ByteArrayInputStream(whole), whole.length / 2));
        QualityReport report = Validator.validate(cut, QualityRules.defaults());
        assertThat(report.verdict()).isEqualTo(Verdict.BROKEN);
        assertThat(report.files()).singleElement().satisfies(file -> {
            assertThat(file.broken()).contains("The document ends before it is complete", "cut.json");
            assertThat(file.prices().seen()).isPositive();
        });
        assertThat(report.findings()).noneMatch(found -> found.rule().equals("dangling-reference"));
    }

    @Test
    void gzipThatIsCutOffIsBrokenAndKeepsWhatWasFoundBefore() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(("{" + HEADER.formatted("2") + ",\"in_network\":[7,").getBytes(StandardCharsets.UTF_8));
            gzip.write(generated());
        }
        byte[] cut = Arrays.copyOf(bytes.toByteArray(), bytes.size() / 2);
        QualityReport report = Validator.validate(source("cut.json.gz", cut), QualityRules.defaults());
        assertThat(report.verdict()).isEqualTo(Verdict.BROKEN);
        assertThat(report.files())
                .singleElement()
                .satisfies(file -> assertThat(file.broken()).contains("cut.json.gz"));
        assertThat(report.findings()).anyMatch(found -> found.rule().equals("schema-type"));
    }

    @Test
    void whatIsNoJsonIsBroken() throws IOException {
        QualityReport report = Validator.validate(source("<html>Not found</html>"), QualityRules.defaults());
        assertThat(report.verdict()).isEqualTo(Verdict.BROKEN);
        assertThat(report.files().get(0).broken()).contains("Content is not JSON");
    }

    @Test
    void documentWithoutEndKeepsWhatWasFoundBefore() throws IOException {
        String text = "{" + HEADER.formatted("2") + ",\"in_network\":[7,{]}";
        QualityReport report = Validator.validate(source(text), QualityRules.defaults());
        assertThat(report.verdict()).isEqualTo(Verdict.BROKEN);
        assertThat(report.findings()).anyMatch(found -> found.rule().equals("schema-type"));
    }

    @Test
    void everyDocumentOfAnArchiveIsJudged() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("a.json"));
            zip.write(generated());
            zip.putNextEntry(new ZipEntry("b.json"));
            zip.write(GROUPS.getBytes(StandardCharsets.UTF_8));
        }
        QualityReport report = Validator.validate(source("all.zip", bytes.toByteArray()), QualityRules.defaults());
        assertThat(report.files())
                .extracting(FileSummary::source)
                .containsExactly("all.zip!/a.json", "all.zip!/b.json");
        assertThat(report.files())
                .extracting(FileSummary::kind)
                .containsExactly(MrfKind.IN_NETWORK, MrfKind.PROVIDER_REFERENCE);
    }

    @ParameterizedTest
    @CsvSource({
        "1.0.0, , in-network 1.6.2",
        "2.0.1, , in-network 2.2.0",
        "1.0.0, '\"issuer_name\":\"i\",', in-network 2.2.0"
    })
    void autoChoosesTheLineByFeatures(String version, String extra, String expected) throws IOException {
        String text = "{" + (extra == null ? "" : extra) + HEADER.formatted(version) + ",\"in_network\":[]}";
        QualityReport report = Validator.validate(source(text), QualityRules.schemaOnly(SchemaProfile.AUTO));
        assertThat(report.files().get(0).profile()).isEqualTo(expected);
    }

    @Test
    void allowedAmountsWithoutTheirKeyAreToldByTheName() throws IOException {
        Source file =
                source("x_allowed-amounts.json", ("{" + HEADER.formatted("1") + "}").getBytes(StandardCharsets.UTF_8));
        QualityReport report = Validator.validate(file, QualityRules.schemaOnly(SchemaProfile.AUTO));
        assertThat(report.verdict()).isEqualTo(Verdict.PASS);
        assertThat(report.files().get(0).profile()).isEqualTo("allowed-amounts 1.6.2");
    }

    @Test
    void versionWithoutAKindOfFileFindsThat() throws IOException {
        QualityReport report = Validator.validate(source(GROUPS), QualityRules.schemaOnly(SchemaProfile.V2_1_0));
        assertThat(report.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(report.findings()).singleElement().satisfies(found -> {
            assertThat(found.rule()).isEqualTo("schema-kind");
            assertThat(found.samples().get(0).finding().message()).contains("it has no provider-reference file");
        });
    }

    @Test
    void drugFilesAreHeldToNoSchema() throws IOException {
        QualityReport report = Validator.validate(source("{\"drugs\":[]}"), QualityRules.defaults());
        assertThat(report.files().get(0).profile()).isNull();
        assertThat(report.notes()).singleElement().asString().contains("no schema is in force for drug files");
    }

    @Test
    void everySampleOfTheNewestVersionConformsByItself() throws IOException {
        Path examples = SharedData.require("tic/cms/v2.2.0/examples");
        try (var files = Files.walk(examples)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".json")).toList()) {
                QualityReport report =
                        Validator.validate(Sources.of(file), QualityRules.schemaOnly(SchemaProfile.V2_2_0));
                assertThat(report.verdict()).as(file + ": " + report.findings()).isEqualTo(Verdict.PASS);
            }
        }
    }

    @Test
    void sourceThatFailsIsAnException() throws IOException {
        byte[] whole = generated();
        Source failing =
                Sources.of("failing.json", () -> Streams.failingAt(new ByteArrayInputStream(whole), whole.length / 2));
        assertThatThrownBy(() -> Validator.validate(failing, QualityRules.defaults()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("failed at byte");
    }

    @Test
    void whatARuleThrowsEndsTheValidation() throws IOException {
        Rule failing = new Rule() {
            @Override
            public String id() {
                return "acme-failing";
            }

            @Override
            public Severity severity() {
                return Severity.INFO;
            }

            @Override
            public void price(Price price, Report report) {
                throw new UncheckedIOException(new IOException("the rule's own table is gone"));
            }
        };
        Source file = source("test.json", generated());
        QualityRules rules = QualityRules.builder().rule(failing).build();
        assertThatThrownBy(() -> Validator.validate(file, rules))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("the rule's own table is gone");
    }
}
