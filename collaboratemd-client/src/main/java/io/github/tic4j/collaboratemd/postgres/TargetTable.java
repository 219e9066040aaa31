package io.github.tic4j.collaboratemd.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The table of one report. It is created once and then only ever gains columns, so that views over it and grants on it
 * stay. All cells are text: what they mean is the views' to say.
 */
final class TargetTable {

    private static final List<String> TEXT_TYPES = List.of("text", "character varying");

    private final Database database;
    private final String name;

    TargetTable(Database database, String name) {
        this.database = database;
        this.name = name;
    }

    String quoted() {
        return Database.quote(database.schema()) + "." + Database.quote(name);
    }

    /** Creates the table or adds what it lacks, in a transaction of its own that locks it only for a moment. */
    void ensure(List<String> columns) {
        database.run("prepare the table " + name, connection -> {
            Map<String, String> existing = existing(connection);
            if (existing.isEmpty()) {
                create(connection, columns);
                return;
            }
            checkTypes(existing, columns);
            String missing = Stream.concat(Stream.of("customer_account", "instance_key", "row_hash"), columns.stream())
                    .filter(column -> !existing.containsKey(column))
                    .map(column -> "ADD COLUMN " + Database.quote(column) + " text")
                    .collect(Collectors.joining(", "));
            if (!existing.containsKey("created_at")) {
                missing += (missing.isEmpty() ? "" : ", ") + "ADD COLUMN created_at timestamptz";
            }
            if (!missing.isEmpty()) {
                Database.execute(connection, "ALTER TABLE " + quoted() + " " + missing);
            }
        });
    }

    private void create(Connection connection, List<String> columns) throws SQLException {
        String list = columns.stream()
                .map(column -> Database.quote(column) + " text, ")
                .collect(Collectors.joining());
        Database.execute(
                connection,
                "CREATE TABLE " + quoted() + " (customer_account text NOT NULL, instance_key text NOT NULL, " + list
                        + "created_at timestamptz NOT NULL, row_hash text NOT NULL)");
        Database.execute(connection, "CREATE INDEX ON " + quoted() + " (instance_key, customer_account)");
        Database.execute(connection, "CREATE INDEX ON " + quoted() + " (row_hash)");
    }

    private void checkTypes(Map<String, String> existing, List<String> columns) {
        for (String column : columns) {
            String type = existing.getOrDefault(column, "text");
            if (!TEXT_TYPES.contains(type)) {
                throw new DatabaseException(
                        "prepare the table " + name,
                        "its column " + column + " is of type " + type
                                + " where text is needed; rename the table or use another schema");
            }
        }
    }

    private Map<String, String> existing(Connection connection) throws SQLException {
        String sql = "SELECT column_name, data_type FROM information_schema.columns"
                + " WHERE table_schema = ? AND table_name = ?";
        Map<String, String> types = new HashMap<>();
        try (PreparedStatement query = Database.prepare(connection, sql, database.schema(), name);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                types.put(rows.getString(1), rows.getString(2));
            }
        }
        return types;
    }
}
