package io.github.tic4j.collaboratemd;

/**
 * The customer is inactive, its interface is switched off, or the report is not visible to it. Next: skip this customer
 * and go on with the others.
 */
public final class CustomerUnusableException extends CollaborateMdException {

    private static final long serialVersionUID = 1L;

    CustomerUnusableException(Failure failure) {
        super(failure, "skip this customer");
    }

    @Override
    public boolean isRetryable() {
        return false;
    }
}
