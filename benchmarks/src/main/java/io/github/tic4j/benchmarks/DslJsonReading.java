package io.github.tic4j.benchmarks;

import com.dslplatform.json.DslJson;
import com.dslplatform.json.JsonReader;
import com.dslplatform.json.NumberConverter;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Streams through the items of a file with dsl-json by hand, as {@link JacksonWalk} does. Each method that reads a value
 * starts at its first byte and returns the token behind it.
 */
final class DslJsonReading {

    private static final DslJson<Object> JSON = new DslJson<>();

    private final JsonReader<Object> json;
    private final Set<String> wanted;
    private final Tally tally;
    private @Nullable String codeType;
    private @Nullable String code;

    private DslJsonReading(JsonReader<Object> json, Set<String> wanted, Tally tally) {
        this.json = json;
        this.wanted = wanted;
        this.tally = tally;
    }

    /** Reads the prices of some codes, or of all where there are none. */
    static void stream(InputStream in, Set<String> wanted, Tally tally) throws IOException {
        try (in) {
            JsonReader<Object> json = JSON.newReader(new byte[1 << 16]);
            json.process(in);
            json.getNextToken();
            new DslJsonReading(json, wanted, tally).root();
        }
    }

    private void root() throws IOException {
        for (byte token = json.getNextToken(); token == '"'; token = next(token)) {
            boolean items = key().wasLastName("in_network");
            token = items ? items() : json.skip();
        }
    }

    private byte items() throws IOException {
        for (byte token = json.getNextToken(); token == '{'; token = next(token)) {
            token = item();
        }
        return json.getNextToken();
    }

    private byte item() throws IOException {
        for (byte token = json.getNextToken(); token == '"'; token = next(token)) {
            key();
            if (json.wasLastName("billing_code_type")) {
                codeType = json.readString();
                token = json.getNextToken();
            } else if (json.wasLastName("billing_code")) {
                code = json.readString();
                token = json.getNextToken();
            } else if (json.wasLastName("negotiated_rates")
                    && (wanted.isEmpty() || wanted.contains(codeType + " " + code))) {
                tally.item(codeType, code);
                token = rates();
            } else if (json.last() == '"') {
                tally.touch(json.readString());
                token = json.getNextToken();
            } else {
                token = json.skip();
            }
        }
        return json.getNextToken();
    }

    private byte rates() throws IOException {
        for (byte token = json.getNextToken(); token == '{'; token = next(token)) {
            token = rate();
        }
        return json.getNextToken();
    }

    private byte rate() throws IOException {
        for (byte token = json.getNextToken(); token == '"'; token = next(token)) {
            key();
            if (json.wasLastName("provider_references")) {
                token = references();
            } else if (json.wasLastName("negotiated_prices")) {
                token = prices();
            } else {
                token = json.skip();
            }
        }
        return json.getNextToken();
    }

    private byte references() throws IOException {
        for (byte token = json.getNextToken(); token != ']'; token = next(token)) {
            tally.reference(NumberConverter.deserializeLong(json));
            token = json.getNextToken();
        }
        return json.getNextToken();
    }

    private byte prices() throws IOException {
        for (byte token = json.getNextToken(); token == '{'; token = next(token)) {
            token = price();
        }
        return json.getNextToken();
    }

    private byte price() throws IOException {
        BigDecimal rate = BigDecimal.ZERO;
        String type = null;
        String date = null;
        String billingClass = null;
        for (byte token = json.getNextToken(); token == '"'; token = next(token)) {
            key();
            if (json.wasLastName("negotiated_rate")) {
                rate = NumberConverter.deserializeDecimal(json);
            } else if (json.wasLastName("negotiated_type")) {
                type = json.readString();
            } else if (json.wasLastName("expiration_date")) {
                date = json.readString();
            } else if (json.wasLastName("billing_class")) {
                billingClass = json.readString();
            } else if (json.last() == '[') {
                texts();
            } else {
                tally.touch(json.readString());
            }
            token = json.getNextToken();
        }
        tally.price(rate, type, date, billingClass);
        return json.getNextToken();
    }

    /** Reads a list of texts and stays at its end. */
    private void texts() throws IOException {
        for (byte token = json.getNextToken(); token != ']'; token = next(token)) {
            tally.touch(json.readString());
            token = json.getNextToken();
        }
    }

    /** Reads a key and goes to its value. */
    private JsonReader<Object> key() throws IOException {
        json.fillName();
        json.getNextToken();
        return json;
    }

    /** Steps over a comma. */
    private byte next(byte token) throws IOException {
        return token == ',' ? json.getNextToken() : token;
    }
}
