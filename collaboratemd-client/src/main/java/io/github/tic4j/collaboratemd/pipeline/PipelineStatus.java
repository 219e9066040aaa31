package io.github.tic4j.collaboratemd.pipeline;

/** How a step of the pipeline ended, with the exit code that tells a scheduler. */
public enum PipelineStatus {
    /** All is done that the step is for. */
    COMPLETE(0),
    /** A table could not be loaded, or nothing at all was possible; look at the reasons. */
    FAILED(1),
    /** The configuration is invalid; correct it. */
    INVALID_CONFIGURATION(2),
    /** Some reports did not come; their tables are as they were. Running the step again tries these only. */
    INCOMPLETE(3),
    /** Another run holds the lock; nothing was done. */
    LOCKED(4),
    /** Reports are still running; nothing failed. Running the step again later goes on. */
    PENDING(5);

    private final int exitCode;

    PipelineStatus(int exitCode) {
        this.exitCode = exitCode;
    }

    /** The code for a scheduler; nought only if all is done. */
    public int exitCode() {
        return exitCode;
    }
}
