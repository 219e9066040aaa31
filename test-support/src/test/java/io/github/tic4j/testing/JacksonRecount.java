package io.github.tic4j.testing;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/** Counts a file again with Jackson's tree model, knowing nothing of how it was written. */
final class JacksonRecount {

    private static final ObjectMapper TREES =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    final JsonNode root;
    long items;
    long rates;
    long prices;
    long references;
    long groups;
    long npis;
    long plans;
    long files;
    long priceChecksum;
    BigDecimal sum = BigDecimal.ZERO;
    BigDecimal billed = BigDecimal.ZERO;
    final Map<String, Long> pricesByCode = new TreeMap<>();

    private JacksonRecount(JsonNode root) {
        this.root = root;
    }

    static JacksonRecount of(byte[] file) throws IOException {
        JsonNode root;
        try (JsonParser parser = TREES.getFactory().createParser(file)) {
            root = TREES.readTree(parser);
            if (parser.nextToken() != null) {
                throw new IOException("something follows the root");
            }
        }
        JacksonRecount count = new JacksonRecount(root);
        root.path("provider_references").forEach(reference -> count.groups(reference.get("provider_groups")));
        count.groups(root.path("provider_groups"));
        root.path("in_network").forEach(count::item);
        root.path("out_of_network").forEach(count::allowedItem);
        root.path("reporting_structure").forEach(structure -> {
            count.plans += structure.get("reporting_plans").size();
            count.files += structure.get("in_network_files").size();
            count.files += structure.has("allowed_amount_file") ? 1 : 0;
        });
        return count;
    }

    private void groups(JsonNode array) {
        array.forEach(group -> {
            groups++;
            npis += group.get("npi").size();
        });
    }

    private void item(JsonNode item) {
        items++;
        long key = key(item);
        for (JsonNode rate : item.get("negotiated_rates")) {
            rates++;
            references += rate.path("provider_references").size();
            groups(rate.path("provider_groups"));
            for (JsonNode price : rate.get("negotiated_prices")) {
                long terms = PriceChecksum.terms(
                        hash(price, "negotiated_type"), hash(price, "expiration_date"), hash(price, "billing_class"));
                price(item, key, price.get("negotiated_rate").decimalValue(), terms);
            }
        }
    }

    private void allowedItem(JsonNode item) {
        items++;
        long key = key(item);
        for (JsonNode amount : item.get("allowed_amounts")) {
            rates++;
            long terms =
                    PriceChecksum.terms(PriceChecksum.hash(""), PriceChecksum.hash(""), hash(amount, "billing_class"));
            for (JsonNode payment : amount.get("payments")) {
                price(item, key, payment.get("allowed_amount").decimalValue(), terms);
                payment.get("providers").forEach(provider -> {
                    billed = billed.add(provider.get("billed_charge").decimalValue());
                });
                groups(payment.get("providers"));
            }
        }
    }

    private void price(JsonNode item, long key, BigDecimal rate, long terms) {
        prices++;
        sum = sum.add(rate);
        priceChecksum += PriceChecksum.price(key, rate, terms);
        String code = item.get("billing_code_type").textValue() + " "
                + item.get("billing_code").textValue();
        pricesByCode.merge(code, 1L, Long::sum);
    }

    private static long key(JsonNode item) {
        return PriceChecksum.item(hash(item, "billing_code_type"), hash(item, "billing_code"));
    }

    private static long hash(JsonNode object, String field) {
        return PriceChecksum.hash(object.get(field).textValue());
    }
}
