package io.github.tic4j.nppes.registry;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;

/** Lets requests pass one by one: evenly spaced, and only so many at once. Whoever passed must {@link #leave}. */
final class Throttle {

    private final Timing timing;
    private final long interval;
    private final int concurrency;
    private final Queue<CompletableFuture<Void>> waiting = new ArrayDeque<>();
    private int underWay;
    private long nextSlot;

    Throttle(Timing timing, double requestsPerSecond, int concurrency) {
        this.timing = timing;
        this.interval = (long) (1_000_000_000L / requestsPerSecond);
        this.concurrency = concurrency;
        nextSlot = timing.nanos();
    }

    /** Completes when the caller may send. */
    CompletableFuture<Void> enter() {
        CompletableFuture<Void> place = new CompletableFuture<>();
        synchronized (this) {
            if (underWay == concurrency) {
                waiting.add(place);
                return place.thenCompose(free -> pace());
            }
            underWay++;
        }
        return pace();
    }

    /** Makes room for the next. */
    void leave() {
        CompletableFuture<Void> next;
        synchronized (this) {
            next = waiting.poll();
            if (next == null) {
                underWay--;
            }
        }
        if (next != null) {
            next.complete(null);
        }
    }

    /** Lets nobody pass for a while, as the registry asked. */
    synchronized void hold(Duration duration) {
        nextSlot = Math.max(nextSlot, timing.nanos() + duration.toNanos());
    }

    private CompletableFuture<Void> pace() {
        long wait = reserve();
        return wait <= 0 ? CompletableFuture.completedFuture(null) : timing.pause(Duration.ofNanos(wait));
    }

    private synchronized long reserve() {
        long now = timing.nanos();
        long slot = Math.max(now, nextSlot);
        nextSlot = slot + interval;
        return slot - now;
    }
}
