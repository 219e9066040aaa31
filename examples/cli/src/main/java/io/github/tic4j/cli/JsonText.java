package io.github.tic4j.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One JSON object on one line. */
final class JsonText {

    private static final JsonFactory FACTORY = new JsonFactory();

    private final StringWriter text = new StringWriter();
    private final JsonGenerator generator;

    JsonText() throws IOException {
        generator = FACTORY.createGenerator(text);
        generator.writeStartObject();
    }

    void field(String name, @Nullable String value) throws IOException {
        generator.writeStringField(name, value);
    }

    void field(String name, long value) throws IOException {
        generator.writeNumberField(name, value);
    }

    void field(String name, @Nullable BigDecimal value) throws IOException {
        generator.writeFieldName(name);
        if (value == null) {
            generator.writeNull();
        } else {
            generator.writeNumber(value);
        }
    }

    void field(String name, List<String> values) throws IOException {
        generator.writeArrayFieldStart(name);
        for (String value : values) {
            generator.writeString(value);
        }
        generator.writeEndArray();
    }

    void field(String name, Map<String, Long> counts) throws IOException {
        generator.writeObjectFieldStart(name);
        for (Map.Entry<String, Long> count : counts.entrySet()) {
            generator.writeNumberField(count.getKey(), count.getValue());
        }
        generator.writeEndObject();
    }

    /** A field whose value is JSON already. */
    void rawField(String name, String json) throws IOException {
        generator.writeFieldName(name);
        generator.writeRawValue(json);
    }

    String end() throws IOException {
        generator.writeEndObject();
        generator.close();
        return text.toString();
    }
}
