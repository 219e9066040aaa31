package io.github.tic4j.nppes.registry;

import java.time.Duration;

/**
 * Spares a registry that is down. After some failures in a row the circuit opens and nothing is sent for a while; then one
 * request may try, and its outcome closes the circuit or keeps it open for as long again.
 */
final class CircuitBreaker {

    private static final int FAILURES = 8;
    private static final Duration OPEN = Duration.ofSeconds(30);

    private final Timing timing;
    private int failures;
    private long openUntil;
    private boolean trying;

    CircuitBreaker(Timing timing) {
        this.timing = timing;
    }

    /** Whether a request would not be sent. */
    synchronized boolean isOpen() {
        return failures >= FAILURES && (trying || timing.nanos() - openUntil < 0);
    }

    /** Whether a request may be sent now; if so, its outcome must be told. */
    synchronized boolean allows() {
        if (isOpen()) {
            return false;
        }
        trying = failures >= FAILURES;
        return true;
    }

    synchronized void succeeded() {
        failures = 0;
        trying = false;
    }

    synchronized void failed() {
        failures++;
        trying = false;
        if (failures >= FAILURES) {
            openUntil = timing.nanos() + OPEN.toNanos();
        }
    }
}
