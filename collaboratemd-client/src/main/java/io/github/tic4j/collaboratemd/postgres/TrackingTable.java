package io.github.tic4j.collaboratemd.postgres;

import static io.github.tic4j.collaboratemd.postgres.Database.update;

import io.github.tic4j.collaboratemd.RunIdentifier;
import io.github.tic4j.collaboratemd.SavedReport;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The memory of pipeline runs: the table {@code account_reports}, which can still be read as the original's, and
 * {@code account_report_runs}. Thread-safe.
 */
public final class TrackingTable {

    private static final String UNIQUE_VIOLATION = "23505";

    private final Database database;

    TrackingTable(Database database) {
        this.database = database;
    }

    /** Creates the tables, or brings a table of the original to the form needed; does nothing where that is done. */
    public void upgrade() {
        database.run(
                "prepare the table account_reports",
                connection -> Database.execute(connection, SqlResource.read("tracking-1.sql")));
    }

    /** The newest run that is not finished and began after a moment. */
    public Optional<String> unfinishedRun(Instant startedAfter) {
        return run("WHERE finished_at IS NULL AND started_at > ?", startedAfter);
    }

    /** The newest run. */
    public Optional<String> latestRun() {
        return run("WHERE started_at > ?", Instant.EPOCH);
    }

    /** Notes that a run begins. */
    public void start(String runId, Instant now) {
        database.run(
                "note a run",
                connection -> update(
                        connection,
                        "INSERT INTO account_report_runs (run_id, started_at) VALUES (?, ?)",
                        runId,
                        Timestamp.from(now)));
    }

    /** Notes that nothing of a run is left to do. */
    public void finish(String runId, Instant now) {
        database.run(
                "note the end of a run",
                connection -> update(
                        connection,
                        "UPDATE account_report_runs SET finished_at = ? WHERE run_id = ?",
                        Timestamp.from(now),
                        runId));
    }

    /** The newest attempt at each report of a run. */
    public Map<ReportKey, TrackedReport> reports(String runId) {
        return database.call("read the table account_reports", connection -> {
            Map<ReportKey, TrackedReport> reports = new HashMap<>();
            try (PreparedStatement query = Database.prepare(
                            connection, "SELECT * FROM account_reports WHERE run_id = ? ORDER BY id", runId);
                    ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    TrackedReport report = read(rows);
                    reports.put(report.key(), report);
                }
            }
            return reports;
        });
    }

    /**
     * Records an attempt. An accepted one becomes the current one of its account and report.
     *
     * @return false, and nothing is recorded, if the instance has the identifier already: it is then another run's
     */
    public boolean record(TrackedReport report) {
        try {
            return database.call("record a report", connection -> {
                if (report.identifier() == null) {
                    insert(connection, report, 0);
                    return true;
                }
                if (isKnown(connection, report.key().instance(), report.identifier())) {
                    return false;
                }
                update(
                        connection,
                        "UPDATE account_reports SET status = 0 WHERE status = 1"
                                + " AND instance_key = ? AND customer_account = ? AND report_name = ?",
                        report.key().instance(),
                        report.key().account(),
                        report.key().report());
                insert(connection, report, 1);
                return true;
            });
        } catch (DatabaseException e) {
            if (e.sqlState().equals(UNIQUE_VIOLATION)) {
                return false;
            }
            throw e;
        }
    }

    /** Records how the newest attempt at a report has gone on. */
    public void progress(TrackedReport report) {
        database.run(
                "record the progress of a report",
                connection -> update(
                        connection,
                        "UPDATE account_reports SET state = ?, api_status = ?, row_count = ?, error = ?, completed_at = ?"
                                + " WHERE id = (SELECT max(id) FROM account_reports WHERE run_id = ?"
                                + " AND instance_key = ? AND customer_account = ? AND report_name = ?)",
                        report.state().name(),
                        report.apiStatus(),
                        report.rows(),
                        report.note(),
                        timestamp(report.completedAt()),
                        report.runId(),
                        report.key().instance(),
                        report.key().account(),
                        report.key().report()));
    }

    private Optional<String> run(String condition, Instant moment) {
        String sql = "SELECT run_id FROM account_report_runs " + condition + " ORDER BY started_at DESC LIMIT 1";
        return database.call("read the table account_report_runs", connection -> {
            try (PreparedStatement query = Database.prepare(connection, sql, Timestamp.from(moment));
                    ResultSet rows = query.executeQuery()) {
                return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
            }
        });
    }

    private static boolean isKnown(Connection connection, String instance, RunIdentifier identifier)
            throws SQLException {
        String sql = "SELECT 1 FROM account_reports WHERE instance_key = ? AND identifier = ?";
        try (PreparedStatement query = Database.prepare(connection, sql, instance, identifier.value());
                ResultSet rows = query.executeQuery()) {
            return rows.next();
        }
    }

    private static void insert(Connection connection, TrackedReport report, int status) throws SQLException {
        update(
                connection,
                "INSERT INTO account_reports (customer_account, report_name, identifier, status, instance_key, run_id,"
                        + " report_seq, filter_seq, state, api_status, http_status, attempts, row_count, error,"
                        + " created_at, completed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                report.key().account(),
                report.key().report(),
                report.identifier() == null ? null : report.identifier().value(),
                status,
                report.key().instance(),
                report.runId(),
                report.savedReport().reportId(),
                report.savedReport().filterId(),
                report.state().name(),
                report.apiStatus(),
                report.httpStatus(),
                report.attempts(),
                report.rows(),
                report.note(),
                Timestamp.from(report.createdAt()),
                timestamp(report.completedAt()));
    }

    private static TrackedReport read(ResultSet row) throws SQLException {
        String identifier = row.getString("identifier");
        Timestamp completed = row.getTimestamp("completed_at");
        return new TrackedReport(
                row.getString("run_id"),
                new ReportKey(
                        row.getString("instance_key"), row.getString("customer_account"), row.getString("report_name")),
                new SavedReport(row.getString("report_seq"), row.getString("filter_seq")),
                TaskState.valueOf(row.getString("state")),
                identifier == null ? null : new RunIdentifier(identifier),
                row.getString("api_status"),
                row.getInt("http_status"),
                row.getInt("attempts"),
                row.getObject("row_count", Long.class),
                row.getString("error"),
                row.getTimestamp("created_at").toInstant(),
                completed == null ? null : completed.toInstant());
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}
