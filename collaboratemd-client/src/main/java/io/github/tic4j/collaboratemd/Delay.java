package io.github.tic4j.collaboratemd;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** How the client waits between attempts and polls, without holding a thread. Thread-safe. */
@FunctionalInterface
public interface Delay {

    /** A new future that completes once the time has passed. Cancelling it has no effect on others. */
    CompletableFuture<Void> after(Duration time);

    /** The system's timer. */
    static Delay system() {
        return time ->
                new CompletableFuture<@Nullable Void>().completeOnTimeout(null, time.toNanos(), TimeUnit.NANOSECONDS);
    }
}
