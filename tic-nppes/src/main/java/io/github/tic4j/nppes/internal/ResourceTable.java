package io.github.tic4j.nppes.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Small tables that are part of the library: CSV with a header, and comments in rows that start with {@code #}. */
public final class ResourceTable {

    private ResourceTable() {}

    /** The rows below the header. */
    public static List<List<String>> read(Class<?> owner, String name) {
        List<List<String>> rows = new ArrayList<>();
        InputStream in = owner.getResourceAsStream(name);
        if (in == null) {
            throw new IllegalStateException("The library lacks its resource " + name);
        }
        try (CsvCursor cursor = new CsvCursor(in, name)) {
            while (cursor.next()) {
                List<String> row = cursor.texts();
                if (!row.get(0).startsWith("#")) {
                    rows.add(row);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows.subList(1, rows.size());
    }
}
