package io.github.tic4j.cli;

import io.github.tic4j.claims.layer.Table;
import io.github.tic4j.claims.layer.TableSink;
import io.github.tic4j.claims.layer.TableWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Passes tables on and counts their rows; without a sink to pass on to, it only counts. */
final class TableCounts implements TableSink {

    private final @Nullable TableSink sink;
    private final Map<String, Long> rows = new LinkedHashMap<>();

    TableCounts(@Nullable TableSink sink) {
        this.sink = sink;
    }

    @Override
    public TableWriter open(Table table) throws IOException {
        rows.put(table.name(), 0L);
        TableWriter writer = sink == null ? null : sink.open(table);
        return new TableWriter() {
            @Override
            public void write(List<? extends @Nullable Object> row) throws IOException {
                rows.merge(table.name(), 1L, Long::sum);
                if (writer != null) {
                    writer.write(row);
                }
            }

            @Override
            public void commit() throws IOException {
                if (writer != null) {
                    writer.commit();
                }
            }

            @Override
            public void close() throws IOException {
                if (writer != null) {
                    writer.close();
                }
            }
        };
    }

    /** Prints the tables that were passed on, with their rows; nothing if there was no sink. */
    void print(PrintStream out) {
        if (sink != null) {
            out.println();
            TextTable table = new TextTable("table", "rows");
            rows.forEach(table::add);
            table.print(out);
        }
    }
}
