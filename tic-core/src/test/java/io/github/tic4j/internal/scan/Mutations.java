package io.github.tic4j.internal.scan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes many documents out of one, each with one to three changes somewhere. */
final class Mutations {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "x",
            "ein",
            "npi",
            "EIN",
            "hios",
            "professional",
            "institutional",
            "both",
            "inpatient",
            "percentage",
            "per diem",
            "fee schedule",
            "bundle",
            "CPT",
            "CSTM-ALL",
            "CSTM-00",
            "00",
            "01",
            "11",
            "28",
            "49",
            "59",
            "70",
            "99",
            "1",
            "100",
            "2026-02-28",
            "2026-02-29",
            "2024-02-29",
            "2026-13-01",
            "2026-1-1",
            "2026-01-01T00:00:00Z",
            "12-3456789",
            "123456789",
            "12-34567890",
            "x12-3456789y",
            "1234567893",
            "0123456789",
            "0",
            "https://a.b/c",
            "http://a.b/c",
            "https://",
            "https://a b",
            "https://a.b/%zz",
            "ftp://a",
            "group",
            "individual",
            "é€",
            "tab\tquote\"slash\\",
            "12-3456789\n",
            "01\n");
    private static final List<String> NUMBERS = List.of(
            "0",
            "-0",
            "0.0",
            "1",
            "-1",
            "1.0",
            "1.5",
            "1e3",
            "1E-3",
            "-0.01",
            "1000000000",
            "999999999",
            "9999999999",
            "10000000000",
            "1234567893",
            "1234567893.0",
            "1.234567893e9",
            "1234567893.5",
            "1e400",
            "123456789012345678901");
    private static final List<String> KEYS = List.of(
            "extra",
            "setting",
            "issuer_name",
            "plan_name",
            "plan_id_type",
            "plan_id",
            "plan_market_type",
            "plan_sponsor_name",
            "business_name",
            "network_name",
            "location",
            "provider_groups",
            "provider_references",
            "service_code",
            "version",
            "bundled_codes",
            "covered_services",
            "severity_of_illness",
            "last_updated_on",
            "in_network_files",
            "allowed_amount_file",
            "billing_code_modifier",
            "additional_information",
            "value",
            "type");

    private final Random random;

    private Mutations(long seed) {
        random = new Random(seed);
    }

    static List<byte[]> of(byte[] document, int count, long seed) throws IOException {
        Mutations mutations = new Mutations(seed);
        List<byte[]> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            JsonNode root = SchemaOracle.MAPPER.readTree(document);
            for (int changes = 1 + mutations.random.nextInt(3); changes > 0; changes--) {
                mutations.change(root);
            }
            all.add(mutations.spelt(root));
        }
        return all;
    }

    private void change(JsonNode root) {
        List<JsonNode> containers = new ArrayList<>();
        collect(root, containers);
        JsonNode at = pick(containers);
        if (at instanceof ObjectNode object) {
            change(object);
        } else if (at instanceof ArrayNode array) {
            change(array);
        }
    }

    private static void collect(JsonNode node, List<JsonNode> containers) {
        if (node.isContainerNode()) {
            containers.add(node);
            node.forEach(child -> collect(child, containers));
        }
    }

    private void change(ObjectNode object) {
        List<String> keys = new ArrayList<>();
        object.fieldNames().forEachRemaining(keys::add);
        if (keys.isEmpty() || random.nextInt(6) == 0) {
            object.set(pick(KEYS), value());
            return;
        }
        String key = pick(keys);
        switch (random.nextInt(3)) {
            case 0 -> object.remove(key);
            case 1 -> object.set(key, value());
            default -> object.set(key, like(object.get(key)));
        }
    }

    private void change(ArrayNode array) {
        if (array.isEmpty() || random.nextInt(6) == 0) {
            array.add(value());
            return;
        }
        int index = random.nextInt(array.size());
        switch (random.nextInt(5)) {
            case 0 -> array.removeAll();
            case 1 -> array.remove(index);
            case 2 -> array.add(respelt(array.get(index)));
            case 3 -> array.set(index, value());
            default -> array.set(index, like(array.get(index)));
        }
    }

    /** An equal value with its keys in another order, or its number spelt in another way. */
    private static JsonNode respelt(JsonNode node) {
        if (node instanceof ObjectNode object) {
            List<String> keys = new ArrayList<>();
            object.fieldNames().forEachRemaining(key -> keys.add(0, key));
            ObjectNode other = NODES.objectNode();
            keys.forEach(key -> other.set(key, object.get(key).deepCopy()));
            return other;
        }
        if (node.isNumber()) {
            BigDecimal number = node.decimalValue();
            return DecimalNode.valueOf(number.setScale(number.scale() + 1));
        }
        return node.deepCopy();
    }

    /** Another value of the same type. */
    private JsonNode like(JsonNode node) {
        if (node.isTextual()) {
            return NODES.textNode(pick(TEXTS));
        }
        return node.isNumber() ? number(pick(NUMBERS)) : value();
    }

    private JsonNode value() {
        return switch (random.nextInt(9)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.booleanNode(random.nextBoolean());
            case 2, 3 -> number(pick(NUMBERS));
            case 4 -> NODES.arrayNode();
            case 5 -> NODES.arrayNode().add(NODES.textNode(pick(TEXTS)));
            case 6 -> NODES.objectNode();
            default -> NODES.textNode(pick(TEXTS));
        };
    }

    private static JsonNode number(String text) {
        return text.matches("-?\\d+")
                ? BigIntegerNode.valueOf(new BigInteger(text))
                : DecimalNode.valueOf(new BigDecimal(text));
    }

    /** The document as text: now and then with escapes, and with a key or the end twice. */
    private byte[] spelt(JsonNode root) {
        String text = root.toString();
        if (random.nextInt(8) == 0) {
            text = text.replace("e", "\\u0065").replaceAll("(?<=\\d)\\\\u0065(?=\\d)", "e");
        }
        if (random.nextInt(40) == 0) {
            text = text.replaceFirst("\"billing_class\":", "\"billing_class\":\"professional\",\"billing_class\":");
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
