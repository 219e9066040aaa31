package io.github.tic4j.collaboratemd;

import org.jspecify.annotations.Nullable;

/**
 * A call to CollaborateMD did not succeed. The sub-types say what to do next. Messages name the call, the kind of problem
 * and a status; never a body, a parameter, a status message or a credential.
 */
public abstract sealed class CollaborateMdException extends RuntimeException
        permits CredentialsRejectedException,
                CustomerUnusableException,
                OutcomeUnknownException,
                RequestRejectedException,
                RunSlotBusyException,
                ServiceUnavailableException,
                UnexpectedResponseException {

    private static final long serialVersionUID = 1L;

    private final String call;
    private final int httpStatus;
    private final int attempts;

    CollaborateMdException(Failure failure, String advice) {
        super(failure.describe() + ": " + advice, failure.cause());
        this.call = failure.call();
        this.httpStatus = failure.httpStatus();
        this.attempts = failure.attempts();
    }

    /**
     * What is told of a failed call.
     *
     * @param call the label of the call, such as {@code reports.run}
     * @param problem what happened, safe to show
     * @param httpStatus the HTTP status, 0 without an answer
     * @param attempts how often the request was sent
     * @param cause the transport's exception, if there is one; never a parser's, which quotes content
     */
    record Failure(
            String call,
            String problem,
            int httpStatus,
            int attempts,
            @Nullable Throwable cause) {

        String describe() {
            return call + " failed, " + problem + (attempts > 1 ? " (" + attempts + " attempts)" : "");
        }
    }

    /** The label of the call, such as {@code reports.run}. */
    public String call() {
        return call;
    }

    /** The HTTP status of the last answer, or 0 where none came. */
    public int httpStatus() {
        return httpStatus;
    }

    /** How often the request was sent. */
    public int attempts() {
        return attempts;
    }

    /** Whether the same call may well succeed later without any change. */
    public abstract boolean isRetryable();
}
