package io.github.tic4j.cli;

import io.github.tic4j.collaboratemd.Delay;
import io.github.tic4j.collaboratemd.pipeline.PipelineConfig;
import io.github.tic4j.collaboratemd.pipeline.PipelineReport;
import io.github.tic4j.collaboratemd.pipeline.ReportPipeline;
import io.github.tic4j.collaboratemd.testkit.FakeCollaborateMd;
import io.github.tic4j.collaboratemd.testkit.FakeReport;
import io.github.tic4j.collaboratemd.testkit.ThrowAwayPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tic demo collaboratemd}: the pipeline from a service that is made up to a PostgreSQL that is thrown away. */
@Command(
        name = "collaboratemd",
        mixinStandardHelpOptions = true,
        description = "Brings reports of a made-up CollaborateMD into a throw-away PostgreSQL and prints two views.")
final class CollaborateMdDemo implements Callable<Integer> {

    private static final String AGING = "7001";
    private static final String PAYMENTS = "7002";
    private static final String FIRST = "10000001";
    private static final String SECOND = "10000002";
    private static final String GONE = "10000003";
    private static final String PASSWORD = "not-a-secret";

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where to; the default is a folder under the system's temporary one.")
    private Path folder = Path.of(System.getProperty("java.io.tmpdir"), "tic4j-collaboratemd");

    private final Output output;

    CollaborateMdDemo(Output output) {
        this.output = output;
    }

    @Override
    public Integer call() throws IOException, SQLException {
        ThrowAwayPostgres started;
        try {
            started = ThrowAwayPostgres.start();
        } catch (IOException e) {
            output.err().println("tic: skipped: " + e.getMessage());
            return ExitCode.FINE;
        }
        try (ThrowAwayPostgres postgres = started;
                FakeCollaborateMd service = service()) {
            return run(postgres, service);
        }
    }

    /** Two accounts that label their reports differently, and one that has left. */
    private static FakeCollaborateMd service() throws IOException {
        return FakeCollaborateMd.start()
                .user("demo", PASSWORD)
                .report(
                        AGING,
                        FIRST,
                        FakeReport.csv(resource("ar_aging_10000001.csv")).runningFor(2))
                .report(
                        AGING,
                        SECOND,
                        FakeReport.csv(resource("ar_aging_10000002.csv")).emptyFor(1))
                .report(PAYMENTS, FIRST, FakeReport.csv(resource("payment_trend_10000001.csv")))
                .report(PAYMENTS, SECOND, FakeReport.csv(resource("payment_trend_10000002.csv")))
                .report(AGING, GONE, FakeReport.inactiveCustomer(GONE))
                .report(PAYMENTS, GONE, FakeReport.inactiveCustomer(GONE));
    }

    private int run(ThrowAwayPostgres postgres, FakeCollaborateMd service) throws IOException, SQLException {
        Files.createDirectories(folder);
        Path file = Files.writeString(folder.resolve("config.ini"), config(postgres, service));
        say("1. Started a made-up CollaborateMD at " + service.baseUrl() + " and a PostgreSQL at port "
                + postgres.port() + ".");
        say("   Account " + SECOND + " labels its reports in another way, and " + GONE + " has left.");

        say("\n2. Generate, fetch and load (tic collaboratemd run --config " + file + "):\n");
        PipelineReport report = ReportPipeline.builder(PipelineConfig.read(file, Map.of()))
                .delay(withoutWaiting())
                .build()
                .run();
        CollaborateMdCommand.print(report, output.out());

        try (Connection connection = postgres.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SET search_path TO reports");
            statement.execute(resource("lookups.sql"));
            say("\n3. Who owes what (ar_aging_view):\n");
            print(
                    statement,
                    "SELECT charge_id, patient_id, payer_class, loc, billed_or_not_billed,"
                            + " days_on_hold_range, int_charge_balance, balance_due_payer, total_statement_buckets"
                            + " FROM ar_aging_view ORDER BY customer_account, charge_id");
            say("\n4. What was paid (payment_trends_view):\n");
            print(
                    statement,
                    "SELECT charge_id, payer_class, payment_status, payment_received, payment_posting_tat,"
                            + " int_payment_allowed_amount, int_insurance_paid_amount, int_payment_total_paid"
                            + " FROM payment_trends_view ORDER BY customer_account, charge_id");
        }
        say("\nThe summaries are in " + folder + "; the database is gone when this ends.");
        return report.status().exitCode();
    }

    private String config(ThrowAwayPostgres postgres, FakeCollaborateMd service) {
        return """
                [API]
                report_api_base_url = %s
                username = demo
                password = %s

                [POSTGRES]
                host = localhost
                port = %d
                sslmode = disable
                database = postgres
                user = postgres
                schema = reports

                [CUSTOMERS]
                accounts = ['%s', '%s', '%s']

                [REPORTS]
                ar_aging = %s/8001
                payment_trend = %s/8001

                [ETL]
                output_dir = %s
                """.formatted(
                        service.baseUrl(), PASSWORD, postgres.port(), FIRST, SECOND, GONE, AGING, PAYMENTS, folder);
    }

    /** The service is made up, so nobody needs to wait for it. */
    private Delay withoutWaiting() {
        return time -> {
            say("   (would wait " + time.toSeconds() + " s here)");
            return CompletableFuture.completedFuture(null);
        };
    }

    private void print(Statement statement, String sql) throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql)) {
            int columns = rows.getMetaData().getColumnCount();
            String[] names = new String[columns];
            for (int i = 0; i < columns; i++) {
                names[i] = rows.getMetaData().getColumnLabel(i + 1);
            }
            TextTable table = new TextTable(names);
            while (rows.next()) {
                Object[] cells = new Object[columns];
                for (int i = 0; i < columns; i++) {
                    cells[i] = rows.getString(i + 1);
                }
                table.add(cells);
            }
            table.print(output.out());
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = CollaborateMdDemo.class.getResourceAsStream("collaboratemd/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void say(String line) {
        output.out().println(line);
    }
}
