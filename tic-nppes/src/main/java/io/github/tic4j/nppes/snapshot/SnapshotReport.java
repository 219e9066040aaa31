package io.github.tic4j.nppes.snapshot;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a snapshot consists of.
 *
 * @param through the last day that the bulk files cover; {@code null} where their names do not say
 * @param layers the monthly zip first, then what was laid over it
 */
public record SnapshotReport(@Nullable LocalDate through, List<Layer> layers) {

    /** Copies the list. */
    public SnapshotReport {
        layers = List.copyOf(layers);
    }

    /**
     * What one zip contributed.
     *
     * @param kind {@code FULL}, {@code WEEKLY} or {@code DEACTIVATIONS}
     * @param source the zip's name
     * @param period the days that it covers, or "" where its name does not say
     * @param counts how many of what: {@code providers} (distinct NPIs), {@code duplicates}, {@code rows.TABLE},
     *     {@code rejected.TABLE.REASON}, {@code orphans} (rows of the reference files without a provider),
     *     {@code unreadable_dates}; what is not there is none
     */
    public record Layer(String kind, String source, String period, Map<String, Long> counts) {

        /** Copies the counts. */
        public Layer {
            counts = Map.copyOf(counts);
        }

        /** A count by name. */
        public long count(String name) {
            return counts.getOrDefault(name, 0L);
        }

        /** How many rows were rejected, for whatever reason. */
        public long rejected() {
            return counts.entrySet().stream()
                    .filter(count -> count.getKey().startsWith("rejected."))
                    .mapToLong(Map.Entry::getValue)
                    .sum();
        }

        @Override
        public String toString() {
            return kind + " " + source + (period.isEmpty() ? "" : " (" + period + ")") + ": " + new TreeMap<>(counts);
        }
    }

    static SnapshotReport of(Manifest manifest) {
        return new SnapshotReport(
                manifest.through(),
                manifest.layers().stream()
                        .map(layer -> new Layer(
                                layer.input().kind().name(),
                                layer.input().name(),
                                layer.input().period() == null
                                        ? ""
                                        : layer.input().period().toString(),
                                layer.counts()))
                        .toList());
    }
}
