package io.github.tic4j.source;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A source does not answer, refuses, or answers with something that is not the file. The message carries no secret. */
public final class SourceUnreachableException extends IOException {

    private static final long serialVersionUID = 1L;

    private final String sourceName;

    /** An error that names the source. */
    public SourceUnreachableException(String problem, String sourceName, @Nullable Throwable cause) {
        super(problem + ": " + sourceName, cause);
        this.sourceName = sourceName;
    }

    /** The name of the source. */
    public String sourceName() {
        return sourceName;
    }
}
