package io.github.tic4j.nppes.fact;

import io.github.tic4j.table.Column;
import io.github.tic4j.table.Row;
import io.github.tic4j.table.TableSchema;
import io.github.tic4j.table.TableSource;
import io.github.tic4j.table.TableWriter;
import io.github.tic4j.table.Tables;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A few rows of the compact tables. */
final class MemoryTables implements TableSource {

    private final Map<String, List<Row>> tables = new HashMap<>();

    static Row price(String set, String code, String rate) {
        return new Row(Tables.RATES)
                .set("file_id", "f")
                .set("payer_uuid", "db18448f-0a71-51f8-9a6d-351171089123")
                .set("provider_set_id", set)
                .set("billing_code_type", "CPT")
                .set("billing_code", code)
                .set("name", "name of " + code)
                .set("negotiated_type", "negotiated")
                .set("negotiated_rate", new BigDecimal(rate))
                .set("billing_class", "professional");
    }

    MemoryTables rate(Row price) {
        return add(price);
    }

    MemoryTables set(String id, String... groups) {
        return add(new Row(Tables.PROVIDER_SETS)
                .set("provider_set_id", id)
                .set("group_ids", Arrays.asList(groups))
                .set("npi_count", 0L));
    }

    MemoryTables group(String id, String organization, Long... npis) {
        return add(group(id, Arrays.asList(npis)).set("organization_uuid", organization));
    }

    static Row group(String id, List<Long> npis) {
        return new Row(Tables.PROVIDER_GROUPS)
                .set("group_id", id)
                .set("npi", npis)
                .set("npi_count", (long) npis.size());
    }

    MemoryTables add(Row row) {
        tables.computeIfAbsent(row.schema().name(), name -> new ArrayList<>()).add(row);
        return this;
    }

    @Override
    public void forEach(TableSchema schema, RowConsumer consumer) throws IOException {
        for (Row row : tables.getOrDefault(schema.name(), List.of())) {
            consumer.accept(project(row, schema));
        }
    }

    private static Row project(Row row, TableSchema schema) {
        Row projected = new Row(schema);
        for (Column column : schema.columns()) {
            projected.set(column.name(), row.value(column.name()));
        }
        return projected;
    }

    /** Keeps what is written. */
    static final class Collector implements TableWriter {

        final List<Row> rows = new ArrayList<>();

        @Override
        public void write(Row row) {
            row.requireComplete();
            rows.add(project(row, row.schema()));
        }

        List<Object> values(String column) {
            return rows.stream().map(row -> row.value(column)).toList();
        }

        @Override
        public void commit() {}

        @Override
        public void close() {}
    }
}
