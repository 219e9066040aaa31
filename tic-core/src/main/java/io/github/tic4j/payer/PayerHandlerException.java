package io.github.tic4j.payer;

/** A handler failed where it must not. It costs the file or index that it failed on. */
public final class PayerHandlerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * A failure.
     *
     * @param handler the handler's name
     * @param payer the payer
     * @param file the file or index, without secrets
     * @param cause what the handler threw
     */
    PayerHandlerException(String handler, String payer, String file, Throwable cause) {
        super("Handler " + handler + " for payer " + payer + " failed on " + file + ": " + cause, cause);
    }
}
