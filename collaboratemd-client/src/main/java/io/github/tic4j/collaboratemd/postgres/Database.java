package io.github.tic4j.collaboratemd.postgres;

import io.github.tic4j.collaboratemd.Delay;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Transactions in one schema, repeated where the database failed in passing. */
final class Database {

    private static final Logger LOG = LoggerFactory.getLogger(ReportDatabase.class);
    private static final List<Duration> BACKOFF =
            List.of(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofSeconds(90));

    private final DataSource dataSource;
    private final String schema;
    private final Duration statementTimeout;
    private final Delay delay;

    Database(DataSource dataSource, String schema, Duration statementTimeout, Delay delay) {
        this.dataSource = dataSource;
        this.schema = schema;
        this.statementTimeout = statementTimeout;
        this.delay = delay;
    }

    /** What is done in a transaction; done again as a whole if the transaction fails in passing. */
    @FunctionalInterface
    interface Work<T> {
        T in(Connection connection) throws SQLException;
    }

    /** As {@link Work}, without a result. */
    @FunctionalInterface
    interface Action {
        void in(Connection connection) throws SQLException;
    }

    String schema() {
        return schema;
    }

    Connection connect() throws SQLException {
        return dataSource.getConnection();
    }

    void run(String step, Action action) {
        boolean unused = call(step, connection -> {
            action.in(connection);
            return true;
        });
    }

    <T> T call(String step, Work<T> work) {
        for (int failures = 0; ; failures++) {
            try (Connection connection = connect()) {
                return transaction(connection, work);
            } catch (SQLException e) {
                DatabaseException failure = new DatabaseException(step, e);
                if (!failure.isTransient() || failures == BACKOFF.size()) {
                    throw failure;
                }
                LOG.warn("{}; next attempt in {}", failure.getMessage(), BACKOFF.get(failures));
                await(BACKOFF.get(failures));
            }
        }
    }

    static String quote(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    static PreparedStatement prepare(Connection connection, String sql, @Nullable Object... values)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }

    static int update(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = prepare(connection, sql, values)) {
            return statement.executeUpdate();
        }
    }

    private <T> T transaction(Connection connection, Work<T> work) throws SQLException {
        boolean autoCommit = connection.getAutoCommit();
        connection.setAutoCommit(false);
        boolean isDone = false;
        try {
            execute(connection, "SET LOCAL search_path TO " + quote(schema));
            execute(connection, "SET LOCAL statement_timeout TO " + statementTimeout.toMillis());
            T result = work.in(connection);
            connection.commit();
            isDone = true;
            return result;
        } finally {
            if (!isDone) {
                rollBack(connection);
            }
            if (!connection.isClosed()) {
                connection.setAutoCommit(autoCommit);
            }
        }
    }

    private static void rollBack(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            // The failure that led here is the one to tell; a lost connection rolls back by itself.
            LOG.debug("The transaction could not be rolled back (SQL state {})", e.getSQLState());
        }
    }

    private void await(Duration time) {
        try {
            Object unused = delay.after(time).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("the wait for the database was interrupted");
        } catch (ExecutionException e) {
            throw new IllegalStateException("the delay failed", e.getCause());
        }
    }
}
