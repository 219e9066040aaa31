package io.github.tic4j.nppes.fact;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** Counts while a fact table is written. */
final class FactTally {

    private static final String NONE = "(none)";

    private final Map<NppesMatch, Long> matches = new EnumMap<>(NppesMatch.class);
    private final Map<NppesMatch, Long> dropped = new EnumMap<>(NppesMatch.class);
    private final Map<String, Long> rateCategories = new TreeMap<>();
    private final Map<String, Long> serviceCategories = new TreeMap<>();
    private final Map<String, Long> implausible = new TreeMap<>();
    private long prices;
    private long pricesWithoutProviders;
    private long rows;

    void price(boolean isWithoutProviders) {
        prices++;
        pricesWithoutProviders += isWithoutProviders ? 1 : 0;
    }

    void row(NppesMatch match, FactRow row) {
        rows++;
        matches.merge(match, 1L, Long::sum);
        RateCategory category = row.rateCategory();
        rateCategories.merge(category == null ? NONE : category.label(), 1L, Long::sum);
        serviceCategories.merge(row.serviceCategory(), 1L, Long::sum);
        ImplausiblePairs.Implausibility why = row.implausibility();
        if (why != null) {
            implausible.merge(why.rule(), 1L, Long::sum);
        }
    }

    void dropped(NppesMatch match) {
        dropped.merge(match, 1L, Long::sum);
    }

    FactSummary summary(FactOptions options, long npis) {
        return new FactSummary(
                options,
                new FactSummary.Prices(prices, pricesWithoutProviders),
                new FactSummary.Rows(rows, matches, rateCategories, serviceCategories, implausible),
                dropped,
                npis);
    }
}
