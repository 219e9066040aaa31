package io.github.tic4j.collaboratemd;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;

/**
 * A request that is ready to be sent, blocking or not; nothing happens before. Immutable and thread-safe; each execution
 * sends it anew.
 *
 * @param <T> what it answers
 */
public final class ApiCall<T> {

    private final String label;
    private final Function<Operation, CompletableFuture<T>> start;

    ApiCall(String label, Function<Operation, CompletableFuture<T>> start) {
        this.label = label;
        this.start = start;
    }

    /**
     * Sends the request and waits for its answer.
     *
     * @throws CollaborateMdException if it fails
     * @throws CancellationException if the thread is interrupted, which stops the request and leaves the flag set
     */
    public T execute() {
        Operation operation = new Operation();
        try {
            return start.apply(operation).get();
        } catch (InterruptedException e) {
            operation.cancel();
            Thread.currentThread().interrupt();
            throw new CancellationException(label + " was interrupted");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(label + " broke", e.getCause());
        }
    }

    /**
     * Sends the request without holding a thread. The future fails with what {@link #execute()} throws; cancelling it
     * stops the request.
     */
    public CompletableFuture<T> executeAsync() {
        Operation operation = new Operation();
        CompletableFuture<T> result = start.apply(operation).copy();
        var unused = result.whenComplete((value, error) -> {
            if (result.isCancelled()) {
                operation.cancel();
            }
        });
        return result;
    }

    /** The label that exceptions show. */
    @Override
    public String toString() {
        return "ApiCall[" + label + "]";
    }

    static Throwable cause(Throwable error) {
        return error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
    }
}
