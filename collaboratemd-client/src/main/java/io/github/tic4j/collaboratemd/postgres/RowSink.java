package io.github.tic4j.collaboratemd.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes rows into a table, by COPY where the driver offers it and by batches of inserts elsewhere. */
interface RowSink extends AutoCloseable {

    void add(List<? extends @Nullable String> cells) throws SQLException;

    /** Writes what is left; without it nothing is sure to be in the table. */
    void finish() throws SQLException;

    @Override
    void close() throws SQLException;

    /**
     * A sink into a table.
     *
     * @param columns the quoted columns, in the order of the cells
     */
    static RowSink open(Connection connection, String table, List<String> columns) throws SQLException {
        return CopySink.isOfferedBy(connection)
                ? CopySink.open(connection, table, columns)
                : BatchSink.open(connection, table, columns);
    }
}
