package io.github.tic4j.claims.rule;

/** What a rule looks at. */
public enum Scope {
    /** One claim as a whole. */
    CLAIM,
    /** Each line of one claim. */
    LINE,
    /** Several claims together. */
    CLAIM_SET,
    /** What is known about one person. */
    PERSON,
    /** One remittance. */
    REMITTANCE
}
