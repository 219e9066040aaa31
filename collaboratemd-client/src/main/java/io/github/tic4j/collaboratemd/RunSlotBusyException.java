package io.github.tic4j.collaboratemd;

/** Until the deadline another report of the same credentials was running, so this one was not accepted. Next: run it later. */
public final class RunSlotBusyException extends CollaborateMdException {

    private static final long serialVersionUID = 1L;

    RunSlotBusyException(Failure failure) {
        super(failure, "another report of these credentials is running");
    }

    @Override
    public boolean isRetryable() {
        return true;
    }
}
