package io.github.tic4j.collaboratemd.postgres;

/** How far one report of one account has come. */
public enum TaskState {
    /** The service has accepted the run; its result is awaited. */
    ACCEPTED,
    /** The archive has been downloaded and read through. */
    FETCHED,
    /** The report has no rows. */
    EMPTY,
    /** The rows, or their absence, are in the table. */
    LOADED,
    /** The account cannot be used; its former rows stay. */
    SKIPPED,
    /** The service gave up on the report; a filter over fewer days may help. */
    TIMED_OUT,
    /** The service has forgotten the result. */
    EXPIRED,
    /** Nobody knows whether the service accepted the run. */
    UNCERTAIN,
    /** Anything else went wrong; a note says what. */
    FAILED;

    /** Whether everything that the report holds is at hand. */
    public boolean isDelivered() {
        return this == FETCHED || this == EMPTY || this == LOADED;
    }

    /** Whether nothing more can come of this attempt: only running the report again helps. */
    public boolean isFailure() {
        return this == TIMED_OUT || this == EXPIRED || this == UNCERTAIN || this == FAILED;
    }
}
