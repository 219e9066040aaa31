package io.github.tic4j.claims.layer;

import java.io.Closeable;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The tables of one layer while they are written: opened at the first row or when asked, committed and closed together. */
final class OpenTables implements Closeable {

    private final TableSink sink;
    private final Map<RowMapping<?>, TableWriter> writers = new LinkedHashMap<>();

    OpenTables(TableSink sink) {
        this.sink = sink;
    }

    /** Opens tables, so that they exist even without a row. */
    void open(RowMapping<?>... mappings) throws IOException {
        for (RowMapping<?> mapping : mappings) {
            writer(mapping);
        }
    }

    <T> void write(RowMapping<T> mapping, T value) throws IOException {
        writer(mapping).write(mapping.row(value));
    }

    <T> void writeAll(RowMapping<T> mapping, Iterable<T> values) throws IOException {
        open(mapping);
        for (T value : values) {
            write(mapping, value);
        }
    }

    void commit() throws IOException {
        for (TableWriter writer : writers.values()) {
            writer.commit();
        }
    }

    @Override
    public void close() throws IOException {
        IOException fault = null;
        for (TableWriter writer : writers.values()) {
            try {
                writer.close();
            } catch (IOException e) {
                if (fault == null) {
                    fault = e;
                } else {
                    fault.addSuppressed(e);
                }
            }
        }
        if (fault != null) {
            throw fault;
        }
    }

    private TableWriter writer(RowMapping<?> mapping) throws IOException {
        TableWriter writer = writers.get(mapping);
        if (writer == null) {
            writer = sink.open(mapping.table());
            writers.put(mapping, writer);
        }
        return writer;
    }
}
