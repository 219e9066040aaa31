package io.github.tic4j.parquet;

import io.github.tic4j.table.Row;
import io.github.tic4j.table.TableFolder;
import io.github.tic4j.table.TableSchema;
import io.github.tic4j.table.TableSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads whole tables of a folder, whatever files and partitions they are in. */
final class TableFiles {

    private TableFiles() {}

    /** Hands every row on; the schema may have only some of the table's columns. */
    static void forEach(Path root, TableSchema schema, TableSource.RowConsumer consumer) throws IOException {
        for (Path file : new TableFolder(root, ParquetFormat.defaults()).files(schema)) {
            try (ParquetRows rows = ParquetRows.open(file, schema)) {
                for (Row row : rows) {
                    consumer.accept(row);
                }
            }
        }
    }

    /** The values that a text column has for each value of another; nulls are left out. */
    static Map<String, Set<String>> map(Path root, TableSchema schema, String key, String value) throws IOException {
        Map<String, Set<String>> map = new HashMap<>();
        forEach(root, schema.select(key, value), row -> {
            String from = row.text(0);
            String to = row.text(1);
            if (from != null && to != null) {
                map.computeIfAbsent(from, unused -> new TreeSet<>()).add(to);
            }
        });
        return map;
    }
}
