package io.github.tic4j.claims.rule;

/**
 * What is known about a rule without running it.
 *
 * @param id stable name, {@code AMT-002}
 * @param severity what a failure means
 * @param scope what it looks at
 * @param dimension the score it counts for
 * @param path the field it speaks of, below its scope
 * @param reason what must hold, as a sentence without a full stop
 * @param needsReference whether it needs {@link ReferenceData} beyond the claim, and does not apply without
 */
public record RuleInfo(
        String id,
        Severity severity,
        Scope scope,
        Dimension dimension,
        String path,
        String reason,
        boolean needsReference) {

    /** Rejects a blank id or reason. */
    public RuleInfo {
        if (id.isBlank()) {
            throw new IllegalArgumentException("A rule needs an id");
        }
        if (reason.isBlank()) {
            throw new IllegalArgumentException("Rule " + id + " needs a reason");
        }
    }
}
