package io.github.tic4j.claims.rule;

/** The quality score that a rule counts for. */
public enum Dimension {
    /** What has to be there is there. */
    COMPLETENESS,
    /** What is there has the form it must have. */
    VALIDITY,
    /** What is there fits together. */
    ACCURACY,
    /** Says something about payment, not about the quality of the record; counts for no score. */
    NONE
}
