package io.github.tic4j.internal.run;

import java.io.IOException;

/** Writing failed, be the disk full or the folder forbidden: no other file would fare better. */
public final class OutputException extends IOException {

    private static final long serialVersionUID = 1L;

    /** A failure to write. */
    public OutputException(String what, IOException cause) {
        super(
                "Cannot write " + what + ": " + (cause.getMessage() == null ? cause.toString() : cause.getMessage()),
                cause);
    }
}
