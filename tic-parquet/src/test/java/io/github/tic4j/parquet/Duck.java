package io.github.tic4j.parquet;

import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Asks DuckDB, an engine that shares no code with ours. */
final class Duck {

    private static final Connection CONNECTION = connect();

    private Duck() {}

    /** The rows of a query; lists as {@link List}, moments as {@link java.time.Instant}. */
    static List<List<Object>> query(String sql) throws SQLException {
        try (Statement statement = CONNECTION.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<List<Object>> rows = new ArrayList<>();
            while (result.next()) {
                List<Object> row = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.add(plain(result.getObject(i)));
                }
                rows.add(row);
            }
            return rows;
        }
    }

    /** The one value that a query has for an answer. */
    static Object value(String sql) throws SQLException {
        return query(sql).get(0).get(0);
    }

    private static Connection connect() {
        try {
            Connection connection = DriverManager.getConnection("jdbc:duckdb:");
            try (Statement statement = connection.createStatement()) {
                statement.execute("set timezone = 'UTC'");
                statement.execute("set threads = 1");
            }
            return connection;
        } catch (SQLException e) {
            throw new IllegalStateException("DuckDB does not start", e);
        }
    }

    private static Object plain(Object value) throws SQLException {
        if (value instanceof Array array) {
            return Arrays.asList((Object[]) array.getArray());
        }
        return value instanceof OffsetDateTime moment ? moment.toInstant() : value;
    }
}
