package io.github.tic4j.table;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads rows from JSON objects, one a line. */
final class JsonLinesScanner extends RowScanner {

    private static final JsonFactory JSON = new JsonFactory();

    private final TableSchema schema;
    private final JsonParser json;

    JsonLinesScanner(TableSchema schema, InputStream in, String name) throws IOException {
        super(schema, name);
        this.schema = schema;
        this.json = JSON.createParser(in);
    }

    @Override
    @Nullable
    Row next() throws IOException {
        try {
            JsonToken start = json.nextToken();
            if (start == null) {
                return null;
            }
            if (start != JsonToken.START_OBJECT) {
                throw malformed("expected an object, was " + start, line(), null);
            }
            Row row = new Row(schema);
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                int column = find(json.currentName());
                json.nextToken();
                if (column < 0) {
                    json.skipChildren();
                } else {
                    read(row, column);
                }
            }
            return row;
        } catch (JsonProcessingException e) {
            throw malformed(e.getOriginalMessage(), line(), e);
        } catch (IllegalArgumentException e) {
            throw malformed(e.getMessage(), line(), e);
        }
    }

    private void read(Row row, int column) throws IOException {
        ColumnType type = schema.columns().get(column).type();
        if (json.currentToken() == JsonToken.VALUE_NULL) {
            row.set(column, null);
        } else if (json.currentToken() == JsonToken.START_ARRAY && type.isList()) {
            row.set(column, list(json, type));
        } else if (json.currentToken().isScalarValue() && !type.isList()) {
            set(row, column, json.getText(), line());
        } else {
            throw malformed("expected " + type + ", was " + json.currentToken(), line(), null);
        }
    }

    /**
     * A list that stands as a JSON array in a field of another format.
     *
     * @throws IllegalArgumentException if it is none, or an element is not of the list's type
     */
    static List<Object> list(String array, ColumnType type) throws IOException {
        try (JsonParser json = JSON.createParser(new StringReader(array))) {
            if (json.nextToken() != JsonToken.START_ARRAY) {
                throw new IllegalArgumentException("not a list");
            }
            return list(json, type);
        }
    }

    private static List<Object> list(JsonParser json, ColumnType type) throws IOException {
        List<Object> list = new ArrayList<>();
        JsonToken wanted = type == ColumnType.LONG_LIST ? JsonToken.VALUE_NUMBER_INT : JsonToken.VALUE_STRING;
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken() != wanted) {
                throw new IllegalArgumentException("an element of a " + type + " was " + json.currentToken());
            }
            list.add(type == ColumnType.LONG_LIST ? (Object) json.getLongValue() : json.getText());
        }
        return list;
    }

    private long line() {
        return json.currentLocation().getLineNr();
    }
}
