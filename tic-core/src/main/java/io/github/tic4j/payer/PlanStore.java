package io.github.tic4j.payer;

import io.github.tic4j.mrf.Plan;
import io.github.tic4j.source.ContentException.Location;
import io.github.tic4j.source.LimitExceededException;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The plans of the structures of an index, and of sets of structures. */
final class PlanStore implements Closeable {

    private static final int MOST_CACHED = 10_000;
    private static final int CACHED_LISTS = 16;

    private final Spill plans;
    private final Map<LongBuffer, List<Plan>> cache = new LinkedHashMap<>(CACHED_LISTS, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<LongBuffer, List<Plan>> eldest) {
            return size() > CACHED_LISTS;
        }
    };

    /** Structures with plans, ascending, each with the position where its plans begin, and their number. */
    private long[] structures = new long[64];

    private long[] positions = new long[64];
    private int[] counts = new int[64];
    private int size;
    private final int maxPlans;

    PlanStore(@Nullable Path folder, int maxPlans) {
        this.plans = new Spill(folder);
        this.maxPlans = maxPlans;
    }

    /** Adds a plan of a structure that is the last one or comes after it. */
    void add(long structure, Plan plan) throws IOException {
        if (size == 0 || structures[size - 1] != structure) {
            if (size == structures.length) {
                structures = Arrays.copyOf(structures, 2 * size);
                positions = Arrays.copyOf(positions, 2 * size);
                counts = Arrays.copyOf(counts, 2 * size);
            }
            structures[size] = structure;
            positions[size++] = plans.size();
        }
        counts[size - 1]++;
        Spill.writeText(plans.out(), plan.planName());
        Spill.writeText(plans.out(), plan.planIdType());
        Spill.writeText(plans.out(), plan.planId());
        Spill.writeText(plans.out(), plan.planMarketType());
        Spill.writeText(plans.out(), plan.issuerName());
        Spill.writeText(plans.out(), plan.planSponsorName());
    }

    boolean hasPlans(long structure) {
        return indexOf(structure) >= 0;
    }

    /**
     * The plans of some structures, each plan once. Files of the same structures share one list.
     *
     * @param file whose plans these are, for messages
     */
    List<Plan> of(long[] wanted, String file) throws IOException {
        LongBuffer key = LongBuffer.wrap(wanted);
        List<Plan> known = cache.get(key);
        if (known != null) {
            return known;
        }
        Set<Plan> distinct = new LinkedHashSet<>();
        for (long structure : wanted) {
            read(indexOf(structure), distinct, file);
        }
        List<Plan> list = List.copyOf(distinct);
        if (list.size() <= MOST_CACHED) {
            cache.put(key, list);
        }
        return list;
    }

    private void read(int index, Set<Plan> into, String file) throws IOException {
        try (DataInputStream in = plans.read(positions[index])) {
            for (int i = 0; i < counts[index]; i++) {
                into.add(new Plan(
                        Spill.readText(in),
                        Spill.readText(in),
                        Spill.readText(in),
                        Spill.readText(in),
                        Spill.readText(in),
                        Spill.readText(in)));
                if (into.size() > maxPlans) {
                    throw new LimitExceededException("maxPlansPerFile", maxPlans, Location.of(file, 0));
                }
            }
        }
    }

    private int indexOf(long structure) {
        return Arrays.binarySearch(structures, 0, size, structure);
    }

    @Override
    public void close() throws IOException {
        plans.close();
    }
}
