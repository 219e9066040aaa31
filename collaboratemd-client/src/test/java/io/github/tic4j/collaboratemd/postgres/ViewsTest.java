package io.github.tic4j.collaboratemd.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tic4j.collaboratemd.table.ArchiveLimits;
import io.github.tic4j.collaboratemd.table.CsvWriter;
import io.github.tic4j.collaboratemd.table.ReportArchive;
import io.github.tic4j.collaboratemd.table.ReportTable;
import io.github.tic4j.collaboratemd.table.ReportType;
import io.github.tic4j.collaboratemd.table.Row;
import io.github.tic4j.collaboratemd.table.ZipArchive;
import io.github.tic4j.collaboratemd.testkit.FakeReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The views over reports whose cells stand on the boundaries, against files that say what must come out. */
class ViewsTest extends PostgresTest {

    private static final Path FIXTURES = Path.of("src/test/resources/views");
    private static final Pattern TODAY = Pattern.compile("\\{today([+-]\\d+)}");
    private static final Pattern DAYS = Pattern.compile("\\{days since ([0-9-]+)}");

    /** A zone in which it is noon, so that the day does not change while a test runs. */
    private final ZoneId noon = ZoneOffset.ofTotalSeconds(
            LocalTime.NOON.toSecondOfDay() - LocalTime.now(ZoneOffset.UTC).toSecondOfDay());

