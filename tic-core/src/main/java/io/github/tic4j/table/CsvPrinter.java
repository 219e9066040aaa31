package io.github.tic4j.table;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** CSV by RFC 4180. */
final class CsvPrinter implements RowPrinter {

    private static final String LINE_END = "\r\n";

    private final Writer out;
    private final int width;

    /** The last list of each column and its text: neighbouring rows mostly share them. */
    private final @Nullable Object[] lists;

    private final String[] texts;

    CsvPrinter(TableSchema schema, OutputStream stream) throws IOException {
        this.out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
        this.width = schema.columns().size();
        this.lists = new @Nullable Object[width];
        this.texts = new String[width];
        for (int i = 0; i < width; i++) {
            separate(i);
            out.write(schema.columns().get(i).name());
        }
        out.write(LINE_END);
    }

    @Override
    public void print(Row row) throws IOException {
        for (int i = 0; i < width; i++) {
            separate(i);
            printField(i, row.value(i));
        }
        out.write(LINE_END);
    }

    @Override
    public void flush() throws IOException {
        out.flush();
    }

    private void separate(int column) throws IOException {
        if (column > 0) {
            out.write(',');
        }
    }

    private void printField(int column, @Nullable Object value) throws IOException {
        if (value == null) {
            return;
        }
        String text = value instanceof List<?> list ? textOf(column, list) : textOf(value);
        if (needsQuotes(text)) {
            out.write('"');
            out.write(text.replace("\"", "\"\""));
            out.write('"');
        } else {
            out.write(text);
        }
    }

    private String textOf(int column, List<?> list) throws IOException {
        // A row holds immutable lists, so that the same one has the same text.
        if (list != lists[column]) {
            StringWriter array = new StringWriter();
            JsonLinesPrinter.printList(list, array);
            lists[column] = list;
            texts[column] = array.toString();
        }
        return texts[column];
    }

    private static String textOf(Object value) {
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    /** An empty text is quoted too, since an empty field without quotes stands for null. */
    private static boolean needsQuotes(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ',' || c == '"' || c == '\n' || c == '\r') {
                return true;
            }
        }
        return text.isEmpty();
    }
}
