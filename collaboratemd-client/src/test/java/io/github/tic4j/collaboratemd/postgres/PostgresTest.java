package io.github.tic4j.collaboratemd.postgres;

import io.github.tic4j.collaboratemd.VirtualTime;
import io.github.tic4j.collaboratemd.testkit.ThrowAwayPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;

/** What tests against PostgreSQL share: one server for all of them, and a fresh schema for each. */
public abstract class PostgresTest {

    private static final AtomicInteger SCHEMAS = new AtomicInteger();
    private static ThrowAwayPostgres server;
    private static ConnectionPool pool;
    private static String reason;

    protected final VirtualTime time = new VirtualTime();
    protected final String schema = "reports " + SCHEMAS.incrementAndGet();
    protected DataSource dataSource;
    protected ReportDatabase database;

    protected PostgresTest() {}

    @BeforeEach
    void createSchema() {
        dataSource = pool().dataSource();
        database = new ReportDatabase(dataSource, schema, Duration.ofMinutes(1), time);
        database.createSchema();
    }

    private static synchronized ConnectionPool pool() {
        if (pool == null) {
            pool = new ConnectionPool(server().dataSource());
        }
        return pool;
    }

    protected static synchronized ThrowAwayPostgres server() {
        if (server == null && reason == null) {
            try {
                server = ThrowAwayPostgres.start();
                Runtime.getRuntime().addShutdownHook(new Thread(PostgresTest::stop));
            } catch (IOException e) {
                reason = e.getMessage();
            }
        }
        Assumptions.assumeTrue(server != null, () -> "skipped: " + reason);
        return server;
    }

    /** The rows of a query in the test's schema, each as its values with a bar between. */
    protected List<String> query(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> result = new ArrayList<>();
            while (rows.next()) {
                StringBuilder row = new StringBuilder();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    row.append(i == 1 ? "" : "|").append(rows.getString(i));
                }
                result.add(row.toString());
            }
            return result;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    protected void execute(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    protected Connection connect() throws SQLException {
        Connection connection = dataSource.getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET search_path TO \"" + schema + "\"");
        }
        return connection;
    }

    private static void stop() {
        try {
            server.close();
        } catch (IOException e) {
            // The server goes with the machine.
        }
    }
}
