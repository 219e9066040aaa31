package io.github.tic4j.collaboratemd;

import io.github.tic4j.collaboratemd.CollaborateMdException.Failure;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/** Why one attempt failed. Thrown between the steps of the transport only; its message is safe to show. */
final class AttemptFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final int httpStatus;
    private final transient Optional<Duration> retryAfter;

    private AttemptFailure(
            Kind kind, String problem, int httpStatus, Optional<Duration> retryAfter, @Nullable Throwable cause) {
        super(problem, cause);
        this.kind = kind;
        this.httpStatus = httpStatus;
        this.retryAfter = retryAfter;
    }

    /** The kinds of failure, by what they allow. */
    enum Kind {
        /** 401 or 403. */
        CREDENTIALS,
        /** The request is declined for good. */
        DECLINED,
        /** The answer exceeds a limit: it would again. */
        TOO_LARGE,
        /** The request was certainly not carried out, and may be later. */
        NOT_NOW,
        /** The answer was lost: nobody knows whether the request was carried out. */
        LOST,
        /** An answer came that cannot be read. */
        UNREADABLE;

        boolean allowsRepetition(boolean isRepeatable) {
            return this == NOT_NOW || (isRepeatable && (this == LOST || this == UNREADABLE));
        }
    }

    static AttemptFailure of(int httpStatus, Optional<Duration> retryAfter) {
        Kind kind = switch (httpStatus) {
            case 401, 403 -> Kind.CREDENTIALS;
            case 408, 429, 503 -> Kind.NOT_NOW;
            default -> httpStatus >= 500 ? Kind.LOST : Kind.DECLINED;
        };
        return new AttemptFailure(kind, "HTTP status " + httpStatus, httpStatus, retryAfter, null);
    }

    static AttemptFailure unreadable(String problem) {
        return new AttemptFailure(Kind.UNREADABLE, problem, 200, Optional.empty(), null);
    }

    static AttemptFailure of(Throwable error, long maxResponseBytes) {
        if (error instanceof AttemptFailure failure) {
            return failure;
        }
        for (Throwable e = error; e != null; e = e.getCause()) {
            if (e instanceof LimitedBody.TooLargeException) {
                String problem = "the answer is larger than maxResponseBytes=" + maxResponseBytes;
                return new AttemptFailure(Kind.TOO_LARGE, problem, 200, Optional.empty(), null);
            }
            if (e instanceof ConnectException
                    || e instanceof HttpConnectTimeoutException
                    || e instanceof SSLHandshakeException) {
                return new AttemptFailure(Kind.NOT_NOW, "no connection", 0, Optional.empty(), e);
            }
        }
        // No cause: the transport's messages may quote what it received.
        String problem = error instanceof TimeoutException
                ? "no answer in time"
                : "the connection was lost by " + error.getClass().getSimpleName();
        return lost(problem);
    }

    static AttemptFailure lost(String problem) {
        return new AttemptFailure(Kind.LOST, problem, 0, Optional.empty(), null);
    }

    Kind kind() {
        return kind;
    }

    int httpStatus() {
        return httpStatus;
    }

    Optional<Duration> retryAfter() {
        return retryAfter;
    }

    CollaborateMdException toException(Request request, int attempts) {
        String problem = getMessage() == null ? "" : getMessage();
        Failure failure = new Failure(request.label(), problem, httpStatus, attempts, getCause());
        return switch (kind) {
            case CREDENTIALS -> new CredentialsRejectedException(failure);
            case DECLINED -> new RequestRejectedException(failure, null, null);
            case TOO_LARGE -> new UnexpectedResponseException(failure);
            case NOT_NOW -> new ServiceUnavailableException(failure);
            case LOST ->
                request.isRepeatable()
                        ? new ServiceUnavailableException(failure)
                        : new OutcomeUnknownException(failure);
            case UNREADABLE ->
                request.isRepeatable()
                        ? new UnexpectedResponseException(failure)
                        : new OutcomeUnknownException(failure);
        };
    }
}
