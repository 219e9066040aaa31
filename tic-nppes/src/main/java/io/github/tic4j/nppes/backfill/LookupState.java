package io.github.tic4j.nppes.backfill;

/** How the lookup of an NPI ended. */
public enum LookupState {
    /** Known and in use. */
    FOUND,
    /** Known and out of use. */
    DEACTIVATED,
    /** No directory knows it. */
    NOT_FOUND,
    /** Not an NPI; never asked for. */
    INVALID,
    /** No directory that might know it gave an answer. */
    FAILED
}
