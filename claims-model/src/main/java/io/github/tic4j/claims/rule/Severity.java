package io.github.tic4j.claims.rule;

/** What a failed rule means for the record. */
public enum Severity {
    /** The record cannot be used as it is. */
    ERROR,
    /** The record can be used, but something is likely wrong. */
    WARNING,
    /** Worth knowing. */
    INFO
}
