package io.github.tic4j.source;

import org.jspecify.annotations.Nullable;

/** The input breaks the rules of its format. */
public final class MalformedContentException extends ContentException {

    private static final long serialVersionUID = 1L;

    /** An error at a place. */
    public MalformedContentException(String problem, Location where) {
        super(problem, where, null);
    }

    /** An error at a place, with what caused it. */
    public MalformedContentException(String problem, Location where, @Nullable Throwable cause) {
        super(problem, where, cause);
    }
}
