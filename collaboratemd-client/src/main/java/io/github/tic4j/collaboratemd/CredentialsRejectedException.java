package io.github.tic4j.collaboratemd;

/** The credentials are wrong, or their role may not use this part of the API. Next: correct them, or ask the vendor for the role. */
public final class CredentialsRejectedException extends CollaborateMdException {

    private static final long serialVersionUID = 1L;

    CredentialsRejectedException(Failure failure) {
        super(failure, "check the user, the password and the API role");
    }

    @Override
    public boolean isRetryable() {
        return false;
    }
}
