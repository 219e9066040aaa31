package io.github.tic4j.internal.run;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;

/** Writing failed, be the disk full or the folder forbidden: no other file would fare better. */
public final class OutputException extends IOException {

    private static final long serialVersionUID = 1L;

    /** A failure to write. */
    public OutputException(String what, IOException cause) {
        super("Cannot write " + what + ": " + reason(cause), cause);
    }

    /** Why, since the message of some exceptions is a path and nothing else. */
    private static String reason(IOException cause) {
        if (cause instanceof AccessDeniedException denied) {
            return "permission denied: " + denied.getFile();
        }
        if (cause instanceof NoSuchFileException missing) {
            return "there is no " + missing.getFile();
        }
        return Objects.requireNonNullElse(cause.getMessage(), cause.toString());
    }
}
