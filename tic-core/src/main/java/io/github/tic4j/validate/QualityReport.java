package io.github.tic4j.validate;

import io.github.tic4j.mrf.Finding.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.Stream;

/**
 * What validation has to say about a file, or, as the sum of such reports, about a run.
 *
 * @param rules the rules that were applied
 * @param files the documents, in the order in which they were judged
 * @param findings what was found, by rule
 * @param sketches how the prices are spread
 * @param notes where a bound was hit, so that less was judged than is there
 */
public record QualityReport(
        QualityRules rules,
        List<FileSummary> files,
        List<RuleFindings> findings,
        PriceSketches sketches,
        List<String> notes) {

    /** Copies the lists. */
    public QualityReport {
        files = List.copyOf(files);
        findings = List.copyOf(findings);
        notes = List.copyOf(notes);
    }

    /** The report on nothing, to which others can be added. */
    public static QualityReport empty(QualityRules rules) {
        return new QualityReport(rules, List.of(), List.of(), new PriceSketches(), List.of());
    }

    /**
     * The report on the files of all, in their order.
     *
     * @param rules the rules whose thresholds and bound of samples hold for the sum
     * @param reports what to add up, one at a time, so that not all of them need be in memory
     */
    public static QualityReport sum(QualityRules rules, Stream<QualityReport> reports) {
        ReportSum sum = new ReportSum(rules);
        reports.forEachOrdered(sum::add);
        return sum.report();
    }

    /** The report on the files of both, under the rules of this one. */
    public QualityReport plus(QualityReport other) {
        return sum(rules, Stream.of(this, other));
    }

    /**
     * Writes the report in a form that {@link #load} reads, for one that is to be added to others later. Equal reports give
     * equal bytes.
     */
    public void save(OutputStream out) throws IOException {
        ReportCodec.write(this, out);
    }

    /**
     * A report that was saved.
     *
     * @param in what {@link #save} wrote
     * @param rules the rules that the report is held to from now on: their thresholds and their bound of samples. Findings
     *     stay what they were, those about a file's age too: they are as of {@link FileSummary#asOf}
     * @throws IOException if it is no saved report, or damaged
     */
    public static QualityReport load(InputStream in, QualityRules rules) throws IOException {
        return ReportCodec.read(in, rules);
    }

    /** The prices of all files. */
    public PriceCounts prices() {
        return files.stream().map(FileSummary::prices).reduce(PriceCounts.NONE, PriceCounts::plus);
    }

    /** How many findings have a severity. */
    public long count(Severity severity) {
        return findings.stream()
                .filter(found -> found.severity() == severity)
                .mapToLong(RuleFindings::count)
                .sum();
    }

    /** The worst verdict on a file, or what the thresholds say of all files together if that is worse. */
    public Verdict verdict() {
        PriceCounts prices = prices();
        Verdict verdict = rules.completeness()
                .of(prices.completeness())
                .worse(rules.accuracy().of(prices.accuracy()));
        return files.stream().map(FileSummary::verdict).reduce(verdict, Verdict::worse);
    }

    /** The report as JSON, to be stored as {@code quality_report.json}. */
    public String toJson() {
        return ReportJson.of(this);
    }

    /** The report as a page for people, which needs nothing from elsewhere. */
    public String toHtml() {
        return ReportHtml.of(this);
    }
}
