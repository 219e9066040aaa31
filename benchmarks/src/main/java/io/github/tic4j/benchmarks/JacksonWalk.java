package io.github.tic4j.benchmarks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.tic4j.mrf.Item;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Streams through the items of a file with Jackson as one would by hand: every field of a wanted item is read, other items
 * and the rest of the file are skipped. What becomes of the values is up to the subclass. It relies on the order of keys
 * of the generated files.
 */
abstract class JacksonWalk {

    private static final JsonFactory JSON = new JsonFactory();

    private final Set<String> wanted;
    private final PriceFields price = new PriceFields();

    /** The values of a price; the object is reused. */
    static final class PriceFields {
        BigDecimal rate = BigDecimal.ZERO;

        @Nullable
        String type;

        @Nullable
        String date;

        @Nullable
        String billingClass;

        @Nullable
        String setting;

        @Nullable
        String information;

        final List<String> serviceCodes = new ArrayList<>();
        final List<String> modifiers = new ArrayList<>();
    }

    /** Walks through the items of these codes, given as {@code TYPE CODE}; through all where there are none. */
    JacksonWalk(Set<String> wanted) {
        this.wanted = wanted;
    }

    /** An item begins. */
    abstract void item(Item item);

    /** A rate begins. */
    abstract void rate(long index);

    /** The parser is at a reference of the rate. */
    abstract void reference(JsonParser parser) throws IOException;

    /** A price of the rate, behind its references. */
    abstract void price(PriceFields price);

    /** Reads the stream to its end and closes it. */
    final void read(InputStream in) throws IOException {
        try (in;
                JsonParser parser = JSON.createParser(in)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean items = parser.currentName().equals("in_network");
                parser.nextToken();
                if (!items) {
                    parser.skipChildren();
                    continue;
                }
                for (long i = 0; parser.nextToken() == JsonToken.START_OBJECT; i++) {
                    item(parser, i);
                }
            }
        }
    }

    private void item(JsonParser parser, long index) throws IOException {
        String arrangement = null;
        String name = null;
        String type = null;
        String version = null;
        String code = null;
        String description = null;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            parser.nextToken();
            switch (key) {
                case "negotiation_arrangement" -> arrangement = parser.getText();
                case "name" -> name = parser.getText();
                case "billing_code_type" -> type = parser.getText();
                case "billing_code_type_version" -> version = parser.getText();
                case "billing_code" -> code = parser.getText();
                case "description" -> description = parser.getText();
                case "negotiated_rates" -> {
                    if (wanted.isEmpty() || wanted.contains(type + " " + code)) {
                        item(new Item("", index, arrangement, name, type, version, code, description, null));
                        rates(parser);
                    } else {
                        parser.skipChildren();
                    }
                }
                default -> parser.skipChildren();
            }
        }
    }

    private void rates(JsonParser parser) throws IOException {
        for (long i = 0; parser.nextToken() == JsonToken.START_OBJECT; i++) {
            rate(i);
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String key = parser.currentName();
                parser.nextToken();
                switch (key) {
                    case "provider_references" -> {
                        while (parser.nextToken() != JsonToken.END_ARRAY) {
                            reference(parser);
                        }
                    }
                    case "negotiated_prices" -> {
                        while (parser.nextToken() == JsonToken.START_OBJECT) {
                            price(parser);
                        }
                    }
                    default -> parser.skipChildren();
                }
            }
        }
    }

    private void price(JsonParser parser) throws IOException {
        price.setting = null;
        price.information = null;
        price.serviceCodes.clear();
        price.modifiers.clear();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String key = parser.currentName();
            parser.nextToken();
            switch (key) {
                case "negotiated_rate" -> price.rate = parser.getDecimalValue();
                case "negotiated_type" -> price.type = parser.getText();
                case "expiration_date" -> price.date = parser.getText();
                case "billing_class" -> price.billingClass = parser.getText();
                case "setting" -> price.setting = parser.getText();
                case "additional_information" -> price.information = parser.getText();
                case "service_code" -> texts(parser, price.serviceCodes);
                case "billing_code_modifier" -> texts(parser, price.modifiers);
                default -> parser.skipChildren();
            }
        }
        price(price);
    }

    private static void texts(JsonParser parser, List<String> into) throws IOException {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            into.add(parser.getText());
        }
    }
}
