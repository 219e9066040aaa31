package io.github.tic4j.collaboratemd.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows by batches of inserts, for connections that hide the driver's COPY. */
final class BatchSink implements RowSink {

    private static final int BATCH = 1_000;

    private final PreparedStatement insert;
    private int pending;

    private BatchSink(PreparedStatement insert) {
        this.insert = insert;
    }

    static RowSink open(Connection connection, String table, List<String> columns) throws SQLException {
        String sql = "INSERT INTO " + table + " (" + String.join(", ", columns) + ") VALUES ("
                + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")";
        return new BatchSink(connection.prepareStatement(sql));
    }

    @Override
    public void add(List<? extends @Nullable String> cells) throws SQLException {
        for (int i = 0; i < cells.size(); i++) {
            insert.setString(i + 1, cells.get(i));
        }
        insert.addBatch();
        if (++pending == BATCH) {
            finish();
        }
    }

    @Override
    public void finish() throws SQLException {
        insert.executeBatch();
        pending = 0;
    }

    @Override
    public void close() throws SQLException {
        insert.close();
    }
}
