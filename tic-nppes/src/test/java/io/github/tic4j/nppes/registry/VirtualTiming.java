package io.github.tic4j.nppes.registry;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Time that passes only by pausing, at once. */
final class VirtualTiming implements Timing {

    static final Instant START = Instant.parse("2026-11-20T00:00:00Z");

    private final List<Duration> pauses = new ArrayList<>();
    private long nanos;

    @Override
    public synchronized Instant now() {
        return START.plusNanos(nanos);
    }

    @Override
    public synchronized long nanos() {
        return nanos;
    }

    @Override
    public synchronized CompletableFuture<Void> pause(Duration duration) {
        pauses.add(duration);
        nanos += duration.toNanos();
        return CompletableFuture.completedFuture(null);
    }

    /** Lets time pass. */
    synchronized void pass(Duration duration) {
        nanos += duration.toNanos();
    }

    synchronized List<Duration> pauses() {
        return List.copyOf(pauses);
    }

    synchronized Duration elapsed() {
        return Duration.ofNanos(nanos);
    }
}
