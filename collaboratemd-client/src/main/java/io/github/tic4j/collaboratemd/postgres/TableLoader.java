package io.github.tic4j.collaboratemd.postgres;

import io.github.tic4j.collaboratemd.postgres.LoadResult.CellFinding;
import io.github.tic4j.collaboratemd.table.Alignment;
import io.github.tic4j.collaboratemd.table.CellKind;
import io.github.tic4j.collaboratemd.table.LoadMode;
import io.github.tic4j.collaboratemd.table.ReportArchive;
import io.github.tic4j.collaboratemd.table.ReportTable;
import io.github.tic4j.collaboratemd.table.ReportType;
import io.github.tic4j.collaboratemd.table.Row;
import io.github.tic4j.collaboratemd.table.RowHash;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Loads one report of one instance: all rows into a staging table, from there into the table, in one transaction. Readers
 * see the former rows until it commits, and nothing of it if it fails.
 */
final class TableLoader {

    private static final String STAGING = "pg_temp.tic4j_staging";

    private final TableLoad load;
    private final TargetTable target;
    private final Database database;
    private final Alignment alignment;
    private final List<String> columns = new ArrayList<>();
    private final List<CellKind> kinds;

    TableLoader(Database database, TableLoad load) {
        this.database = database;
        this.load = load;
        this.target = new TargetTable(database, load.type().name());
        this.alignment = align(load);
        columns.add("customer_account");
        columns.add("instance_key");
        columns.addAll(alignment.columns());
        kinds = alignment.columns().stream()
                .map(column ->
                        load.type().column(column).map(ReportType.Column::kind).orElse(CellKind.TEXT))
                .toList();
    }

    LoadResult load() {
        target.ensure(alignment.columns());
        return database.call("load the table " + load.type().name(), this::load);
    }

    private LoadResult load(Connection connection) throws SQLException {
        Staged staged = stage(connection);
        // Two loads must not both remove and insert; readers go on.
        Database.execute(connection, "LOCK TABLE " + target.quoted() + " IN SHARE ROW EXCLUSIVE MODE");
        boolean isSnapshot = load.type().mode() == LoadMode.SNAPSHOT;
        long removed = isSnapshot ? removeFormer(connection) : 0;
        Map<String, LoadResult.Rows> accounts = insert(connection, staged);
        if (isSnapshot && accounts.values().stream().anyMatch(rows -> rows.known() != 0)) {
            throw new DatabaseException("load the table " + load.type().name(), "not all rows went in");
        }
        Database.execute(connection, "ANALYZE " + target.quoted());
        return new LoadResult(accounts, removed, alignment.drift(), List.copyOf(staged.findings.values()));
    }

    /** What went into the staging table. */
    private record Staged(Map<String, Long> rows, Map<String, CellFinding> findings) {}

    private Staged stage(Connection connection) throws SQLException {
        List<String> all = new ArrayList<>(columns);
        all.add("row_hash");
        List<String> quoted = all.stream().map(Database::quote).toList();
        Database.execute(
                connection,
                "CREATE TEMPORARY TABLE tic4j_staging (" + String.join(" text, ", quoted) + " text) ON COMMIT DROP");
        Staged staged = new Staged(new LinkedHashMap<>(), new LinkedHashMap<>());
        try (RowSink sink = RowSink.open(connection, STAGING, quoted)) {
            for (Map.Entry<String, Supplier<ReportArchive>> archive :
                    load.archives().entrySet()) {
                try (ReportTable table = archive.getValue().get().open()) {
                    stage(archive.getKey(), table, sink, staged);
                }
            }
            sink.finish();
        }
        return staged;
    }

    private void stage(String account, ReportTable table, RowSink sink, Staged staged) throws SQLException {
        RowHash hash = new RowHash(columns);
        long rows = 0;
        for (Row row : table) {
            List<@Nullable String> cells = new ArrayList<>(columns.size() + 1);
            cells.add(account);
            cells.add(load.instance());
            List<@Nullable String> aligned = alignment.align(account, row);
            cells.addAll(aligned);
            cells.add(hash.of(cells));
            sink.add(cells);
            rows++;
            check(account, row, aligned, staged);
        }
        staged.rows.put(account, rows);
    }

    private void check(String account, Row row, List<@Nullable String> aligned, Staged staged) {
        for (int i = 0; i < kinds.size(); i++) {
            String cell = aligned.get(i);
            CellKind kind = kinds.get(i);
            if (cell != null && !kind.accepts(cell)) {
                String column = alignment.columns().get(i);
                CellFinding first = new CellFinding(account, column, kind, 1, row.line());
                staged.findings.merge(
                        account + ' ' + column,
                        first,
                        (old, ignored) -> new CellFinding(account, column, kind, old.cells() + 1, old.firstLine()));
            }
        }
    }

    private long removeFormer(Connection connection) throws SQLException {
        return Database.update(
                connection,
                "DELETE FROM " + target.quoted() + " WHERE instance_key = ? AND customer_account <> ALL (?)",
                load.instance(),
                connection.createArrayOf("text", load.retained().toArray()));
    }

    private Map<String, LoadResult.Rows> insert(Connection connection, Staged staged) throws SQLException {
        String sql = "WITH inserted AS (INSERT INTO " + target.quoted() + " (" + list() + ", row_hash, created_at) "
                + (load.type().mode() == LoadMode.SNAPSHOT ? allRows() : newRows())
                + " RETURNING customer_account) SELECT customer_account, count(*) FROM inserted GROUP BY 1";
        Map<String, LoadResult.Rows> accounts = new LinkedHashMap<>();
        staged.rows.forEach((account, read) -> accounts.put(account, new LoadResult.Rows(read, 0)));
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet counts = statement.executeQuery()) {
            while (counts.next()) {
                long inserted = counts.getLong(2);
                accounts.computeIfPresent(
                        counts.getString(1), (account, rows) -> new LoadResult.Rows(rows.read(), inserted));
            }
        }
        return accounts;
    }

    private String allRows() {
        return "SELECT " + list() + ", row_hash, now() FROM " + STAGING;
    }

    /** As many copies of a row as the table lacks: equal rows of one report stay, a second load adds nothing. */
    private String newRows() {
        return "SELECT " + list() + ", s.row_hash, now() FROM (SELECT *, row_number() OVER (PARTITION BY row_hash)"
                + " AS copy FROM " + STAGING + ") AS s LEFT JOIN (SELECT row_hash, count(*) AS copies FROM "
                + target.quoted() + " WHERE row_hash IN (SELECT row_hash FROM " + STAGING
                + ") GROUP BY row_hash) AS known ON known.row_hash = s.row_hash WHERE s.copy > coalesce(known.copies, 0)";
    }

    private String list() {
        return String.join(", ", columns.stream().map(Database::quote).toList());
    }

    private static Alignment align(TableLoad load) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        load.archives().forEach((account, archive) -> {
            try (ReportTable table = archive.get().open()) {
                headers.put(account, table.columns());
            }
        });
        return Alignment.of(load.type(), headers);
    }
}
