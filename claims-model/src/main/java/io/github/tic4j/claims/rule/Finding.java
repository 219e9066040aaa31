package io.github.tic4j.claims.rule;

import org.jspecify.annotations.Nullable;

/**
 * A rule that did not hold, once per place. Messages show codes, amounts and days of service, but neither names nor numbers,
 * birth nor death of a person; {@code toString} leaves the ids out.
 *
 * @param ruleId the rule
 * @param severity its severity
 * @param subjectId the claim, person or remittance
 * @param path the place, {@code lines[0].hcpcs}
 * @param message the reason and what was found instead
 * @param relatedId the other claim of a rule about two, otherwise null
 */
public record Finding(
        String ruleId,
        Severity severity,
        String subjectId,
        String path,
        String message,
        @Nullable String relatedId) {

    @Override
    public String toString() {
        return ruleId + " " + severity + " at " + path + ": " + message;
    }
}
