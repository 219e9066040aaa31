package io.github.tic4j.claims.rule;

/** What came of one rule on one subject. */
public enum Result {
    /** The subject has nothing that the rule speaks of, or the reference data it needs is not loaded. */
    NOT_APPLICABLE,
    /** The rule applies and holds. */
    PASS,
    /** The rule applies and does not hold. */
    FAIL,
    /** The rule itself broke down; this says nothing about the subject. */
    ERROR;

    /** What two parts of a subject come to: the worse of the two, where a part that the rule does not apply to changes nothing. */
    public Result and(Result other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
