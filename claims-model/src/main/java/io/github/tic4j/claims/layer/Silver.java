package io.github.tic4j.claims.layer;

import io.github.tic4j.claims.Claim;
import io.github.tic4j.claims.CoverageSpan;
import io.github.tic4j.claims.Patient;
import io.github.tic4j.claims.Provider;
import io.github.tic4j.claims.lifecycle.Deliveries;
import io.github.tic4j.claims.read.ClaimSource;
import io.github.tic4j.claims.read.Lineage;
import io.github.tic4j.claims.read.Refusal;
import io.github.tic4j.claims.read.Sourced;
import io.github.tic4j.claims.rule.ClaimValidator;
import io.github.tic4j.claims.rule.Finding;
import io.github.tic4j.claims.rule.QualityTally;
import io.github.tic4j.claims.rule.Report;
import io.github.tic4j.claims.rule.RuleTally;
import io.github.tic4j.claims.rule.Severity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The second layer: typed records that passed validation, as {@link ClaimTables}. A claim with a finding of severity
 * ERROR goes to {@code quarantine} with the ids of its rules instead; a claim that was delivered before with the same
 * content is dropped and counted. Beside them stand {@code findings}, {@code refusals} and, by rule,
 * {@code quality_result}. No row is lost uncounted.
 */
public final class Silver {

    private record Judged(Claim claim, List<Lineage> lineage, List<Finding> findings) {}

    private static final RowMapping<Judged> QUARANTINE = new RowMapping<Judged>("quarantine")
            .text("claim_id", row -> row.claim().id())
            .text(
                    "rule_ids",
                    row -> row.findings().stream()
                            .filter(finding -> finding.severity() == Severity.ERROR)
                            .map(Finding::ruleId)
                            .distinct()
                            .collect(Collectors.joining(" ")))
            .text(
                    "source_rows",
                    row -> row.lineage().stream().map(Lineage::toString).collect(Collectors.joining(" ")));

    private static final RowMapping<Finding> FINDINGS = new RowMapping<Finding>("findings")
            .text("claim_id", Finding::subjectId)
            .text("rule_id", Finding::ruleId)
            .word("severity", Finding::severity)
            .text("path", Finding::path)
            .text("message", Finding::message);

    private static final RowMapping<Refusal> REFUSALS = new RowMapping<Refusal>("refusals")
            .text("source_file", refusal -> refusal.lineage().source())
            .integer("source_line", refusal -> refusal.lineage().line())
            .text("column_name", Refusal::column)
            .text("raw", Refusal::raw)
            .text("reason", Refusal::reason);

    private static final RowMapping<RuleTally> QUALITY = new RowMapping<RuleTally>("quality_result")
            .text("rule_id", tally -> tally.rule().id())
            .word("severity", tally -> tally.rule().severity())
            .word("dimension", tally -> tally.rule().dimension())
            .integer("passed", RuleTally::passed)
            .integer("failed", RuleTally::failed)
            .integer("not_applicable", RuleTally::notApplicable)
            .integer("errors", RuleTally::errors)
            .integer("applicable", RuleTally::applicable)
            .decimal("failed_percent", tally -> percent(tally.failureRate()));

    /**
     * What became of the claims.
     *
     * @param read claims read
     * @param accepted claims in {@code claims}
     * @param quarantined claims set aside
     * @param repeated claims dropped as delivered before
     * @param quality the results of all rules
     */
    public record Summary(long read, long accepted, long quarantined, long repeated, QualityTally quality) {}

    /** Opens a source with a listener for what it refuses, such as {@code told -> format.open(path, told)}. */
    @FunctionalInterface
    public interface Opener {

        /** Opens the source. */
        ClaimSource open(Consumer<Refusal> refusals) throws IOException;
    }

    private final OpenTables own;
    private final ClaimTables tables;
    private final ClaimValidator validator;
    private final Deliveries deliveries = new Deliveries();
    private final QualityTally quality = new QualityTally();
    private long read;
    private long accepted;
    private long quarantined;
    private long repeated;

    private Silver(OpenTables own, ClaimTables tables, ClaimValidator validator) {
        this.own = own;
        this.tables = tables;
        this.validator = validator;
    }

    /** Reads, validates and writes all tables of the layer. */
    public static Summary write(Opener opener, ClaimValidator validator, TableSink sink) throws IOException {
        try (OpenTables own = new OpenTables(sink);
                ClaimTables tables = ClaimTables.open(sink)) {
            own.open(QUARANTINE, FINDINGS, REFUSALS, QUALITY);
            Silver silver = new Silver(own, tables, validator);
            silver.run(opener.open(silver::refuse));
            own.writeAll(QUALITY, silver.quality.rules());
            tables.commit();
            own.commit();
            return new Summary(silver.read, silver.accepted, silver.quarantined, silver.repeated, silver.quality);
        }
    }

    private void run(ClaimSource source) throws IOException {
        try (Stream<Sourced<Claim>> claims = source.claims()) {
            for (Iterator<Sourced<Claim>> each = claims.iterator(); each.hasNext(); ) {
                judge(each.next());
            }
        }
        try (Stream<Sourced<Patient>> patients = source.patients()) {
            for (Iterator<Sourced<Patient>> each = patients.iterator(); each.hasNext(); ) {
                tables.write(each.next().value());
            }
        }
        try (Stream<Sourced<Provider>> providers = source.providers()) {
            for (Iterator<Sourced<Provider>> each = providers.iterator(); each.hasNext(); ) {
                tables.write(each.next().value());
            }
        }
        try (Stream<Sourced<CoverageSpan>> coverage = source.coverage()) {
            for (Iterator<Sourced<CoverageSpan>> each = coverage.iterator(); each.hasNext(); ) {
                tables.write(each.next().value());
            }
        }
    }

    private void judge(Sourced<Claim> sourced) throws IOException {
        Claim claim = sourced.value();
        read++;
        if (deliveries.accept(claim) == Deliveries.Delivery.REPEATED) {
            repeated++;
            return;
        }
        Report report = validator.check(claim);
        quality.add(report);
        for (Finding finding : report.findings()) {
            own.write(FINDINGS, finding);
        }
        if (report.isUsable()) {
            accepted++;
            tables.write(claim);
        } else {
            quarantined++;
            own.write(QUARANTINE, new Judged(claim, sourced.lineage(), report.findings()));
        }
    }

    private void refuse(Refusal refusal) {
        try {
            own.write(REFUSALS, refusal);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable BigDecimal percent(@Nullable Double rate) {
        return rate == null ? null : BigDecimal.valueOf(rate).setScale(4, RoundingMode.HALF_UP);
    }
}
