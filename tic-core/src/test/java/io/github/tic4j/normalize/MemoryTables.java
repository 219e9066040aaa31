package io.github.tic4j.normalize;

import io.github.tic4j.table.Row;
import io.github.tic4j.table.TableSchema;
import io.github.tic4j.table.TableSet;
import io.github.tic4j.table.TableWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tables in memory, as a host that knows rows only would keep them. */
final class MemoryTables {

    private final Map<String, List<Row>> rows = new HashMap<>();

    TableSet set() {
        return new TableSet(this::open);
    }

    List<Row> rows(TableSchema schema) {
        return rows.getOrDefault(schema.name(), List.of());
    }

    /** All rows as text, for comparison as sets. */
    List<String> texts(TableSchema schema) {
        return rows(schema).stream().map(Row::toString).toList();
    }

    /** The rows of a table by a column. */
    Map<Object, Row> by(TableSchema schema, String column) {
        Map<Object, Row> found = new HashMap<>();
        rows(schema).forEach(row -> found.put(row.value(column), row));
        return found;
    }

    private TableWriter open(TableSchema schema) {
        List<Row> all = rows.computeIfAbsent(schema.name(), name -> new ArrayList<>());
        return new TableWriter() {
            @Override
            public void write(Row row) {
                row.requireComplete();
                Row copy = new Row(schema);
                for (int i = 0; i < schema.columns().size(); i++) {
                    if (row.value(i) != null) {
                        copy.set(i, row.value(i));
                    }
                }
                all.add(copy);
            }

            @Override
            public void commit() {}

            @Override
            public void close() {}
        };
    }
}
