package io.github.tic4j.collaboratemd.pipeline;

/** What is done with a table when the report of some account did not come. */
public enum MissingAccounts {
    /** The whole report of the instance waits, and its table stays as it is. */
    REFUSE,
    /** What came is loaded, and the missing accounts keep their former rows. */
    KEEP_FORMER
}
