package io.github.tic4j.internal.scan;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.regex.RegularExpression;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** CMS's own schema of one kind and version in a general engine for JSON Schema. */
final class SchemaOracle {

    static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final JsonSchema schema;

    SchemaOracle(Path schemaFile) throws IOException {
        SchemaValidatorsConfig config = SchemaValidatorsConfig.builder()
                .formatAssertionsEnabled(true)
                .regularExpressionFactory(SchemaOracle::ecmaScript)
                .build();
        this.schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
                .getSchema(MAPPER.readTree(Files.readString(schemaFile)), config);
    }

    boolean accepts(byte[] document) {
        try {
            return schema.validate(byValue(MAPPER.readTree(document))).isEmpty();
        } catch (IOException noJson) {
            return false;
        }
    }

    /** The engine takes Java's expressions, whose {@code $} also stands before a last line break. */
    private static RegularExpression ecmaScript(String expression) {
        Pattern pattern = Pattern.compile(expression.replaceAll("\\$$", "\\\\z"));
        return text -> pattern.matcher(text).find();
    }

    /** The engine compares numbers by how they are spelt, the standard by their value: spells equal ones alike. */
    private static JsonNode byValue(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.fieldNames().forEachRemaining(key -> object.set(key, byValue(object.get(key))));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, byValue(array.get(i)));
            }
        } else if (node.isNumber()) {
            BigDecimal number = node.decimalValue().stripTrailingZeros();
            return number.scale() <= 0 && number.precision() - number.scale() < 1_000
                    ? BigIntegerNode.valueOf(number.toBigInteger())
                    : DecimalNode.valueOf(number);
        }
        return node;
    }
}
