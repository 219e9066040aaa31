package io.github.tic4j.nppes.fact;

/** How the NPI of a fact row fared in NPPES. */
public enum NppesMatch {
    /** Known and in use. */
    FOUND,
    /** Known and out of use. */
    DEACTIVATED,
    /** A well-formed NPI that the directory does not know. */
    NOT_FOUND,
    /** Not an NPI; some payers publish 0. */
    INVALID_NPI,
    /** The price names no NPI. */
    NO_NPI
}
