package io.github.tic4j.collaboratemd;

import java.time.Duration;

/**
 * The patience of report runs.
 *
 * @param runRetryDelay the wait before a run is tried again while another report of the same credentials is running;
 *     default 60 s
 * @param runDeadline after this long a run that was never accepted is given up; default 100 minutes
 * @param pollInterval the wait between two looks at a result; default 15 s
 * @param pollDeadline after this long a result that is still not there is given up; default 30 minutes, more than the 20
 *     after which the service itself gives up
 * @param emptyPolls how many answers in a row must say success without data before the report counts as empty; default 4
 */
public record ReportTiming(
        Duration runRetryDelay, Duration runDeadline, Duration pollInterval, Duration pollDeadline, int emptyPolls) {

    /** Checks that all values are positive. */
    public ReportTiming {
        if (!isPositive(runRetryDelay)
                || !isPositive(runDeadline)
                || !isPositive(pollInterval)
                || !isPositive(pollDeadline)
                || emptyPolls < 1) {
            throw new IllegalArgumentException("report timing must be positive");
        }
    }

    /** The defaults named above. */
    public static ReportTiming defaults() {
        return new ReportTiming(
                Duration.ofSeconds(60), Duration.ofMinutes(100), Duration.ofSeconds(15), Duration.ofMinutes(30), 4);
    }

    private static boolean isPositive(Duration duration) {
        return !duration.isNegative() && !duration.isZero();
    }
}
