package io.github.tic4j.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tic4j.mrf.Finding.Severity;
import io.github.tic4j.mrf.IdRule;
import io.github.tic4j.payer.PayerHandlers;
import io.github.tic4j.payer.Quirks;
import io.github.tic4j.pipeline.FileResult.Outcome;
import io.github.tic4j.spi.PayerHandler;
import io.github.tic4j.table.TextFormat;
import io.github.tic4j.validate.FileSummary;
import io.github.tic4j.validate.QualityRule;
import io.github.tic4j.validate.QualityRules;
import io.github.tic4j.validate.RuleFindings;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run makes of rules. */
class RunQualityTest {

    private static final Instant START = Instant.parse("2026-11-20T08:00:00Z");

    @TempDir
    Path folder;

    private Mrfs mrfs;
    private Path out;

    @BeforeEach
    void write() throws IOException {
        out = folder.resolve("out");
        mrfs = new Mrfs(folder.resolve("in"));
        mrfs.write("a.json", 1);
        mrfs.write("b.json.gz", 2);
        mrfs.write("c.json", 3);
    }

    @Test
    void pricesThatBreakARuleAreRejectedAndReported() throws IOException {
        QualityRules rules = QualityRules.builder()
                .rateRange(new BigDecimal("0.01"), new BigDecimal("50"))
                .severity(QualityRule.RATE_RANGE, Severity.ERROR)
                .build();
        RunReport report = run(options(out).rules(rules));

        assertThat(report.prices().isBalanced()).isTrue();
        assertThat(report.prices().seen()).isEqualTo(mrfs.prices());
        long rejected = report.prices().rejected().get("rate-range");
        assertThat(rejected).isPositive();
        assertThat(Folders.rows(out, "rejects")).isEqualTo(report.prices().rejectedTotal());
        assertThat(Folders.rows(out, "rates")).isEqualTo(report.prices().delivered());
        assertThat(report.quality().orElseThrow().files()).hasSize(3);
        String json = Files.readString(out.resolve("quality_report.json"));
        assertThat(json).contains("rate-range");

        assertThat(outcomes(run(options(out).rules(rules)))).containsOnly(Outcome.UNCHANGED);
        assertThat(out.resolve("quality_report.json")).content().isEqualTo(json);
        assertThat(outcomes(run(options(out)))).as("other rules").containsOnly(Outcome.COMMITTED);
    }

    @Test
    void theQualityReportIsAboutAllFilesWhicheverRunReadThem() throws IOException {
        PipelineOptions.Builder options = options(out).rules(QualityRules.defaults());
        run(options.maxFilesPerPayer(2));
        RunReport report = run(options.maxFilesPerPayer(3));

        assertThat(outcomes(report)).containsExactly(Outcome.UNCHANGED, Outcome.UNCHANGED, Outcome.COMMITTED);
        Path fresh = folder.resolve("fresh");
        run(options(fresh).rules(QualityRules.defaults()));
        assertThat(out.resolve("quality_report.json")).hasSameTextualContentAs(fresh.resolve("quality_report.json"));
    }

    @Test
    void aLostReportOnAFileMeansReadingItAgainAndADamagedOneIsAWarning() throws IOException {
        PipelineOptions.Builder options = options(out).rules(QualityRules.defaults());
        run(options);
        List<Path> kept;
        try (Stream<Path> files = Files.list(out.resolve(".quality"))) {
            kept = files.sorted().toList();
        }
        Files.delete(kept.get(0));
        Files.writeString(kept.get(1), "?");
        RunReport report = run(options);

        assertThat(outcomes(report)).containsOnlyOnce(Outcome.COMMITTED).contains(Outcome.UNCHANGED);
        assertThat(report.quality().orElseThrow().files()).hasSize(2);
        assertThat(report.warnings()).singleElement().asString().matches("quality_report.json says nothing of .*: .+");
    }

