package io.github.tic4j.mrf;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * How many of one kind were seen, and what became of them.
 *
 * @param seen how many were met and read, counted where they were met
 * @param delivered how many reached the caller, counted where they were handed over
 * @param filtered how many the filter did not want
 * @param rejected how many could not be delivered, by reason
 */
public record Tally(long seen, long delivered, long filtered, Map<String, Long> rejected) {

    /** Nothing seen. */
    public static final Tally NONE = new Tally(0, 0, 0, Map.of());

    /** Copies the map, sorted by reason. */
    public Tally {
        rejected = Collections.unmodifiableMap(new TreeMap<>(rejected));
    }

    /** How many were rejected, for whatever reason. */
    public long rejectedTotal() {
        return rejected.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Whether everything seen is accounted for. */
    public boolean isBalanced() {
        return seen == delivered + filtered + rejectedTotal();
    }

    /** The sum of two. */
    public Tally plus(Tally other) {
        Map<String, Long> sum = new TreeMap<>(rejected);
        other.rejected.forEach((reason, count) -> sum.merge(reason, count, Long::sum));
        return new Tally(seen + other.seen, delivered + other.delivered, filtered + other.filtered, sum);
    }
}
