package io.github.tic4j.validate;

import io.github.tic4j.mrf.Finding;
import io.github.tic4j.mrf.Finding.Severity;
import java.util.List;
import java.util.stream.Stream;

/**
 * What one rule found.
 *
 * @param rule the rule's id
 * @param severity the worst severity among its findings
 * @param count how many findings there are
 * @param samples the first of them, up to a bound
 */
public record RuleFindings(String rule, Severity severity, long count, List<Sample> samples) {

    /**
     * A finding that was kept.
     *
     * @param source the document that it is about
     * @param finding the finding
     */
    public record Sample(String source, Finding finding) {}

    /** Copies the list. */
    public RuleFindings {
        samples = List.copyOf(samples);
    }

    /** The findings of both, which are of the same rule, with at most {@code maxSamples} samples. */
    RuleFindings plus(RuleFindings other, int maxSamples) {
        List<Sample> both = Stream.concat(samples.stream(), other.samples.stream())
                .limit(maxSamples)
                .toList();
        Severity worst = severity.compareTo(other.severity) >= 0 ? severity : other.severity;
        return new RuleFindings(rule, worst, count + other.count, both);
    }
}
