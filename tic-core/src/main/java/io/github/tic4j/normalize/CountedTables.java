package io.github.tic4j.normalize;

import io.github.tic4j.table.ColumnBatch;
import io.github.tic4j.table.Row;
import io.github.tic4j.table.TableSchema;
import io.github.tic4j.table.TableSet;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** Tables, with a count of the rows that each was given. */
final class CountedTables {

    private final TableSet tables;
    private final Map<String, Long> rows = new HashMap<>();

    CountedTables(TableSet tables) {
        this.tables = tables;
    }

    void write(Row row) throws IOException {
        tables.writer(row.schema()).write(row);
        count(row.schema(), 1);
    }

    void write(ColumnBatch batch) throws IOException {
        tables.writer(batch.schema()).write(batch);
        count(batch.schema(), batch.rows());
    }

    Map<String, Long> rows() {
        return rows;
    }

    private void count(TableSchema schema, long count) {
        rows.merge(schema.name(), count, Long::sum);
    }
}
