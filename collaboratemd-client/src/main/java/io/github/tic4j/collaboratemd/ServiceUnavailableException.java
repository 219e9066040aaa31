package io.github.tic4j.collaboratemd;

/** The service could not be reached or could not answer, also on repetition. Next: try again later. */
public final class ServiceUnavailableException extends CollaborateMdException {

    private static final long serialVersionUID = 1L;

    ServiceUnavailableException(Failure failure) {
        super(failure, "try again later");
    }

    @Override
    public boolean isRetryable() {
        return true;
    }
}
