package io.github.tic4j.claims.deid;

/** Something that identifies a person was about to leave. The message names where and of what kind, not what. */
public final class IdentifierFoundException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    IdentifierFoundException(String place, String kind) {
        super("Nothing leaves: " + place + " holds " + kind);
    }
}
