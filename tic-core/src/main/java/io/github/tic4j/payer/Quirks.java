package io.github.tic4j.payer;

import io.github.tic4j.mrf.IdRule;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * What is odd about a payer's files, beyond what lenient reading takes from anyone, as data.
 *
 * @param keyAliases further spellings of keys, from the payer's in lower case to CMS's
 * @param values what a payer's own words mean: CMS's key, then the published text in lower case, then the text to use. The
 *     keys are those of {@link #VALUE_KEYS}
 * @param placeholderPrices numbers that stand for the absence of a price; such prices are dropped as {@link
 *     #PLACEHOLDER_PRICE}
 * @param ids when two spellings of a {@code provider_group_id} are the same id
 */
public record Quirks(
        Map<String, String> keyAliases,
        Map<String, Map<String, String>> values,
        Set<BigDecimal> placeholderPrices,
        IdRule ids) {

    /** The keys whose values may be translated. */
    public static final Set<String> VALUE_KEYS =
            Set.of("billing_code_type", "negotiation_arrangement", "negotiated_type", "billing_class", "setting");

    /** The reason under which a price that is none is dropped. */
    public static final String PLACEHOLDER_PRICE = "placeholder-price";

    private static final Quirks NONE = builder().build();

    /**
     * Copies maps and set.
     *
     * @throws IllegalArgumentException if values are given for a key whose values cannot be translated
     */
    public Quirks {
        keyAliases = Map.copyOf(keyAliases);
        Map<String, Map<String, String>> copy = new HashMap<>();
        values.forEach((key, words) -> {
            if (!VALUE_KEYS.contains(key)) {
                throw new IllegalArgumentException(
                        "Values of " + key + " cannot be translated, only those of " + VALUE_KEYS);
            }
            copy.put(key, Map.copyOf(words));
        });
        values = Map.copyOf(copy);
        placeholderPrices = Set.copyOf(placeholderPrices);
    }

    /** Nothing odd. */
    public static Quirks none() {
        return NONE;
    }

    /** A builder that starts with nothing odd. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects quirks. */
    public static final class Builder {
        private final Map<String, String> keyAliases = new LinkedHashMap<>();
        private final Map<String, Map<String, String>> values = new LinkedHashMap<>();
        private final Set<BigDecimal> placeholderPrices = new LinkedHashSet<>();
        private IdRule ids = IdRule.TEXT;

        private Builder() {}

        /** Adds a spelling of a key. */
        public Builder keyAlias(String payersSpelling, String cmsKey) {
            keyAliases.put(payersSpelling, cmsKey);
            return this;
        }

        /** Adds what a payer's word under a key means. */
        public Builder value(String cmsKey, String payersWord, String meaning) {
            values.computeIfAbsent(cmsKey, key -> new LinkedHashMap<>()).put(payersWord, meaning);
            return this;
        }

        /** Adds a number that stands for the absence of a price. */
        public Builder placeholderPrice(String number) {
            placeholderPrices.add(new BigDecimal(number));
            return this;
        }

        /** Sets {@link Quirks#ids}. */
        public Builder ids(IdRule rule) {
            ids = rule;
            return this;
        }

        /** The quirks. */
        public Quirks build() {
            return new Quirks(keyAliases, values, placeholderPrices, ids);
        }
    }
}