    private ViewOptions options(ViewSemantics semantics) {
        return new ViewOptions(noon, semantics, LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31));
    }

    @ParameterizedTest
    @EnumSource
    void everyViewShowsWhatItsFileSays(ViewSemantics semantics) throws Exception {
        for (ReportType type : ReportType.builtIn()) {
            load(type.name());
        }
        if (semantics == ViewSemantics.ORIGINAL) {
            // Its formula for money fails on these.
            execute(
                    "UPDATE ar_aging SET charge_balance_due_other = '-$12.50' WHERE charge_balance_due_other LIKE '(%'");
            execute("UPDATE ar_aging SET charge_balance = NULL, charge_amount = NULL WHERE charge_balance = 'abc'");
        }
        database.applyViews(options(semantics));
        execute(Files.readString(FIXTURES.resolve("lookups.sql")));
        List<ViewOutcome> outcomes = database.applyViews(options(semantics));
        assertThat(outcomes).hasSize(15).allMatch(ViewOutcome::isApplied);
        Path folder = FIXTURES.resolve("expected").resolve(semantics.name().toLowerCase(Locale.ROOT));
        for (ViewOutcome outcome : outcomes) {
            assertThat(rows(outcome.view()))
                    .as(outcome.view())
                    .containsExactlyInAnyOrderElementsOf(
                            withDates(Files.readString(folder.resolve(outcome.view() + ".csv")))
                                    .lines()
                                    .toList());
        }
    }

    @Test
    void theOriginalsMoneyFailsOnAnyOtherSymbol() {
        database.applyViews(options(ViewSemantics.ORIGINAL));
        assertThat(query("SELECT cmd_money('$1,234.50'), cmd_money('')")).containsExactly("1234.50|null");
        assertThatThrownBy(() -> query("SELECT cmd_money('(5.00)')"))
                .rootCause()
                .hasMessageStartingWith("ERROR: invalid input syntax for type numeric: \"(5.00)\"");
    }

    @Test
    void aViewWithoutItsTableIsLeftOutWithAReason() throws IOException {
        load("ar_aging");
        Map<Boolean, List<ViewOutcome>> outcomes = database.applyViews(ViewOptions.defaults()).stream()
                .collect(java.util.stream.Collectors.partitioningBy(ViewOutcome::isApplied));
        assertThat(outcomes.get(true)).extracting(ViewOutcome::view).containsExactly("ar_aging_view");
        assertThat(outcomes.get(false))
                .hasSize(14)
                .contains(new ViewOutcome("gross_billing_view", false, "there is no table gross_billing yet"));
        assertThat(query("SELECT count(*) FROM facility_rates")).containsExactly("0");
    }

    @Test
    void applyingAgainKeepsDependentsAndGrants() throws IOException {
        load("user_time_spread");
        database.applyViews(ViewOptions.defaults());
        execute("CREATE VIEW mine AS SELECT audit_username FROM user_time_spread_view");
        execute("GRANT SELECT ON user_time_spread_view TO PUBLIC");
        assertThat(database.applyViews(options(ViewSemantics.ORIGINAL)))
                .filteredOn(outcome -> outcome.view().equals("user_time_spread_view"))
                .allMatch(ViewOutcome::isApplied);
        assertThat(query("SELECT * FROM mine")).containsExactly("user1");
        assertThat(query(
                        "SELECT relacl::text LIKE '%=r/%' FROM pg_class WHERE oid = 'user_time_spread_view'::regclass"))
                .containsExactly("t");
    }

    @Test
    void anotherViewOfTheNameIsReplacedWithItsGrants() throws IOException {
        load("user_time_spread");
        execute("CREATE VIEW user_time_spread_view AS SELECT audit_username AS name FROM user_time_spread");
        execute("GRANT SELECT ON user_time_spread_view TO PUBLIC");
        assertThat(database.applyViews(ViewOptions.defaults()))
                .contains(new ViewOutcome("user_time_spread_view", true, ""));
        assertThat(query("SELECT audit_username FROM user_time_spread_view")).containsExactly("user1");
        assertThat(query(
                        "SELECT relacl::text LIKE '%=r/%' FROM pg_class WHERE oid = 'user_time_spread_view'::regclass"))
                .containsExactly("t");
    }

    @Test
    void whatOthersDependOnOrUseTheNameForIsLeftAlone() throws IOException {
        load("user_time_spread");
        load("ar_aging");
        execute("CREATE VIEW user_time_spread_view AS SELECT audit_username AS name FROM user_time_spread");
        execute("CREATE VIEW mine AS SELECT name FROM user_time_spread_view");
        execute("CREATE MATERIALIZED VIEW ar_aging_view AS SELECT 1 AS one");
        execute("CREATE TABLE rcm_productivity (claim_id text)");
        assertThat(database.applyViews(ViewOptions.defaults()))
                .contains(
                        new ViewOutcome(
                                "user_time_spread_view",
                                false,
                                "a view of this name has other columns, and others depend on it: drop it first"),
                        new ViewOutcome("ar_aging_view", false, "something else has this name"),
                        new ViewOutcome(
                                "rcm_productivity_view",
                                false,
                                "the table rcm_productivity lacks what it needs (SQL state 42703)"));
        assertThat(query("SELECT * FROM mine")).containsExactly("user1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"America/Phoenix", "-07:00", "UTC-7", "Pacific/Kiritimati", "+14:00", "UTC"})
    void todayIsTodayInTheZone(String zone) throws Exception {
        database.applyViews(new ViewOptions(ZoneId.of(zone), ViewSemantics.CORRECTED, null, null));
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT now(), cmd_today(), cmd_rate_card_from(), cmd_rate_card_to()")) {
            row.next();
            Instant now = row.getTimestamp(1).toInstant();
            LocalDate today = LocalDate.ofInstant(now, ZoneId.of(zone));
            assertThat(row.getObject(2, LocalDate.class)).isEqualTo(today);
            assertThat(row.getObject(3, LocalDate.class))
                    .isEqualTo(today.minusMonths(12).plusDays(1));
            assertThat(row.getObject(4, LocalDate.class)).isEqualTo(today);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"money", "date", "integer"})
    void cellsReadInTheDatabaseAsInJava(String kind) throws IOException {
        database.applyViews(ViewOptions.defaults());
        String file = kind.equals("money") ? kind : kind + "s";
        for (List<String> line : lines(Path.of("src/test/resources/table", file + ".csv"))) {
            String expected = line.get(1) == null ? "null" : line.get(1);
            assertThat(query("SELECT cmd_" + kind + "('" + line.get(0) + "')"))
                    .as(line.get(0))
                    .containsExactly(expected);
        }
    }

    private static List<List<String>> lines(Path file) throws IOException {
        byte[] zip = FakeReport.zip(Map.of("lines.csv", Files.readAllBytes(file)));
        try (ReportTable table =
                ReportArchive.of(ZipArchive.of(zip, ArchiveLimits.defaults())).open()) {
            return table.stream()
                    .map(Row::cells)
                    .filter(cells -> cells.get(0) != null)
                    .toList();
        }
    }

    private void load(String report) throws IOException {
        byte[] csv =
                withDates(Files.readString(FIXTURES.resolve(report + ".csv"))).getBytes(StandardCharsets.UTF_8);
        byte[] zip = FakeReport.zip(Map.of(report + ".csv", csv));
        ReportArchive archive = ReportArchive.of(ZipArchive.of(zip, ArchiveLimits.defaults()));
        database.load(new TableLoad(ReportType.named(report), "north", Map.of("10000001", () -> archive), Set.of()));
    }

    /** The whole view as lines of CSV, the header among them. */
    private List<String> rows(String view) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT * FROM " + view)) {
            List<String> lines = new ArrayList<>();
            List<String> cells = new ArrayList<>();
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                cells.add(rows.getMetaData().getColumnLabel(i));
            }
            lines.add(line(cells));
            while (rows.next()) {
                for (int i = 0; i < cells.size(); i++) {
                    cells.set(i, rows.getString(i + 1));
                }
                lines.add(line(cells));
            }
            return lines;
        }
    }

    private static String line(List<String> cells) {
        StringBuilder line = new StringBuilder();
        CsvWriter.append(line, cells);
        return line.toString().strip();
    }

    /** Fills in what depends on today: dates so many days from it, days since a date, and its quarter. */
    private String withDates(String text) {
        LocalDate today = LocalDate.now(noon);
        String dates = TODAY.matcher(text)
                .replaceAll(
                        match -> today.plusDays(Long.parseLong(match.group(1))).toString());
        return DAYS.matcher(dates)
                .replaceAll(match -> Long.toString(ChronoUnit.DAYS.between(LocalDate.parse(match.group(1)), today)))
                .replace("{quarter}", DateTimeFormatter.ofPattern("'Q'q yyyy").format(today));
    }
}
