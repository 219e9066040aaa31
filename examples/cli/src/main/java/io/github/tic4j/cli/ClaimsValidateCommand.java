package io.github.tic4j.cli;

import io.github.tic4j.claims.Claim;
import io.github.tic4j.claims.Remittance;
import io.github.tic4j.claims.layer.Column;
import io.github.tic4j.claims.layer.CsvTables;
import io.github.tic4j.claims.layer.Silver;
import io.github.tic4j.claims.layer.Table;
import io.github.tic4j.claims.layer.TableSink;
import io.github.tic4j.claims.layer.TableWriter;
import io.github.tic4j.claims.read.Sourced;
import io.github.tic4j.claims.rule.ClaimValidator;
import io.github.tic4j.claims.rule.Finding;
import io.github.tic4j.claims.rule.PersonHistory;
import io.github.tic4j.claims.rule.QualityScores;
import io.github.tic4j.claims.rule.QualityTally;
import io.github.tic4j.claims.rule.Report;
import io.github.tic4j.claims.rule.RuleOptions;
import io.github.tic4j.claims.rule.RuleSet;
import io.github.tic4j.claims.rule.RuleTally;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tic claims validate}: judges claims by all rules, and sorts them into usable and not. */
@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        description = "Judges claims by all rules, and sorts them into usable and not.")
final class ClaimsValidateCommand implements Callable<Integer> {

    private static final int MOST_RULES_SHOWN = 15;
    private static final Table OTHER_FINDINGS = new Table(
            "other_findings",
            Stream.of("subject_id", "rule_id", "severity", "path", "message", "related_id")
                    .map(name -> new Column(name, Column.Type.TEXT))
                    .toList());

    @Mixin
    private ClaimsInput input = new ClaimsInput();

    @Option(
            names = "--compare",
            description = "Also judge claims by what they are to each other: duplicates, records of one claim, correct "
                    + "coding. Holds all claims in memory.")
    private boolean compare;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where to write claims, lines, quarantine, findings, refusals and more, as CSV.")
    private @Nullable Path folder;

    private final Output output;
    private final QualityTally otherRules = new QualityTally();
    private long otherErrors;

    ClaimsValidateCommand(Output output) {
        this.output = output;
    }

    @Override
    public Integer call() throws IOException {
        ClaimsPeople people = ClaimsPeople.of(input.openAgain());
        ClaimValidator validator = ClaimValidator.of(RuleSet.standard(), people.reference(), RuleOptions.defaults());
        TableCounts tables = new TableCounts(folder == null ? null : new CsvTables(folder));
        Silver.Summary summary = Silver.write(input::open, validator, tables);
        judgeOthers(people.histories(), validator, tables);
        print(summary);
        tables.print(output.out());
        if (folder != null) {
            Files.writeString(folder.resolve("summary.json"), json(summary) + "\n");
        }
        boolean found = summary.quarantined() > 0 || otherErrors > 0 || input.refusedRows() > 0;
        return found ? ExitCode.FINDINGS : ExitCode.FINE;
    }

    /** Judges what is more than one claim. */
    private void judgeOthers(List<PersonHistory> persons, ClaimValidator validator, TableSink sink) throws IOException {
        try (TableWriter table = sink.open(OTHER_FINDINGS)) {
            for (PersonHistory person : persons) {
                note(validator.check(person), table);
            }
            for (Remittance remittance : input.remittances()) {
                note(validator.check(remittance), table);
            }
            if (compare) {
                note(validator.checkTogether(claims()), table);
            }
            table.commit();
        }
    }

    private List<Claim> claims() throws IOException {
        try (Stream<Sourced<Claim>> claims = input.openAgain().claims()) {
            return claims.map(Sourced::value).toList();
        }
    }

    private void note(Report report, TableWriter table) throws IOException {
        otherRules.add(report);
        otherErrors += report.isUsable() ? 0 : 1;
        for (Finding finding : report.findings()) {
            List<@Nullable Object> row = new ArrayList<>();
            row.add(finding.subjectId());
            row.add(finding.ruleId());
            row.add(finding.severity().name());
            row.add(finding.path());
            row.add(finding.message());
            row.add(finding.relatedId());
            table.write(row);
        }
    }

    private void print(Silver.Summary summary) {
        PrintStream out = output.out();
        out.printf(
                "%,d claims read = %,d accepted + %,d quarantined + %,d delivered before%n",
                summary.read(), summary.accepted(), summary.quarantined(), summary.repeated());
        QualityScores scores = summary.quality().scores();
        out.printf(
                "quality: completeness %s, accuracy %s, validity %s, overall %s%n",
                score(scores.completeness()),
                score(scores.accuracy()),
                score(scores.validity()),
                score(scores.overall()));
        List<RuleTally> failed = failed(summary.quality());
        if (!failed.isEmpty()) {
            out.printf("%n%,d rules failed%n", failed.size());
            TextTable table = new TextTable("rule", "severity", "failed", "of", "percent", "what must hold");
            failed.stream()
                    .limit(MOST_RULES_SHOWN)
                    .forEach(tally -> table.add(
                            tally.rule().id(),
                            tally.rule().severity(),
                            tally.failed(),
                            tally.applicable(),
                            score(tally.failureRate()),
                            tally.rule().reason()));
            table.print(out);
        }
        input.printRefusals(out);
    }

    /** The rules that did not hold, the gravest and most frequent first. */
    private List<RuleTally> failed(QualityTally quality) {
        return Stream.concat(quality.rules().stream(), otherRules.rules().stream())
                .filter(tally -> tally.failed() > 0)
                .sorted(Comparator.comparing((RuleTally tally) -> tally.rule().severity())
                        .thenComparing(RuleTally::failed, Comparator.reverseOrder())
                        .thenComparing(tally -> tally.rule().id()))
                .toList();
    }

    private static String score(@Nullable Double score) {
        return score == null ? "none" : String.format(Locale.ROOT, "%.2f", score);
    }

    private String json(Silver.Summary summary) throws IOException {
        QualityScores scores = summary.quality().scores();
        JsonText json = new JsonText();
        json.field("claims_read", summary.read());
        json.field("claims_accepted", summary.accepted());
        json.field("claims_quarantined", summary.quarantined());
        json.field("claims_delivered_before", summary.repeated());
        json.field("rows_refused", input.refusedRows());
        json.field("values_refused", input.refusedValues());
        json.field("completeness", rounded(scores.completeness()));
        json.field("accuracy", rounded(scores.accuracy()));
        json.field("validity", rounded(scores.validity()));
        json.field("overall", rounded(scores.overall()));
        return json.end();
    }

    private static @Nullable BigDecimal rounded(@Nullable Double score) {
        return score == null ? null : BigDecimal.valueOf(score).setScale(4, RoundingMode.HALF_UP);
    }
}
