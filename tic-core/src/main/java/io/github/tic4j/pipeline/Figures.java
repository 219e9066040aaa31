package io.github.tic4j.pipeline;

import io.github.tic4j.mrf.Tally;
import java.util.HashMap;
import java.util.Map;

/**
 * The figures of a file, as the manifest keeps them.
 *
 * @param prices the account of its prices
 * @param rows how many rows each table got
 */
record Figures(Tally prices, Map<String, Long> rows) {

    private static final String SEEN = "prices.seen";
    private static final String DELIVERED = "prices.delivered";
    private static final String FILTERED = "prices.filtered";
    private static final String REJECTED = "prices.rejected.";
    private static final String ROWS = "rows.";

    Map<String, Long> toMap() {
        Map<String, Long> figures = new HashMap<>();
        figures.put(SEEN, prices.seen());
        figures.put(DELIVERED, prices.delivered());
        figures.put(FILTERED, prices.filtered());
        prices.rejected().forEach((reason, count) -> figures.put(REJECTED + reason, count));
        rows.forEach((table, count) -> figures.put(ROWS + table, count));
        return figures;
    }

    static Figures of(Map<String, Long> figures) {
        Tally prices = new Tally(
                figures.getOrDefault(SEEN, 0L),
                figures.getOrDefault(DELIVERED, 0L),
                figures.getOrDefault(FILTERED, 0L),
                under(REJECTED, figures));
        return new Figures(prices, under(ROWS, figures));
    }

    private static Map<String, Long> under(String prefix, Map<String, Long> figures) {
        Map<String, Long> found = new HashMap<>();
        figures.forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                found.put(name.substring(prefix.length()), value);
            }
        });
        return found;
    }
}
