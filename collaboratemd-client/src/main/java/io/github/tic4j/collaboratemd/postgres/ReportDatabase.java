package io.github.tic4j.collaboratemd.postgres;

import io.github.tic4j.collaboratemd.Delay;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/**
 * The schema in which reports live. Each method is a transaction of its own; one that fails in passing is repeated after
 * 10, 30 and 90 seconds. Thread-safe; the data source stays the host's to close.
 */
public final class ReportDatabase {

    private final Database database;

    /** Works in a schema of the data source's database, with statements that may take an hour. */
    public ReportDatabase(DataSource dataSource, String schema) {
        this(dataSource, schema, Duration.ofHours(1), Delay.system());
    }

    /**
     * Works in a schema of the data source's database.
     *
     * @param statementTimeout what a single statement may take
     * @param delay how waits between attempts are waited
     */
    public ReportDatabase(DataSource dataSource, String schema, Duration statementTimeout, Delay delay) {
        this.database = new Database(dataSource, schema, statementTimeout, delay);
    }

    /** Creates the schema if it is missing; where it is there, no right to create one is needed. */
    public void createSchema() {
        database.run("create the schema", connection -> {
            String sql = "SELECT 1 FROM pg_namespace WHERE nspname = ?";
            try (PreparedStatement query = Database.prepare(connection, sql, database.schema());
                    ResultSet rows = query.executeQuery()) {
                if (!rows.next()) {
                    Database.execute(connection, "CREATE SCHEMA " + Database.quote(database.schema()));
                }
            }
        });
    }

    /** The memory of runs. */
    public TrackingTable tracking() {
        return new TrackingTable(database);
    }

    /**
     * Brings the rows of one report of one instance into its table, all or nothing.
     *
     * @throws DatabaseException if the database declines
     * @throws io.github.tic4j.collaboratemd.table.ReportContentException if an archive cannot be read
     */
    public LoadResult load(TableLoad load) {
        return new TableLoader(database, load).load();
    }

    /**
     * Creates or replaces the views, and empty lookup tables where there are none. A view whose table is absent, or whose
     * name is taken, is left out with a reason.
     */
    public List<ViewOutcome> applyViews(ViewOptions options) {
        return new ViewInstaller(database, options).apply();
    }

    /** Takes all of the named locks, or none if another session of the database holds one; the caller closes it. */
    public Optional<RunLock> tryLock(Set<String> names) {
        try {
            return RunLock.tryAll(database.connect(), names);
        } catch (SQLException e) {
            throw new DatabaseException("take the run lock", e);
        }
    }
}
