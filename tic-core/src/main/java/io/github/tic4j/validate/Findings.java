package io.github.tic4j.validate;

import io.github.tic4j.mrf.Finding;
import io.github.tic4j.mrf.Finding.Severity;
import io.github.tic4j.spi.Rule;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes the findings about one element after another, and remembers how bad those about the current one are. */
final class Findings {

    private static final int LONGEST_RAW_TEXT = 200;

    final Place place = new Place();
    private final Map<QualityRule, Severity> severities;
    private final FindingTally tally;
    private boolean doubtful;
    private @Nullable Finding fault;

    Findings(QualityRules rules, FindingTally tally) {
        this.severities = rules.severities();
        this.tally = tally;
    }

    /** Starts with another element. */
    void begin() {
        doubtful = false;
        fault = null;
    }

    /** Whether anything worse than information was found about the element. */
    boolean isDoubtful() {
        return doubtful;
    }

    /** The first error about the element; {@code null} if there is none. */
    @Nullable
    Finding fault() {
        return fault;
    }

    boolean isInForce(QualityRule rule) {
        return severities.containsKey(rule);
    }

    /** Reports a violation of a rule at the current place, if the rule is in force. */
    void report(QualityRule rule, @Nullable String raw, String message) {
        Severity severity = severities.get(rule);
        if (severity != null) {
            add(rule.id(), severity, raw, message);
        }
    }

    /** Takes what a rule of the host says. */
    void reportCustom(Rule rule, @Nullable String raw, String message) {
        add(rule.id(), rule.severity(), raw, message);
    }

    /** Reports a violation whose severity depends on what was found. */
    void add(String rule, Severity severity, @Nullable String raw, String message) {
        Finding finding = new Finding(rule, severity, place.path(), place.byteOffset(), clipped(raw), message);
        tally.add(finding);
        doubtful |= severity != Severity.INFO;
        if (fault == null && severity == Severity.ERROR) {
            fault = finding;
        }
    }

    private static @Nullable String clipped(@Nullable String raw) {
        return raw == null || raw.length() <= LONGEST_RAW_TEXT ? raw : raw.substring(0, LONGEST_RAW_TEXT) + "…";
    }
}
