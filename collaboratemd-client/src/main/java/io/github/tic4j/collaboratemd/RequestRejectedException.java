package io.github.tic4j.collaboratemd;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The service understood the request and declined it. Next: correct the request; repeating it will not help. */
public final class RequestRejectedException extends CollaborateMdException {

    private static final long serialVersionUID = 1L;

    private final transient @Nullable ApiStatus status;
    private final transient @Nullable String statusMessage;

    RequestRejectedException(Failure failure, @Nullable ApiStatus status, @Nullable String statusMessage) {
        super(failure, "correct the request");
        this.status = status;
        this.statusMessage = statusMessage;
    }

    /** The status in the answer; empty where only an HTTP status tells. */
    public Optional<ApiStatus> status() {
        return Optional.ofNullable(status);
    }

    /** What the service said. It may repeat search criteria: do not log it. */
    public Optional<String> statusMessage() {
        return Optional.ofNullable(statusMessage);
    }

    @Override
    public boolean isRetryable() {
        return false;
    }
}
