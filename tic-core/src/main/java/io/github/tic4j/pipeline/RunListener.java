package io.github.tic4j.pipeline;

/**
 * Watches a run. Calls come from several threads, one at a time; a listener that throws is named in the log and not heard
 * again.
 */
public interface RunListener {

    /** All indexes have been read; reading of files begins. */
    default void listed(Progress progress) {}

    /** A file is being read. */
    default void fileStarted(String payer, String source) {}

    /** A file has been committed, found unchanged, or failed. */
    default void fileFinished(FileResult result) {}

    /** How far the run is; about once a second, and after each file. */
    default void progress(Progress progress) {}

    /** The run has ended. */
    default void finished(RunReport report) {}
}
