package io.github.tic4j.cli;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts by name; beyond a number of names the others are counted together. */
final class Counts {

    private static final int MOST = 1_000;

    private final Map<String, Long> counts = new TreeMap<>();

    void add(@Nullable String name) {
        String key = name == null ? "(absent)" : name;
        boolean known = counts.size() < MOST || counts.containsKey(key);
        counts.merge(known ? key : "(others)", 1L, Long::sum);
    }

    Map<String, Long> asMap() {
        return counts;
    }
}
