package io.github.tic4j.cli;

import io.github.tic4j.mrf.CodeList;
import io.github.tic4j.mrf.Finding;
import io.github.tic4j.mrf.Finding.Severity;
import io.github.tic4j.source.Source;
import io.github.tic4j.source.Sources;
import io.github.tic4j.validate.FileSummary;
import io.github.tic4j.validate.QualityReport;
import io.github.tic4j.validate.QualityRules;
import io.github.tic4j.validate.RuleFindings;
import io.github.tic4j.validate.SchemaProfile;
import io.github.tic4j.validate.SchemaScope;
import io.github.tic4j.validate.Validator;
import io.github.tic4j.validate.Verdict;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tic validate}: holds files to CMS's schemas and to quality rules. */
@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        description = "Holds files to CMS's schemas and to quality rules.")
final class ValidateCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "FILE|URL", description = "The files, gzipped, zipped or plain.")
    private List<String> files = new ArrayList<>();

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            description = "auto (the default), v1.0.0, v1.3.3, v1.6.2, v2.0.0, v2.1.0 or v2.2.0.")
    private String profile = "auto";

    @Option(names = "--strict-readme", description = "Hold files also to what only the specification's prose says.")
    private boolean strictReadme;

    @Option(names = "--schema-only", description = "Leave out the rules that look at what a file says; faster.")
    private boolean schemaOnly;

    @Option(
            names = "--codes",
            paramLabel = "FILE",
            description = "Codes that a file may have: TYPE,CODE or CODE lines.")
    private @Nullable Path codes;

    @Option(names = "--min-rate", paramLabel = "DOLLARS", description = "The lowest amount in range; default 0.01.")
    private BigDecimal minRate = new BigDecimal("0.01");

    @Option(names = "--max-rate", paramLabel = "DOLLARS", description = "The highest amount in range; default 100000.")
    private BigDecimal maxRate = new BigDecimal("100000");

    @Option(names = "--max-findings", paramLabel = "N", description = "How many of each rule to show; default 20.")
    private int maxFindings = 20;

    @Option(names = "--json", paramLabel = "FILE|-", description = "Where to write the report as JSON.")
    private @Nullable String json;

    @Option(names = "--html", paramLabel = "FILE", description = "Where to write the report as a page.")
    private @Nullable Path html;

    @Option(
            names = "--fail-on",
            paramLabel = "SEVERITY",
            description = "From which severity on the exit code is 1: error (the default), warning or info.")
    private Severity failOn = Severity.ERROR;

    private final Output output;

    ValidateCommand(Output output) {
        this.output = output;
    }

    @Override
    public Integer call() throws IOException {
        QualityRules rules = rules();
        QualityReport report = QualityReport.empty(rules);
        for (String file : files) {
            Source source = Sources.of(file);
            try (ProgressLine progress = ProgressLine.of(source.name(), source.size(), output.err())) {
                report = report.plus(Validator.validate(progress.counting(source), rules));
            }
        }
        if (json != null && !json.equals("-")) {
            Files.writeString(Path.of(json), report.toJson());
        }
        if (html != null) {
            Files.writeString(html, report.toHtml());
        }
        if ("-".equals(json)) {
            output.out().print(report.toJson());
        } else {
            print(report);
        }
        return exitCode(report);
    }

    private QualityRules rules() throws IOException {
        SchemaProfile schema = SchemaProfile.of(profile);
        QualityRules.Builder rules = schemaOnly
                ? QualityRules.schemaOnly(schema).toBuilder()
                : QualityRules.builder().profile(schema);
        if (codes != null) {
            rules.listedCodes(CodeList.read(codes));
        }
        return rules.schemaScope(strictReadme ? SchemaScope.README : SchemaScope.KEYWORDS)
                .rateRange(minRate, maxRate)
                .maxSamples(maxFindings)
                .build();
    }

    private int exitCode(QualityReport report) {
        if (report.verdict() == Verdict.BROKEN) {
            return ExitCode.BROKEN_INPUT;
        }
        boolean found =
                report.findings().stream().anyMatch(rule -> rule.severity().compareTo(failOn) >= 0);
        return found ? ExitCode.FINDINGS : ExitCode.FINE;
    }

    private void print(QualityReport report) {
        PrintStream out = output.out();
        for (FileSummary file : report.files()) {
            out.printf(
                    Locale.ROOT,
                    "%s: %s, held to %s, %,d prices, %.2f %% complete, %.2f %% accurate%n",
                    file.source(),
                    lower(file.verdict()),
                    file.profile() == null ? "no schema" : file.profile(),
                    file.prices().seen(),
                    file.prices().completeness(),
                    file.prices().accuracy());
            if (file.broken() != null) {
                out.println("  broken: " + file.broken());
            }
        }
        for (RuleFindings rule : report.findings()) {
            out.printf(Locale.ROOT, "%-8s %s: %,d%n", lower(rule.severity()), rule.rule(), rule.count());
            for (RuleFindings.Sample kept : rule.samples()) {
                Finding sample = kept.finding();
                String where = files.size() > 1 ? kept.source() + " " : "";
                String offset = sample.byteOffset() < 0 ? "" : " (byte " + sample.byteOffset() + ")";
                out.println("    " + where + sample.path() + offset + ": " + sample.message());
            }
        }
        report.notes().forEach(note -> out.println("note     " + note));
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
