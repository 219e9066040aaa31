package io.github.tic4j.claims.rule;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts the results of many reports, rule by rule. Memory does not grow with their number. Not thread-safe. */
public final class QualityTally {

    private final Map<String, Counts> counts = new LinkedHashMap<>();

    /** Nothing is counted. */
    public QualityTally() {}

    /** Counts a report. */
    public void add(Report report) {
        for (int i = 0; i < report.rules().size(); i++) {
            countsOf(report.rules().get(i)).add(report.result(i));
        }
    }

    /** Counts what another tally has counted. */
    public void add(QualityTally other) {
        for (Counts added : other.counts.values()) {
            countsOf(added.rule).add(added);
        }
    }

    /** The counts of each rule, in the order in which the rules were first seen. */
    public List<RuleTally> rules() {
        return counts.values().stream().map(Counts::tally).toList();
    }

    /** The scores over everything that was counted. */
    public QualityScores scores() {
        Map<Dimension, long[]> sums = new EnumMap<>(Dimension.class);
        for (RuleTally tally : rules()) {
            long[] sum = sums.computeIfAbsent(tally.rule().dimension(), key -> new long[2]);
            sum[0] += tally.passed();
            sum[1] += tally.applicable();
        }
        return QualityScores.of(
                score(sums.get(Dimension.COMPLETENESS)),
                score(sums.get(Dimension.ACCURACY)),
                score(sums.get(Dimension.VALIDITY)));
    }

    private static @Nullable Double score(long @Nullable [] sum) {
        return sum == null || sum[1] == 0 ? null : Double.valueOf(100.0 * sum[0] / sum[1]);
    }

    private Counts countsOf(RuleInfo rule) {
        return counts.computeIfAbsent(rule.id(), id -> new Counts(rule));
    }

    private static final class Counts {

        private final RuleInfo rule;
        private long passed;
        private long failed;
        private long notApplicable;
        private long errors;

        Counts(RuleInfo rule) {
            this.rule = rule;
        }

        void add(Result result) {
            switch (result) {
                case PASS -> passed++;
                case FAIL -> failed++;
                case NOT_APPLICABLE -> notApplicable++;
                case ERROR -> errors++;
            }
        }

        void add(Counts other) {
            passed += other.passed;
            failed += other.failed;
            notApplicable += other.notApplicable;
            errors += other.errors;
        }

        RuleTally tally() {
            return new RuleTally(rule, passed, failed, notApplicable, errors);
        }
    }
}
