package io.github.tic4j.source;

import org.jspecify.annotations.Nullable;

/** The input ends before it is complete. Fetching it again may help. */
public final class TruncatedContentException extends ContentException {

    private static final long serialVersionUID = 1L;

    /** An error at a place. */
    public TruncatedContentException(String problem, Location where) {
        super(problem, where, null);
    }

    /** An error at a place, with what caused it. */
    public TruncatedContentException(String problem, Location where, @Nullable Throwable cause) {
        super(problem, where, cause);
    }
}
