package io.github.tic4j.nppes.backfill;

import io.github.tic4j.nppes.internal.Json;
import io.github.tic4j.nppes.registry.RegistryStatistics;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What became of a backfill.
 *
 * @param totals how many NPIs
 * @param states how many lookups ended how; of invalid ones every repetition counts
 * @param breakdown the providers found, by this and that
 * @param elapsed how long it took
 * @param minimumSuccess the share that was to be reached
 */
public record BackfillReport(
        Totals totals, Map<LookupState, Long> states, Breakdown breakdown, Duration elapsed, double minimumSuccess) {

    /** Copies the counts. */
    public BackfillReport {
        states = Map.copyOf(states);
    }

    /**
     * How many NPIs.
     *
     * @param valuesRead values taken from the tables, repetitions included
     * @param distinctNpis different valid NPIs among them
     * @param notAsked those within the limit that were not looked up because the run gave up
     */
    public record Totals(long valuesRead, long distinctNpis, long notAsked) {}

    /**
     * The providers found, by this and that.
     *
     * @param types by kind of entity
     * @param specialties by specialty of the primary taxonomy
     * @param usStates by state of the practice location
     * @param origins by kind of directory
     */
    public record Breakdown(
            Map<String, Long> types,
            Map<String, Long> specialties,
            Map<String, Long> usStates,
            Map<String, Long> origins) {

        /** Copies the counts. */
        public Breakdown {
            types = Map.copyOf(types);
            specialties = Map.copyOf(specialties);
            usStates = Map.copyOf(usStates);
            origins = Map.copyOf(origins);
        }
    }

    /** How many lookups ended so. */
    public long count(LookupState state) {
        return states.getOrDefault(state, 0L);
    }

    /** The share of valid NPIs that are known, deactivated ones included, of all that were to be looked up; 1 if there are none. */
    public double successRate() {
        long known = count(LookupState.FOUND) + count(LookupState.DEACTIVATED);
        long all = known + count(LookupState.NOT_FOUND) + count(LookupState.FAILED) + totals.notAsked();
        return all == 0 ? 1 : (double) known / all;
    }

    /** Whether the success rate reaches the minimum. */
    public boolean passed() {
        return successRate() >= minimumSuccess;
    }

    /**
     * The content of {@code nppes_statistics.json}.
     *
     * @param registry what the registry client has sent; {@code null} if there was none
     */
    public String toJson(@Nullable RegistryStatistics registry) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("values_read", totals.valuesRead());
        json.put("distinct_npis", totals.distinctNpis());
        json.put("not_asked", totals.notAsked());
        Map<String, Long> counts = new LinkedHashMap<>();
        for (LookupState state : LookupState.values()) {
            counts.put(state.name().toLowerCase(Locale.ROOT), count(state));
        }
        json.put("lookups", counts);
        json.put("success_rate", successRate());
        json.put("minimum_success_rate", minimumSuccess);
        json.put("passed", passed());
        json.put("by_type", new TreeMap<>(breakdown.types()));
        json.put("by_specialty", new TreeMap<>(breakdown.specialties()));
        json.put("by_state", new TreeMap<>(breakdown.usStates()));
        json.put("by_source", new TreeMap<>(breakdown.origins()));
        json.put("elapsed_seconds", elapsed.toMillis() / 1000.0);
        if (registry != null) {
            json.put("registry_requests", registry.requests());
            json.put("registry_retries", registry.retries());
        }
        return Json.writePretty(json);
    }
}
