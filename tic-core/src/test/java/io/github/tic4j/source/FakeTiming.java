package io.github.tic4j.source;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Time that passes only while somebody waits, and no chance at all. */
final class FakeTiming {

    static final Instant START = Instant.parse("2026-11-20T12:00:00Z");

    final List<Duration> pauses = new ArrayList<>();
    private Instant now = START;

    Timing timing() {
        return new Timing(new FakeClock(), this::pause, () -> 0);
    }

    private void pause(Duration duration) {
        pauses.add(duration);
        now = now.plus(duration);
    }

    private final class FakeClock extends Clock {

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("one zone is enough");
        }
    }
}
