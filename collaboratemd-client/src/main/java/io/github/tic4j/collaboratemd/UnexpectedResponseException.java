package io.github.tic4j.collaboratemd;

/** An answer came but could not be read: it is of an unknown form or larger than allowed. Next: report it, or raise the limit that the message names. */
public final class UnexpectedResponseException extends CollaborateMdException {

    private static final long serialVersionUID = 1L;

    UnexpectedResponseException(Failure failure) {
        super(failure, "the answer cannot be read");
    }

    @Override
    public boolean isRetryable() {
        return false;
    }
}
