package io.github.tic4j.claims.read;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A JSON object seen as a row: {@code {"patient":{"id":1},"lines":[{"x":2}]}} has columns patient.id and lines.0.x. */
final class JsonRecord {

    private JsonRecord() {}

    static SourceRow flatten(Map<String, @Nullable Object> object, String source, long line, String raw) {
        Map<String, String> columns = new LinkedHashMap<>();
        flatten("", object, columns);
        List<String> names = List.copyOf(columns.keySet());
        return new SourceRow(new SourceRow.Header(source, line, names), line, new ArrayList<>(columns.values()), raw);
    }

    /** How many elements the list of this name has. */
    static int size(SourceRow row, String list) {
        int size = 0;
        for (String column : row.columns()) {
            if (column.startsWith(list + ".")) {
                int end = column.indexOf('.', list.length() + 1);
                String index = column.substring(list.length() + 1, end < 0 ? column.length() : end);
                size = index.matches("\\d{1,6}") ? Math.max(size, Integer.parseInt(index) + 1) : size;
            }
        }
        return size;
    }

    private static void flatten(String prefix, @Nullable Object value, Map<String, String> columns) {
        if (value instanceof Map<?, ?> object) {
            object.forEach((name, member) -> flatten(join(prefix, name), member, columns));
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                flatten(join(prefix, i), list.get(i), columns);
            }
        } else if (value instanceof BigDecimal number) {
            columns.put(prefix, number.toPlainString());
        } else if (value != null) {
            columns.put(prefix, value.toString());
        }
    }

    private static String join(String prefix, Object name) {
        String lower = name.toString().toLowerCase(Locale.ROOT);
        return prefix.isEmpty() ? lower : prefix + "." + lower;
    }
}
