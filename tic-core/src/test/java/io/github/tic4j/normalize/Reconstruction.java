package io.github.tic4j.normalize;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.tic4j.table.Row;
import io.github.tic4j.table.Tables;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Every price with all that belongs to it on one line: once from the tables, once from the JSON as Jackson reads it. */
final class Reconstruction {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private Reconstruction() {}

    static List<String> pricesOf(MemoryTables tables) {
        Map<Object, Row> sets = tables.by(Tables.PROVIDER_SETS, "provider_set_id");
        Map<Object, Row> groups = tables.by(Tables.PROVIDER_GROUPS, "group_id");
        List<String> lines = new ArrayList<>();
        for (Row rate : tables.rows(Tables.RATES)) {
            TreeSet<String> providers = new TreeSet<>();
            Row set = sets.get(rate.value("provider_set_id"));
            for (Object id : (List<?>) set.value("group_ids")) {
                Row group = groups.get(id);
                providers.add(line(
                        group.value("tin_type"),
                        raw(group, "tin"),
                        group.value("business_name"),
                        group.value("npi"),
                        group.value("network_names")));
            }
            lines.add(line(
                    rate.value("negotiation_arrangement"),
                    rate.value("name"),
                    raw(rate, "billing_code_type"),
                    rate.value("billing_code_type_version"),
                    raw(rate, "billing_code"),
                    rate.value("description"),
                    rate.value("severity_of_illness"),
                    plain((BigDecimal) rate.value("negotiated_rate")),
                    rate.value("negotiated_type"),
                    raw(rate, "expiration_date"),
                    rate.value("billing_class"),
                    rate.value("setting"),
                    rate.value("service_codes"),
                    rate.value("billing_code_modifier"),
                    rate.value("additional_information"),
                    providers));
        }
        return lines;
    }

    static List<String> pricesOf(byte[] json) throws IOException {
        JsonNode root = MAPPER.readTree(json);
        Map<String, List<String>> references = new HashMap<>();
        for (JsonNode reference : root.path("provider_references")) {
            List<String> networks = texts(reference.path("network_name"));
            for (JsonNode group : reference.path("provider_groups")) {
                references
                        .computeIfAbsent(reference.path("provider_group_id").asText(), id -> new ArrayList<>())
                        .add(group(group, networks));
            }
        }
        List<String> lines = new ArrayList<>();
        for (JsonNode item : root.path("in_network")) {
            for (JsonNode rate : item.path("negotiated_rates")) {
                TreeSet<String> providers = new TreeSet<>();
                rate.path("provider_groups").forEach(group -> providers.add(group(group, List.of())));
                rate.path("provider_references").forEach(id -> providers.addAll(references.get(id.asText())));
                for (JsonNode price : rate.path("negotiated_prices")) {
                    lines.add(line(item, price, providers));
                }
            }
        }
        return lines;
    }

    private static String line(JsonNode item, JsonNode price, Collection<String> providers) {
        return line(
                text(item, "negotiation_arrangement"),
                text(item, "name"),
                text(item, "billing_code_type"),
                text(item, "billing_code_type_version"),
                text(item, "billing_code"),
                text(item, "description"),
                text(item, "severity_of_illness"),
                plain(price.path("negotiated_rate").decimalValue()),
                text(price, "negotiated_type"),
                text(price, "expiration_date"),
                text(price, "billing_class"),
                text(price, "setting"),
                orNull(texts(price.path("service_code"))),
                orNull(texts(price.path("billing_code_modifier"))),
                text(price, "additional_information"),
                providers);
    }

    private static String group(JsonNode group, List<String> networks) {
        TreeSet<Long> npis = new TreeSet<>();
        group.path("npi").forEach(npi -> npis.add(npi.asLong()));
        JsonNode tin = group.path("tin");
        return line(
                text(tin, "type"),
                text(tin, "value"),
                text(tin, "business_name"),
                List.copyOf(npis),
                orNull(List.copyOf(new TreeSet<>(networks))));
    }

    private static Object raw(Row row, String column) {
        Object text = row.value(column + "_text");
        return text == null ? row.value(column) : text;
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static Object orNull(List<String> texts) {
        return texts.isEmpty() ? null : texts;
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(node -> texts.add(node.asText()));
        return texts;
    }

    private static String text(JsonNode object, String key) {
        JsonNode value = object.path(key);
        return value.isMissingNode() || value.isNull() ? null : value.asText();
    }

    private static String line(Object... parts) {
        List<String> texts = new ArrayList<>();
        for (Object part : parts) {
            texts.add(String.valueOf(part));
        }
        return String.join(" | ", texts);
    }
}
