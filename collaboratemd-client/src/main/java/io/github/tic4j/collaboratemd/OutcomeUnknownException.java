package io.github.tic4j.collaboratemd;

/** The request was sent, and it is unknown whether it was carried out. Next: look before sending it again; a run may be under way, a claim may have been created. */
public final class OutcomeUnknownException extends CollaborateMdException {

    private static final long serialVersionUID = 1L;

    OutcomeUnknownException(Failure failure) {
        super(failure, "it may have been carried out; look before sending it again");
    }

    @Override
    public boolean isRetryable() {
        return false;
    }
}
