package io.github.tic4j.collaboratemd.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Creates the views in one transaction. Views are replaced in place, which keeps what depends on them and the grants on
 * them; one of the same name but with other columns is dropped first, and only if nothing depends on it.
 */
final class ViewInstaller {

    private static final String FOLDER = "views-1/";
    private static final String OTHER_COLUMNS = "42P16";
    private static final String DEPENDENTS = "2BP01";
    private static final String NO_VIEW = "42809";

    private final Database database;
    private final ViewOptions options;

    ViewInstaller(Database database, ViewOptions options) {
        this.database = database;
        this.options = options;
    }

    List<ViewOutcome> apply() {
        return database.call("apply the views", connection -> {
            Database.execute(connection, filled("functions.sql"));
            String semantics = options.semantics().name().toLowerCase(Locale.ROOT);
            Database.execute(connection, filled("semantics-" + semantics + ".sql"));
            List<ViewOutcome> outcomes = new ArrayList<>();
            for (String line :
                    SqlResource.read(FOLDER + "catalogue.txt").lines().toList()) {
                if (!line.startsWith("#")) {
                    String[] words = line.split(" ");
                    outcomes.add(apply(connection, words[0], words[1]));
                }
            }
            return outcomes;
        });
    }

    private ViewOutcome apply(Connection connection, String view, String table) throws SQLException {
        if (!exists(connection, table)) {
            return new ViewOutcome(view, false, "there is no table " + table + " yet");
        }
        String sql = filled(view + ".sql");
        String state = attempt(connection, sql);
        if (state.equals(OTHER_COLUMNS)) {
            List<String> grants = grants(connection, view);
            state = attempt(connection, "DROP VIEW " + view + ";\n" + sql + String.join(";\n", grants));
        }
        return switch (state) {
            case "" -> new ViewOutcome(view, true, "");
            case DEPENDENTS ->
                new ViewOutcome(
                        view, false, "a view of this name has other columns, and others depend on it: drop it first");
            case NO_VIEW -> new ViewOutcome(view, false, "something else has this name");
            default ->
                new ViewOutcome(view, false, "the table " + table + " lacks what it needs (SQL state " + state + ")");
        };
    }

    /** Runs SQL and undoes it if it fails; the answer is the SQL state of the failure, or empty. */
    private static String attempt(Connection connection, String sql) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try {
            Database.execute(connection, sql);
            connection.releaseSavepoint(before);
            return "";
        } catch (SQLException e) {
            if (new DatabaseException("", e).isTransient()) {
                throw e;
            }
            connection.rollback(before);
            return String.valueOf(e.getSQLState());
        }
    }

    private static List<String> grants(Connection connection, String view) throws SQLException {
        String sql = "SELECT format('GRANT %s ON %I TO %s', privilege_type, table_name,"
                + " CASE grantee WHEN 'PUBLIC' THEN 'PUBLIC' ELSE quote_ident(grantee) END)"
                + " FROM information_schema.role_table_grants"
                + " WHERE table_schema = current_schema() AND table_name = ? AND grantee <> current_user";
        List<String> grants = new ArrayList<>();
        try (PreparedStatement query = Database.prepare(connection, sql, view);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                grants.add(rows.getString(1));
            }
        }
        return grants;
    }

    private static boolean exists(Connection connection, String table) throws SQLException {
        String sql = "SELECT 1 FROM information_schema.tables"
                + " WHERE table_schema = current_schema() AND table_name = ? AND table_type = 'BASE TABLE'";
        try (PreparedStatement query = Database.prepare(connection, sql, table);
                ResultSet rows = query.executeQuery()) {
            return rows.next();
        }
    }

    private String filled(String file) {
        return SqlResource.read(FOLDER + file)
                .replace("${zone}", options.zoneSql())
                .replace("${rate_card_from}", options.rateCardFromSql())
                .replace("${rate_card_to}", options.rateCardToSql());
    }
}