    @Test
    void aFileThatIsNotReadAgainStaysJudgedAsOfTheDayOnWhichItWas() throws IOException {
        PipelineOptions.Builder options = options(out).rules(QualityRules.defaults());
        run(options.maxFilesPerPayer(2));
        RunReport report = run(options.maxFilesPerPayer(3).startedAt(START.plus(Duration.ofDays(400))));

        assertThat(outcomes(report)).containsExactly(Outcome.UNCHANGED, Outcome.UNCHANGED, Outcome.COMMITTED);
        LocalDate before = LocalDate.of(2026, 11, 20);
        assertThat(report.quality().orElseThrow().files())
                .extracting(FileSummary::asOf)
                .containsExactly(before, before, before.plusDays(400));
        assertThat(report.quality().orElseThrow().toHtml()).contains("judged as of 2026-11-20 to 2027-12-25");
        assertThat(out.resolve("quality_report.json"))
                .content()
                .containsOnlyOnce("\"as_of\" : \"2027-12-25\"")
                .contains("\"as_of\" : \"2026-11-20\"");
    }

    @Test
    void aFileThatFailsIsNotInTheQualityReport() throws IOException {
        PipelineOptions.Builder options = options(out).rules(QualityRules.defaults());
        run(options);
        Files.writeString(folder.resolve("in/c.json"), "{\"in_network\": [");
        RunReport report = run(options);

        assertThat(outcomes(report)).containsExactly(Outcome.UNCHANGED, Outcome.UNCHANGED, Outcome.FAILED);
        assertThat(report.quality().orElseThrow().files()).hasSize(2);
    }

    @Test
    void aPayersIdsMayDifferInNotationIfItsHandlerSaysSo() throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve("ids")).resolve("a.json"), """
                {"reporting_entity_name": "Acme", "in_network": [{"negotiation_arrangement": "ffs", "name": "N",
                  "billing_code_type": "CPT", "billing_code_type_version": "2026", "billing_code": "99213", "description": "D",
                  "negotiated_rates": [{"provider_references": [690.10], "negotiated_prices": [{"negotiated_type": "negotiated",
                   "negotiated_rate": 81.5, "expiration_date": "9999-12-31", "billing_class": "professional"}]}]}],
                 "provider_references": [{"provider_group_id": 690.1, "provider_groups": [
                  {"npi": [1234567893], "tin": {"type": "ein", "value": "12-3456789"}}]}]}
                """);
        PayerHandler byNumber = new PayerHandler() {
            @Override
            public String name() {
                return "decimal";
            }

            @Override
            public Set<String> payers() {
                return Set.of("decimal");
            }

            @Override
            public Quirks quirks() {
                return Quirks.builder().ids(IdRule.NUMBER).build();
            }
        };
        PipelineOptions.Builder options = PipelineOptions.builder(out)
                .payer("decimal", folder.resolve("ids").toString())
                .format(TextFormat.CSV)
                .rules(QualityRules.defaults());

        assertThat(findings(run(options))).contains("dangling-reference", "unused-reference");
        RunReport report =
                run(options.handlers(PayerHandlers.builder().register(byNumber).build()));
        assertThat(outcomes(report)).containsExactly(Outcome.COMMITTED);
        assertThat(findings(report)).doesNotContain("dangling-reference", "unused-reference");
        assertThat(out.resolve("provider_sets/provider_sets_batch_001.csv"))
                .content()
                .contains("690.10");
        assertThat(Folders.rows(out, "organizations")).isOne();
    }

    private static List<String> findings(RunReport report) {
        return report.quality().orElseThrow().findings().stream()
                .map(RuleFindings::rule)
                .toList();
    }

    private PipelineOptions.Builder options(Path to) {
        return PipelineOptions.builder(to)
                .payer("acme", folder.resolve("in").toString())
                .format(TextFormat.CSV)
                .startedAt(START);
    }

    private static RunReport run(PipelineOptions.Builder options) throws IOException {
        return Pipeline.of(options.build()).run();
    }

    private static List<Outcome> outcomes(RunReport report) {
        return report.files().stream().map(FileResult::outcome).toList();
    }
}
