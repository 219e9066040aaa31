package io.github.tic4j.collaboratemd.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tic4j.collaboratemd.postgres.LoadResult.CellFinding;
import io.github.tic4j.collaboratemd.table.ArchiveLimits;
import io.github.tic4j.collaboratemd.table.CellKind;
import io.github.tic4j.collaboratemd.table.ColumnNames;
import io.github.tic4j.collaboratemd.table.Drift;
import io.github.tic4j.collaboratemd.table.LoadMode;
import io.github.tic4j.collaboratemd.table.ReportArchive;
import io.github.tic4j.collaboratemd.table.ReportContentException;
import io.github.tic4j.collaboratemd.table.ReportType;
import io.github.tic4j.collaboratemd.table.ZipArchive;
import io.github.tic4j.collaboratemd.testkit.FakeReport;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class TableLoaderTest extends PostgresTest {

    private static final ReportType SNAPSHOT = ReportType.named("Model Data");
    private static final ReportType APPEND = SNAPSHOT.withMode(LoadMode.APPEND);

    @Test
    void rowsOfAllAccountsStandUnderTheirNames() {
        LoadResult result = load(SNAPSHOT, Map.of("10000001", "A,B\n01,\"x,\"\"y\"\n", "10000002", "B,C\nz,\n"));
        assertThat(query("SELECT customer_account, instance_key, a, b, c FROM model_data ORDER BY 1"))
                .containsExactly("10000001|north|01|x,\"y|null", "10000002|north|null|z|null");
        assertThat(result.rowsRead()).isEqualTo(2);
        assertThat(result.rowsInserted()).isEqualTo(2);
        assertThat(query("SELECT count(*) FROM model_data WHERE created_at IS NULL OR row_hash NOT LIKE 'v1:%'"))
                .containsExactly("0");
    }

    @Test
    void aSnapshotReplacesTheRowsOfItsInstanceOnly() {
        load("south", SNAPSHOT, Map.of("10000001", "A\nsouth\n"), Set.of());
        load(SNAPSHOT, Map.of("10000001", "A\nold\n", "10000002", "A\nold\n", "10000003", "A\nold\n"));
        LoadResult result = load("north", SNAPSHOT, Map.of("10000001", "A\nnew\n"), Set.of("10000003"));
        assertThat(query("SELECT instance_key, customer_account, a FROM model_data ORDER BY 1, 2"))
                .containsExactly("north|10000001|new", "north|10000003|old", "south|10000001|south");
        assertThat(result.rowsRemoved()).isEqualTo(2);
    }

    @Test
    void appendingTwiceAddsNothingAndEqualRowsStayEqual() {
        Map<String, String> first = Map.of("10000001", "A,B\n1,x\n1,x\n2,y\n");
        assertThat(load(APPEND, first).rowsInserted()).isEqualTo(3);
        LoadResult again = load(APPEND, first);
        assertThat(again.rowsInserted()).isZero();
        assertThat(again.accounts()).containsExactly(Map.entry("10000001", new LoadResult.Rows(3, 0)));
        assertThat(again.accounts().get("10000001").known()).isEqualTo(3);
        LoadResult more = load(APPEND, Map.of("10000001", "B,A\nx,1\nx,1\nx,1\nz,3\n"));
        assertThat(more.rowsInserted()).isEqualTo(2);
        assertThat(query("SELECT a, count(*) FROM model_data GROUP BY a ORDER BY a"))
                .containsExactly("1|3", "2|1", "3|1");
    }

    @Test
    void equalRowsOfTwoAccountsAreDifferentRows() {
        assertThat(load(APPEND, Map.of("10000001", "A\n1\n", "10000002", "A\n1\n"))
                        .rowsInserted())
                .isEqualTo(2);
    }

    @Test
    void viewsAndGrantsSurviveALoadAndNewColumns() {
        load(SNAPSHOT, Map.of("10000001", "A\nold\n"));
        execute("CREATE VIEW mine AS SELECT a FROM model_data");
        execute("DROP ROLE IF EXISTS analyst");
        execute("CREATE ROLE analyst");
        execute("GRANT SELECT ON model_data, mine TO analyst");
        load(SNAPSHOT, Map.of("10000001", "New Column,A\n5,new\n"));
        assertThat(query("SELECT a FROM mine")).containsExactly("new");
        assertThat(query("SELECT new_column FROM model_data")).containsExactly("5");
        assertThat(query("SELECT has_table_privilege('analyst', '\"" + schema + "\".model_data', 'SELECT')"))
                .containsExactly("t");
        execute("REVOKE ALL ON model_data, mine FROM analyst");
        execute("DROP ROLE analyst");
    }

    @Test
    void aLoadThatFailsLeavesTheTableAsItWasAndTellsNoValue() {
        load(SNAPSHOT, Map.of("10000001", "A\nold\n"));
        execute("ALTER TABLE model_data ADD CHECK (a <> 'Jane Roe')");
        assertThatThrownBy(() -> load(SNAPSHOT, Map.of("10000001", "A\nJane Roe\n")))
                .isInstanceOf(DatabaseException.class)
                .hasMessage("Cannot load the table model_data: the database declined (SQL state 23514)")
                .hasNoCause();
        assertThat(query("SELECT a FROM model_data")).containsExactly("old");
    }

    @Test
    void anArchiveThatBreaksWhileItIsReadLeavesTheTableAsItWas() {
        load(SNAPSHOT, Map.of("10000001", "A\nold\n"));
        assertThatThrownBy(() -> load(SNAPSHOT, Map.of("10000001", "A\nnew\n1,2\n")))
                .isInstanceOf(ReportContentException.class)
                .hasMessage("Cannot read the report: a row with 2 cells under 1 columns at line 3 of r.csv");
        assertThat(query("SELECT a FROM model_data")).containsExactly("old");
    }

    @Test
    void withoutCopyRowsGoInByBatches() {
        String csv = "A,B\n"
                + IntStream.range(0, 2_500)
                        .mapToObj(i -> i + ",\"q\"\"" + i + "\"\n")
                        .collect(Collectors.joining());
        ReportDatabase plain = new ReportDatabase(withoutCopy(dataSource), schema);
        LoadResult result = plain.load(new TableLoad(SNAPSHOT, "north", archives(Map.of("10000001", csv)), Set.of()));
        assertThat(result.rowsInserted()).isEqualTo(2_500);
        assertThat(query("SELECT b FROM model_data WHERE a = '2499'")).containsExactly("q\"2499");
    }

    @Test
    void expectedColumnsExistThoughNoFileHasThem() {
        LoadResult result = load(
                ReportType.named("rcm_productivity"),
                Map.of("10000001", "Claim ID,Charge First Bill Date,Mood\n1,03/07/2025,good\n"));
        assertThat(query("SELECT claim_id, claim_first_billed_date, last_note_date_max, mood FROM rcm_productivity"))
                .containsExactly("1|03/07/2025|null|good");
        assertThat(result.drift())
                .contains(
                        new Drift(Drift.Kind.RENAMED, "10000001", "charge_first_bill_date", "claim_first_billed_date"),
                        new Drift(Drift.Kind.UNKNOWN, "10000001", "mood", "mood"),
                        new Drift(Drift.Kind.MISSING, "10000001", "last_note_date_max", "last_note_date_max"));
    }

    @Test
    void cellsThatViewsCannotReadAreCountedAndKept() {
        LoadResult result = load(
                ReportType.named("ar_aging"),
                Map.of("10000001", "Charge ID,Charge Amount\n1,$5.00\n2,five\n3,\n4,six\n"));
        assertThat(result.findings())
                .containsExactly(new CellFinding("10000001", "charge_amount", CellKind.MONEY, 2, 3));
        assertThat(query("SELECT charge_amount FROM ar_aging ORDER BY charge_id"))
                .containsExactly("$5.00", "five", "null", "six");
    }

    @Test
    void aTableWithOtherTypesIsNotTouched() {
        execute("CREATE TABLE model_data (customer_account text, a bigint)");
        assertThatThrownBy(() -> load(SNAPSHOT, Map.of("10000001", "A\n1\n")))
                .isInstanceOf(DatabaseException.class)
                .hasMessage("Cannot prepare the table model_data: its column a is of type bigint where text is needed;"
                        + " rename the table or use another schema");
    }

    @Test
    void longAndForeignNamesOfColumnsWork() {
        String label = "Größe ".repeat(20);
        load(SNAPSHOT, Map.of("10000001", label + "," + label + "\n1,2\n"));
        String columns = String.join("\", \"", ColumnNames.of(List.of(label, label)));
        assertThat(query("SELECT \"" + columns + "\" FROM model_data")).containsExactly("1|2");
    }

    @Test
    void whatFailsInPassingIsRepeatedAndWhatDoesNotIsNot() {
        Deque<String> states = new ArrayDeque<>(List.of("08006", "40001", "57P01"));
        DataSource flaky = failing(dataSource, states);
        new ReportDatabase(flaky, schema, Duration.ofMinutes(1), time).createSchema();
        assertThat(time.waits())
                .containsExactly(Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofSeconds(90));
        states.addAll(List.of("08006", "08006", "08006", "08006"));
        assertThatThrownBy(() -> new ReportDatabase(flaky, schema, Duration.ofMinutes(1), time).createSchema())
                .hasMessage("Cannot create the schema: the connection failed or was lost (SQL state 08006)");
        states.add("42501");
        assertThatThrownBy(() -> new ReportDatabase(flaky, schema, Duration.ofMinutes(1), time).createSchema())
                .isInstanceOfSatisfying(
                        DatabaseException.class, e -> assertThat(e.sqlState()).isEqualTo("42501"))
                .hasMessage("Cannot create the schema: the user lacks a privilege (SQL state 42501)");
        assertThat(time.waits()).hasSize(6);
    }

    @Test
    void aStatementThatTakesTooLongIsEnded() throws SQLException {
        load(SNAPSHOT, Map.of("10000001", "A\nold\n"));
        ReportDatabase hasty = new ReportDatabase(dataSource, schema, Duration.ofMillis(100), time);
        try (Connection other = connect();
                Statement statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("LOCK TABLE model_data IN ACCESS EXCLUSIVE MODE");
            assertThatThrownBy(() -> hasty.load(
                            new TableLoad(SNAPSHOT, "north", archives(Map.of("10000001", "A\nnew\n")), Set.of())))
                    .hasMessage("Cannot load the table model_data:"
                            + " the statement took longer than the timeout (SQL state 57014)");
            other.rollback();
        }
        assertThat(query("SELECT a FROM model_data")).containsExactly("old");
    }

    @Test
    void readersSeeTheFormerRowsUntilTheEnd() throws SQLException {
        load(SNAPSHOT, Map.of("10000001", "A\nold\n"));
        try (Connection reader = connect();
                Statement statement = reader.createStatement()) {
            reader.setAutoCommit(false);
            reader.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            statement.executeQuery("SELECT FROM model_data").close();
            load(SNAPSHOT, Map.of("10000001", "A\nnew\n"));
            try (var rows = statement.executeQuery("SELECT a FROM model_data")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getString(1)).isEqualTo("old");
            }
            reader.rollback();
        }
        assertThat(query("SELECT a FROM model_data")).containsExactly("new");
    }

    private LoadResult load(ReportType type, Map<String, String> csvs) {
        return load("north", type, csvs, Set.of());
    }

    private LoadResult load(String instance, ReportType type, Map<String, String> csvs, Set<String> retained) {
        return database.load(new TableLoad(type, instance, archives(csvs), retained));
    }

    private static Map<String, Supplier<ReportArchive>> archives(Map<String, String> csvs) {
        Map<String, Supplier<ReportArchive>> archives = new LinkedHashMap<>();
        csvs.forEach((account, csv) -> archives.put(account, () -> {
            byte[] zip = FakeReport.zip(Map.of("r.csv", csv.getBytes(StandardCharsets.UTF_8)));
            return ReportArchive.of(ZipArchive.of(zip, ArchiveLimits.defaults()));
        }));
        return archives;
    }

    /** Connections that do not let their driver through, as some pools' do not. */
    private static DataSource withoutCopy(DataSource real) {
        return proxy(
                DataSource.class,
                real,
                (name, result) -> result instanceof Connection connection
                        ? proxy(
                                Connection.class,
                                connection,
                                (call, answer) -> call.equals("isWrapperFor") ? (Object) false : answer)
                        : result);
    }

    private static DataSource failing(DataSource real, Deque<String> states) {
        return proxy(DataSource.class, real, (name, result) -> {
            if (states.isEmpty()) {
                return result;
            }
            ((Connection) result).close();
            throw new SQLException("Jane Roe", states.remove());
        });
    }

    private interface After {
        Object then(String method, Object result) throws SQLException;
    }

    private static <T> T proxy(Class<T> type, T real, After after) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    try {
                        return after.then(method.getName(), method.invoke(real, arguments));
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
