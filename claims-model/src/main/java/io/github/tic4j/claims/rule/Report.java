package io.github.tic4j.claims.rule;

import java.util.List;

/** What came of a list of rules on one subject. Immutable. {@code toString} shows counts only. */
public final class Report {

    private final List<RuleInfo> rules;
    private final Result[] results;
    private final List<Finding> findings;

    Report(List<RuleInfo> rules, Result[] results, List<Finding> findings) {
        this.rules = rules;
        this.results = results;
        this.findings = findings;
    }

    /** The rules that ran, in order. */
    public List<RuleInfo> rules() {
        return rules;
    }

    /** What came of the rule at that place of {@link #rules()}. */
    public Result result(int index) {
        return results[index];
    }

    /**
     * What came of a rule.
     *
     * @throws IllegalArgumentException if the rule did not run
     */
    public Result result(String ruleId) {
        return results[indexOf(ruleId)];
    }

    RuleInfo rule(String ruleId) {
        return rules.get(indexOf(ruleId));
    }

    /** Why rules failed or broke down, in the order of the rules; empty if none did. */
    public List<Finding> findings() {
        return findings;
    }

    /** Whether no finding is of severity {@link Severity#ERROR}: the record can be used. */
    public boolean isUsable() {
        for (Finding finding : findings) {
            if (finding.severity() == Severity.ERROR) {
                return false;
            }
        }
        return true;
    }

    /** The quality scores. */
    public QualityMetrics quality() {
        return QualityMetrics.of(this);
    }

    @Override
    public String toString() {
        return "Report[" + results.length + " rules, " + findings.size() + " findings]";
    }

    private int indexOf(String ruleId) {
        for (int i = 0; i < results.length; i++) {
            if (rules.get(i).id().equals(ruleId)) {
                return i;
            }
        }
        throw new IllegalArgumentException("No rule called " + ruleId + " ran");
    }
}
