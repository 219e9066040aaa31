package io.github.tic4j.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads rows from CSV by RFC 4180: an empty field is null, one of two quotes an empty text, a list a JSON array. */
final class CsvScanner extends RowScanner {

    private static final int END = -1;

    private final TableSchema schema;
    private final Reader in;
    private final int[] columns;
    private final List<@Nullable String> fields = new ArrayList<>();
    private final StringBuilder field = new StringBuilder();
    private long line = 1;
    private long start = 1;
    private int ahead;

    CsvScanner(TableSchema schema, InputStream stream, String name) throws IOException {
        super(schema, name);
        this.schema = schema;
        this.in = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8), 1 << 16);
        this.ahead = in.read();
        columns = nextRecord()
                ? fields.stream().mapToInt(each -> find(String.valueOf(each))).toArray()
                : new int[0];
    }

    @Override
    @Nullable
    Row next() throws IOException {
        if (!nextRecord()) {
            return null;
        }
        if (fields.size() != columns.length) {
            throw malformed("expected " + columns.length + " fields, were " + fields.size(), start, null);
        }
        Row row = new Row(schema);
        for (int i = 0; i < columns.length; i++) {
            String text = fields.get(i);
            if (columns[i] >= 0 && text != null) {
                read(row, columns[i], text);
            }
        }
        return row;
    }

    private void read(Row row, int column, String text) throws IOException {
        ColumnType type = schema.columns().get(column).type();
        if (!type.isList()) {
            set(row, column, text, start);
            return;
        }
        try {
            row.set(column, JsonLinesScanner.list(text, type));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw malformed("expected " + type + ", was \"" + text + "\"", start, e);
        }
    }

    /** Reads the fields of a line, which has more than one where a field has line breaks; whether there was one. */
    private boolean nextRecord() throws IOException {
        fields.clear();
        start = line;
        if (ahead == END) {
            return false;
        }
        fields.add(nextField());
        while (ahead == ',') {
            advance();
            fields.add(nextField());
        }
        if (ahead == '\r') {
            advance();
        }
        if (ahead != '\n' && ahead != END) {
            throw malformed("text after the quotes of field " + fields.size(), line, null);
        }
        advance();
        return true;
    }

    private @Nullable String nextField() throws IOException {
        field.setLength(0);
        if (ahead == '"') {
            return quotedField();
        }
        while (ahead != ',' && ahead != '\r' && ahead != '\n' && ahead != END) {
            field.append((char) ahead);
            advance();
        }
        return field.length() == 0 ? null : field.toString();
    }

    private String quotedField() throws IOException {
        advance();
        while (true) {
            if (ahead == END) {
                throw malformed("quotes that are not closed", start, null);
            }
            if (ahead == '"') {
                advance();
                if (ahead != '"') {
                    return field.toString();
                }
            }
            field.append((char) ahead);
            advance();
        }
    }

    private void advance() throws IOException {
        line += ahead == '\n' ? 1 : 0;
        ahead = in.read();
    }
}
