package io.github.tic4j.validate;

import io.github.tic4j.internal.scan.SchemaFindings;
import io.github.tic4j.mrf.Finding;
import io.github.tic4j.mrf.Finding.Severity;
import io.github.tic4j.validate.RuleFindings.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts findings on one document by rule, and keeps the first few of each. */
final class FindingTally implements SchemaFindings {

    private final String source;
    private final int maxSamples;
    private final Map<String, Entry> entries = new TreeMap<>();

    FindingTally(String source, int maxSamples) {
        this.source = source;
        this.maxSamples = maxSamples;
    }

    @Override
    public boolean count(String rule, Severity severity) {
        return add(rule, severity, 1).samples.size() < maxSamples;
    }

    @Override
    public void keep(Finding sample) {
        Entry entry = entries.get(sample.rule());
        if (entry != null && entry.samples.size() < maxSamples) {
            entry.samples.add(new Sample(source, sample));
        }
    }

    /** Counts a finding, and keeps it if it is among the first. */
    void add(Finding finding) {
        if (count(finding.rule(), finding.severity())) {
            keep(finding);
        }
    }

    /** Counts {@code more} findings of a rule beyond those that were added. */
    void addCount(String rule, Severity severity, long more) {
        add(rule, severity, more);
    }

    private Entry add(String rule, Severity severity, long more) {
        Entry entry = entries.computeIfAbsent(rule, key -> new Entry(severity));
        entry.count += more;
        if (severity.compareTo(entry.severity) > 0) {
            entry.severity = severity;
        }
        return entry;
    }

    List<RuleFindings> findings() {
        return entries.entrySet().stream()
                .map(e -> new RuleFindings(e.getKey(), e.getValue().severity, e.getValue().count, e.getValue().samples))
                .toList();
    }

    private static final class Entry {
        private Severity severity;
        private long count;
        private final List<Sample> samples = new ArrayList<>();

        Entry(Severity severity) {
            this.severity = severity;
        }
    }
}
