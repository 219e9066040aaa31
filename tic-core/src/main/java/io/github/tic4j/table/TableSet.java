package io.github.tic4j.table;

import java.io.Closeable;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Several tables that are written together: each is opened when its first row comes, and all are committed or discarded at
 * the end. For use by one thread.
 *
 * <pre>{@code
 * TableFolder folder = new TableFolder(path, TextFormat.CSV);
 * try (TableSet tables = new TableSet(folder::batches)) {
 *     tables.writer(Tables.PAYERS).write(row);
 *     tables.commit();
 * }
 * }</pre>
 */
public final class TableSet implements Closeable {

    private final Opener opener;
    private final Map<TableSchema, TableWriter> writers = new LinkedHashMap<>();

    /** Opens the writer of a table; for instance {@code folder::batches}. */
    @FunctionalInterface
    public interface Opener {

        /** The writer, which the set closes. */
        TableWriter open(TableSchema schema) throws IOException;
    }

    /** A set in which no table is open yet. */
    public TableSet(Opener opener) {
        this.opener = opener;
    }

    /** The writer of a table, opened the first time that it is asked for. The set commits and closes it. */
    public TableWriter writer(TableSchema schema) throws IOException {
        TableWriter writer = writers.get(schema);
        if (writer == null) {
            writer = opener.open(schema);
            writers.put(schema, writer);
        }
        return writer;
    }

    /** Says something about every table that is open; see {@link TableWriter#describe}. */
    public void describe(String key, String value) {
        writers.values().forEach(writer -> writer.describe(key, value));
    }

    /** The tables that are open, in the order in which they were opened. */
    public Collection<TableSchema> schemas() {
        return writers.keySet();
    }

    /** Commits every table, one after the other. Afterwards only {@link #close()} may be called. */
    public void commit() throws IOException {
        for (TableWriter writer : writers.values()) {
            writer.commit();
        }
    }

    /** Closes every table; what was not committed is discarded. Idempotent. */
    @Override
    public void close() throws IOException {
        Closing.all(writers.values());
    }
}
