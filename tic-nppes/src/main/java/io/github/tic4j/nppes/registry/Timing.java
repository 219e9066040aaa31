package io.github.tic4j.nppes.registry;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** Time as the client sees it, so that tests need not wait. */
interface Timing {

    /** The wall clock. */
    Instant now();

    /** Nanoseconds from an arbitrary start, never backwards. */
    long nanos();

    /** Completes after a pause. */
    CompletableFuture<Void> pause(Duration duration);

    /** The machine's time. */
    static Timing system() {
        return new Timing() {
            @Override
            public Instant now() {
                return Instant.now();
            }

            @Override
            public long nanos() {
                return System.nanoTime();
            }

            @Override
            public CompletableFuture<Void> pause(Duration duration) {
                Executor later = CompletableFuture.delayedExecutor(duration.toNanos(), TimeUnit.NANOSECONDS);
                return CompletableFuture.runAsync(() -> {}, later);
            }
        };
    }
}
