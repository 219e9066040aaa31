package io.github.tic4j.claims.deid;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Hides small counts of a breakdown whose total is published with it.
 *
 * <p>Counts from 1 to one below the threshold are hidden; zero is shown. As a single hidden count, or hidden counts
 * with a small sum, could be worked out from the total, the next smallest counts are hidden too until at least two are
 * hidden and their sum reaches the threshold. A total below the threshold is hidden itself.
 *
 * <p>This protects one breakdown by itself. Tables that share margins in two directions can be played against each
 * other and need more than this.
 */
public final class SmallCells {

    /** The threshold of the CMS cell size policy: 1 to 10 are hidden. */
    public static final int CMS_THRESHOLD = 11;

    private final int threshold;

    private SmallCells(int threshold) {
        this.threshold = threshold;
    }

    /** Hides 1 to 10. */
    public static SmallCells cms() {
        return below(CMS_THRESHOLD);
    }

    /** Hides what is below the threshold, which is at least 2. */
    public static SmallCells below(int threshold) {
        if (threshold < 2) {
            throw new IllegalArgumentException("threshold must be at least 2, was " + threshold);
        }
        return new SmallCells(threshold);
    }

    /**
     * A breakdown fit to be shown; an empty value is a hidden one.
     *
     * @param counts the counts, in the order they were given
     * @param total their sum
     */
    public record Shown<K>(Map<K, OptionalLong> counts, OptionalLong total) {

        /** Copies the map, keeping its order. */
        public Shown {
            counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
        }
    }

    /** A count by itself: empty when small. */
    public OptionalLong show(long count) {
        return isSmall(count) ? OptionalLong.empty() : OptionalLong.of(count);
    }

    /** A breakdown with its total; counts must not be negative. */
    public <K> Shown<K> show(Map<K, Long> counts) {
        List<Map.Entry<K, Long>> bySize = new ArrayList<>();
        long total = 0;
        for (Map.Entry<K, Long> cell : counts.entrySet()) {
            if (cell.getValue() < 0) {
                throw new IllegalArgumentException("a count must not be negative, was " + cell.getValue());
            }
            total = Math.addExact(total, cell.getValue());
            if (cell.getValue() > 0) {
                bySize.add(cell);
            }
        }
        bySize.sort(Comparator.comparing(Map.Entry::getValue));
        Set<K> hidden = hidden(bySize);
        Map<K, OptionalLong> shown = new LinkedHashMap<>();
        counts.forEach(
                (key, count) -> shown.put(key, hidden.contains(key) ? OptionalLong.empty() : OptionalLong.of(count)));
        return new Shown<>(shown, show(total));
    }

    private <K> Set<K> hidden(List<Map.Entry<K, Long>> bySize) {
        Set<K> hidden = new HashSet<>();
        long sum = 0;
        for (Map.Entry<K, Long> cell : bySize) {
            boolean exposed = !hidden.isEmpty() && (hidden.size() < 2 || sum < threshold);
            if (isSmall(cell.getValue()) || exposed) {
                hidden.add(cell.getKey());
                sum += cell.getValue();
            }
        }
        return hidden;
    }

    private boolean isSmall(long count) {
        return count > 0 && count < threshold;
    }
}
