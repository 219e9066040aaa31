package io.github.tic4j.collaboratemd.postgres;

/** Which formulas views use where the original's are accidents. */
public enum ViewSemantics {
    /** What the columns say: turnaround counts forward, names are not padded, unreadable amounts are null. */
    CORRECTED,
    /** What the original computed, for comparison with its figures. */
    ORIGINAL
}
