package io.github.tic4j.collaboratemd;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A clock that stands still until someone waits, and then jumps: minutes of waiting take no time. */
public final class VirtualTime implements InstantSource, Delay {

    private final List<Duration> waits = new ArrayList<>();
    private Instant now = Instant.parse("2025-03-07T12:00:00Z");

    /** Starts at a fixed moment. */
    public VirtualTime() {}

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public synchronized CompletableFuture<Void> after(Duration time) {
        now = now.plus(time);
        waits.add(time);
        return CompletableFuture.completedFuture(null);
    }

    /** Lets time pass without anyone waiting. */
    public synchronized void pass(Duration time) {
        now = now.plus(time);
    }

    /** What was waited for, in order. */
    public synchronized List<Duration> waits() {
        return List.copyOf(waits);
    }
}
