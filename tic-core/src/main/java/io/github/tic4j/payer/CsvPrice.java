package io.github.tic4j.payer;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The columns of CSV with a price a row, and how they are written as CMS's JSON. */
final class CsvPrice {

    private static final List<String> HEADER =
            List.of("reporting_entity_name", "reporting_entity_type", "last_updated_on", "version");
    private static final List<String> ITEM = List.of(
            "negotiation_arrangement",
            "name",
            "billing_code_type",
            "billing_code_type_version",
            "billing_code",
            "description");

    /** CMS's keys of a bundled code, and the columns that hold them. */
    private static final Map<String, String> BUNDLED = Map.of(
            "billing_code_type", "bundled_billing_code_type",
            "billing_code_type_version", "bundled_billing_code_version",
            "billing_code", "bundled_billing_code",
            "description", "bundled_description");

    private static final List<String> PRICE = List.of("negotiated_type", "expiration_date", "billing_class", "setting");
    private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9]\\d*)(?:\\.\\d+)?");
    private static final Pattern BETWEEN = Pattern.compile("[\\[\\]\",;|\\s]+");

    private final Map<String, Integer> columns = new HashMap<>();
    private final int width;

    /** The columns that a first row names. */
    CsvPrice(List<String> names) {
        width = names.size();
        for (int i = 0; i < width; i++) {
            columns.putIfAbsent(
                    names.get(i)
                            .replace("\ufeff", "")
                            .strip()
                            .toLowerCase(Locale.ROOT)
                            .replace(' ', '_'),
                    i);
        }
    }

    /** Whether there can be a price in a row. */
    boolean isComplete() {
        return columns.containsKey("negotiated_rate") && columns.containsKey("billing_code");
    }

    /** What rows of one item have in common. */
    List<String> item(List<String> row) {
        List<String> values = new ArrayList<>();
        Stream.concat(ITEM.stream(), BUNDLED.values().stream())
                .forEach(name -> values.add(String.valueOf(cell(row, name))));
        return values;
    }

    void writeHeader(JsonGenerator json, List<String> row) throws IOException {
        writeTexts(json, row, HEADER);
    }

    void writeItem(JsonGenerator json, List<String> row) throws IOException {
        writeTexts(json, row, ITEM);
        if (BUNDLED.values().stream().anyMatch(name -> cell(row, name) != null)) {
            json.writeArrayFieldStart("bundled_codes");
            json.writeStartObject();
            for (Map.Entry<String, String> bundled : BUNDLED.entrySet()) {
                writeText(json, bundled.getKey(), cell(row, bundled.getValue()));
            }
            json.writeEndObject();
            json.writeEndArray();
        }
    }

    void writeRate(JsonGenerator json, List<String> row, long number) throws IOException {
        json.writeStartObject();
        json.writeArrayFieldStart("provider_groups");
        json.writeStartObject();
        writeList(json, "npi", cell(row, "npi"));
        json.writeObjectFieldStart("tin");
        writeText(json, "type", cell(row, "type"));
        writeText(json, "value", cell(row, "tin"));
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndArray();
        json.writeArrayFieldStart("negotiated_prices");
        writePrice(json, row, number);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void writePrice(JsonGenerator json, List<String> row, long number) throws IOException {
        json.writeStartObject();
        if (row.size() != width) {
            // A separator too many has shifted the cells. The ledger counts the price as rejected, with this as its
            // text.
            json.writeStringField(
                    "negotiated_rate", "row " + number + " has " + row.size() + " cells, the first row " + width);
            json.writeEndObject();
            return;
        }
        writeTexts(json, row, PRICE);
        String rate = cell(row, "negotiated_rate");
        if (rate != null) {
            json.writeFieldName("negotiated_rate");
            writeScalar(json, rate);
        }
        writeList(json, "service_code", cell(row, "service_code"));
        writeList(json, "billing_code_modifier", cell(row, "billing_code_modifier"));
        String more = cell(row, "additional_information");
        writeText(json, "additional_information", more == null ? cell(row, "additional_info") : more);
        json.writeEndObject();
    }

    private void writeTexts(JsonGenerator json, List<String> row, List<String> names) throws IOException {
        for (String name : names) {
            writeText(json, name, cell(row, name));
        }
    }

    private static void writeText(JsonGenerator json, String name, @Nullable String text) throws IOException {
        if (text != null) {
            json.writeStringField(name, text);
        }
    }

    private static void writeList(JsonGenerator json, String name, @Nullable String list) throws IOException {
        if (list == null) {
            return;
        }
        json.writeArrayFieldStart(name);
        for (String element : BETWEEN.split(list)) {
            if (!element.isEmpty() && name.equals("npi")) {
                writeScalar(json, element);
            } else if (!element.isEmpty()) {
                json.writeString(element);
            }
        }
        json.writeEndArray();
    }

    private static void writeScalar(JsonGenerator json, String text) throws IOException {
        if (NUMBER.matcher(text).matches()) {
            json.writeNumber(text);
        } else {
            json.writeString(text);
        }
    }

    private @Nullable String cell(List<String> row, String name) {
        int column = columns.getOrDefault(name, row.size());
        return column < row.size() && !row.get(column).isEmpty() ? row.get(column) : null;
    }
}
