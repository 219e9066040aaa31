package io.github.tic4j.collaboratemd.postgres;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/**
 * The database did not do what was asked of it; nothing of the step was kept. The message holds the step and the SQL
 * state; the driver's own message, which may quote rows, goes no further.
 */
public final class DatabaseException extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final List<String> TRANSIENT = List.of("08", "40", "53", "57P");
    private static final Map<String, String> MEANING = Map.of(
            "08", "the connection failed or was lost",
            "28", "the user or password was refused",
            "3D", "there is no such database",
            "3F", "there is no such schema",
            "40", "another transaction was in the way",
            "42501", "the user lacks a privilege",
            "53", "the server is short of resources",
            "57014", "the statement took longer than the timeout",
            "57P", "the server is shutting down or starting");

    private final String sqlState;

    DatabaseException(String step, SQLException failure) {
        super(describe(step, stateOf(failure)));
        this.sqlState = stateOf(failure);
    }

    DatabaseException(String step, String problem) {
        super("Cannot " + step + ": " + problem);
        this.sqlState = "";
    }

    /** The SQL state; empty where it was not the database that declined. */
    public String sqlState() {
        return sqlState;
    }

    /** Whether the same step may well succeed a little later. */
    public boolean isTransient() {
        return TRANSIENT.stream().anyMatch(sqlState::startsWith);
    }

    private static String describe(String step, String state) {
        String meaning = MEANING.entrySet().stream()
                .filter(entry -> state.startsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("the database declined");
        return "Cannot " + step + ": " + meaning + " (SQL state " + state + ")";
    }

    private static String stateOf(SQLException failure) {
        return failure.getSQLState() == null ? "unknown" : failure.getSQLState();
    }
}
