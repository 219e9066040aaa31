package io.github.tic4j.source;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;

/**
 * Time and chance, which tests replace.
 *
 * @param clock tells the time
 * @param pause waits
 * @param random draws numbers from 0 to 1
 */
record Timing(Clock clock, Pause pause, DoubleSupplier random) {

    static final Timing REAL = new Timing(
            Clock.systemUTC(),
            duration -> Thread.sleep(duration.toMillis()),
            () -> ThreadLocalRandom.current().nextDouble());

    /** Waits. */
    @FunctionalInterface
    interface Pause {

        void sleep(Duration duration) throws InterruptedException;
    }
}
