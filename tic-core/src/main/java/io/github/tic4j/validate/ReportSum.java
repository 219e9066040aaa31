package io.github.tic4j.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Adds reports up, each at the cost of what it holds, however much has been added before. */
final class ReportSum {

    private final QualityRules rules;
    private final List<FileSummary> files = new ArrayList<>();
    private final Map<String, RuleFindings> findings = new TreeMap<>();
    private final PriceSketches sketches = new PriceSketches();
    private final List<String> notes = new ArrayList<>();

    /** The sum of nothing, under the rules that are to hold for it. */
    ReportSum(QualityRules rules) {
        this.rules = rules;
    }

    void add(QualityReport report) {
        files.addAll(report.files());
        for (RuleFindings found : report.findings()) {
            findings.merge(found.rule(), found, (some, more) -> some.plus(more, rules.maxSamples()));
        }
        sketches.addAll(report.sketches());
        notes.addAll(report.notes());
    }

    /** The report on all that was added; what is added later does not change it. */
    QualityReport report() {
        PriceSketches copy = new PriceSketches();
        copy.addAll(sketches);
        return new QualityReport(rules, files, List.copyOf(findings.values()), copy, notes);
    }
}
