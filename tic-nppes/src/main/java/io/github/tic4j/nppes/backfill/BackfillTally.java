package io.github.tic4j.nppes.backfill;

import io.github.tic4j.nppes.Address;
import io.github.tic4j.nppes.Entity;
import io.github.tic4j.nppes.Provider;
import io.github.tic4j.nppes.Taxonomy;
import io.github.tic4j.nppes.taxonomy.TaxonomyTable;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts the outcomes of a backfill. */
final class BackfillTally {

    private static final String UNKNOWN = "(unknown)";
    private static final String FURTHER = "(further)";
    /** States and the like are free text abroad; beyond so many distinct ones the rest is one. */
    private static final int DISTINCT = 2000;

    private final NpiCollector npis;
    private final BackfillOptions options;
    private final TaxonomyTable taxonomies;
    private final long start = System.nanoTime();
    private final Map<LookupState, Long> states = new EnumMap<>(LookupState.class);
    private final Map<String, Long> types = new TreeMap<>();
    private final Map<String, Long> specialties = new TreeMap<>();
    private final Map<String, Long> usStates = new TreeMap<>();
    private final Map<String, Long> origins = new TreeMap<>();
    private int lookups;
    private int failuresInARow;

    BackfillTally(NpiCollector npis, BackfillOptions options, TaxonomyTable taxonomies) {
        this.npis = npis;
        this.options = options;
        this.taxonomies = taxonomies;
        for (LookupState state : LookupState.values()) {
            states.put(state, 0L);
        }
        states.put(LookupState.INVALID, npis.invalidCount());
    }

    void add(Backfill.Outcome outcome) {
        lookups++;
        states.merge(outcome.state(), 1L, Long::sum);
        failuresInARow = outcome.state() == LookupState.FAILED ? failuresInARow + 1 : 0;
        Provider provider = outcome.provider();
        if (provider != null) {
            Entity entity = provider.entity();
            Taxonomy primary = provider.primaryTaxonomy().orElse(null);
            Address location = provider.practiceLocation().orElse(null);
            count(types, entity == null ? null : entity.type().label());
            count(specialties, primary == null ? null : taxonomies.specialty(primary.code()));
            count(usStates, location == null ? null : location.state());
            count(origins, provider.provenance().origin().name());
        }
    }

    /** How many NPIs have been looked up. */
    int lookups() {
        return lookups;
    }

    /** Whether so many lookups in a row failed that there is no point in going on. */
    boolean isGivenUp() {
        return failuresInARow >= options.failuresInARow();
    }

    BackfillReport report() {
        return new BackfillReport(
                new BackfillReport.Totals(
                        npis.read(),
                        npis.npis().size(),
                        Math.min(options.limit(), npis.npis().size()) - lookups),
                states,
                new BackfillReport.Breakdown(types, specialties, usStates, origins),
                Duration.ofNanos(System.nanoTime() - start),
                options.minimumSuccess());
    }

    private static void count(Map<String, Long> counts, @Nullable String key) {
        String known = key == null ? UNKNOWN : key;
        counts.merge(counts.size() < DISTINCT || counts.containsKey(known) ? known : FURTHER, 1L, Long::sum);
    }
}
