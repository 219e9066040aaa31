package io.github.tic4j.pipeline;

import java.util.OptionalLong;

/**
 * A file that a run would read.
 *
 * @param payer the payer's name
 * @param source its address without secrets
 * @param size its size in bytes, if the index or the server says so
 * @param state what the run would do with it
 */
public record PlannedFile(String payer, String source, OptionalLong size, State state) {

    /** What a run would do with a file. */
    public enum State {
        /** Read it, for the first time or because it failed. */
        NEW,
        /** Read it again, since it changed or the options did, or since nothing tells whether it changed. */
        AGAIN,
        /** Nothing. */
        UNCHANGED,
        /** Fail: its server does not answer or refuses. */
        UNREACHABLE
    }
}
