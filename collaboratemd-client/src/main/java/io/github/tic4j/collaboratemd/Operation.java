package io.github.tic4j.collaboratemd;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One execution of a call, made of steps one after another; cancelling it cancels the step under way. */
final class Operation {

    private @Nullable CompletableFuture<?> step;
    private boolean cancelled;

    /** Makes this the step under way. */
    synchronized <T extends @Nullable Object> CompletableFuture<T> begin(CompletableFuture<T> next) {
        step = next;
        if (cancelled) {
            next.cancel(true);
        }
        return next;
    }

    void cancel() {
        CompletableFuture<?> current;
        synchronized (this) {
            cancelled = true;
            current = step;
        }
        if (current != null) {
            current.cancel(true);
        }
    }
}
