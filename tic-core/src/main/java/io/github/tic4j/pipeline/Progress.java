package io.github.tic4j.pipeline;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How far a run is.
 *
 * @param files how many files there are to read
 * @param filesDone how many of them have been committed, found unchanged, or failed
 * @param bytes the size of all files together, as far as it is known
 * @param bytesDone how much of them is done with
 * @param bytesRead how many bytes this run has read
 * @param records how many prices this run has written
 * @param elapsed since the beginning
 */
public record Progress(
        long files,
        long filesDone,
        OptionalLong bytes,
        long bytesDone,
        long bytesRead,
        long records,
        Duration elapsed) {

    /** How much of the run is done, from 0 to 1: by bytes where the sizes are known, else by files. */
    public double fraction() {
        if (filesDone >= files) {
            return 1;
        }
        if (bytes.isPresent() && bytes.getAsLong() > 0) {
            return Math.min(1.0, (double) bytesDone / bytes.getAsLong());
        }
        return (double) filesDone / files;
    }

    /** Bytes read in a second, on the average. */
    public double bytesPerSecond() {
        return perSecond(bytesRead);
    }

    /** Prices written in a second, on the average. */
    public double recordsPerSecond() {
        return perSecond(records);
    }

    /** How long the rest will take at the speed so far; empty where nothing can be said. */
    public Optional<Duration> remaining() {
        if (bytes.isEmpty() || bytesRead == 0 || elapsed.isZero()) {
            return Optional.empty();
        }
        long left = Math.max(0, bytes.getAsLong() - bytesDone);
        return Optional.of(Duration.ofMillis((long) (left / bytesPerSecond() * 1000)));
    }

    private double perSecond(long count) {
        return elapsed.isZero() ? 0 : count / (elapsed.toNanos() / 1e9);
    }
}
