package io.github.tic4j.claims;

/** Whether a claim record stands alone or changes an earlier one. */
public enum RecordType {
    /** The first record of a claim. */
    ORIGINAL,
    /** Replaces or corrects an earlier record. */
    ADJUSTMENT,
    /** Takes an earlier record back; its amounts are usually negative. */
    REVERSAL
}
