package io.github.tic4j.nppes.fact;

import io.github.tic4j.nppes.internal.Json;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a fact table holds.
 *
 * @param options how it was made
 * @param prices the prices that went in
 * @param rows the rows that came out
 * @param dropped the rows that an inner join left out, by how their NPI fared
 * @param npis how many different well-formed NPIs were looked up
 */
public record FactSummary(FactOptions options, Prices prices, Rows rows, Map<NppesMatch, Long> dropped, long npis) {

    /** Copies the counts. */
    public FactSummary {
        dropped = Map.copyOf(dropped);
    }

    /**
     * The prices that went in.
     *
     * @param count how many
     * @param withoutProviders how many of them name no provider set, or one that is not known or is empty
     */
    public record Prices(long count, long withoutProviders) {}

    /**
     * The rows that came out.
     *
     * @param count how many
     * @param matches by how their NPI fared in NPPES
     * @param rateCategories by band of price
     * @param serviceCategories by what the code is for
     * @param implausible those that a rule finds unlikely, by rule
     */
    public record Rows(
            long count,
            Map<NppesMatch, Long> matches,
            Map<String, Long> rateCategories,
            Map<String, Long> serviceCategories,
            Map<String, Long> implausible) {

        /** Copies the counts. */
        public Rows {
            matches = Map.copyOf(matches);
            rateCategories = Map.copyOf(rateCategories);
            serviceCategories = Map.copyOf(serviceCategories);
            implausible = Map.copyOf(implausible);
        }
    }

    /** The content of {@code fact_table_summary.json}. */
    public String toJson() {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("join", word(options.join()));
        json.put("grain", word(options.grain()));
        boolean isSample = options.sample() < Long.MAX_VALUE;
        json.put("sample", isSample ? options.sample() : null);
        json.put("seed", isSample ? options.seed() : null);
        json.put("prices", prices.count());
        json.put("prices_without_providers", prices.withoutProviders());
        json.put("rows", rows.count());
        json.put("rows_by_nppes_match", words(rows.matches()));
        json.put("rows_dropped_by_nppes_match", words(dropped));
        json.put("rows_by_rate_category", new TreeMap<>(rows.rateCategories()));
        json.put("rows_by_service_category", new TreeMap<>(rows.serviceCategories()));
        json.put("implausible_rows_by_rule", new TreeMap<>(rows.implausible()));
        json.put("npis", npis);
        json.put("columns", options.columns());
        return Json.writePretty(json);
    }

    private static Map<String, Long> words(Map<NppesMatch, Long> counts) {
        Map<String, Long> words = new TreeMap<>();
        counts.forEach((match, count) -> words.put(match.name(), count));
        return words;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
