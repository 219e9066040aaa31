package io.github.tic4j.collaboratemd.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tic4j.collaboratemd.ApiCall;
import io.github.tic4j.collaboratemd.CollaborateMdClient;
import io.github.tic4j.collaboratemd.Credentials;
import io.github.tic4j.collaboratemd.CustomerNumber;
import io.github.tic4j.collaboratemd.OutcomeUnknownException;
import io.github.tic4j.collaboratemd.ReportResult;
import io.github.tic4j.collaboratemd.RunIdentifier;
import io.github.tic4j.collaboratemd.RunSlotBusyException;
import io.github.tic4j.collaboratemd.SavedReport;
import io.github.tic4j.collaboratemd.pipeline.TableOutcome.Kind;
import io.github.tic4j.collaboratemd.postgres.DatabaseException;
import io.github.tic4j.collaboratemd.postgres.PostgresSettings;
import io.github.tic4j.collaboratemd.postgres.ReportDatabase;
import io.github.tic4j.collaboratemd.postgres.RunLock;
import io.github.tic4j.collaboratemd.postgres.TaskState;
import io.github.tic4j.collaboratemd.postgres.TrackedReport;
import io.github.tic4j.collaboratemd.postgres.ViewOptions;
import io.github.tic4j.collaboratemd.postgres.ViewOutcome;
import io.github.tic4j.collaboratemd.postgres.ViewSemantics;
import io.github.tic4j.collaboratemd.table.Cells;
import io.github.tic4j.collaboratemd.table.ColumnNames;
import io.github.tic4j.collaboratemd.table.Drift;
import io.github.tic4j.collaboratemd.testkit.FakeReport;
import io.github.tic4j.collaboratemd.testkit.Fault;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What went wrong in production with the original, one test each, in the order in which it was written down. */
class LessonsTest extends PipelineTest {

    private static final CustomerNumber CUSTOMER = new CustomerNumber(FIRST);
    private static final SavedReport AGING_REPORT = new SavedReport(AGING, "8001");

    @Test
    @DisplayName("L1: the identifier of somebody else's running report was stored as one's own")
    void anIdentifierIsNeverTakenFromARunningReportNorTwice() {
        server.report(AGING, FIRST, aging(FIRST, "old").runningFor(3));
        server.fail("/customer/10000001/reports/7002", Fault.status(400));
        PipelineReport report = pipeline().generate();
        assertThat(report.reports()).extracting(TrackedReport::identifier).doesNotHaveDuplicates();
        assertThat(time.waits())
                .containsExactly(Duration.ofSeconds(60), Duration.ofSeconds(60), Duration.ofSeconds(60));

        // An identifier that another account has already is refused, and the run tried again.
        server.repeatIdentifier();
        PipelineReport again = pipeline().generate();
        assertThat(again.status()).isEqualTo(PipelineStatus.COMPLETE);
        assertThat(
                        query(
                                "SELECT count(*), count(DISTINCT identifier) FROM account_reports WHERE identifier IS NOT NULL"))
                .containsExactly("4|4");
        assertThat(again.reports()).anyMatch(r -> r.attempts() == 2);
    }

    @Test
    @DisplayName("L2: retries without delay and without end")
    void retriesWaitAndEnd() {
        server.report(AGING, FIRST, aging(FIRST, "old").runningFor(1_000_000));
        client().reports().run(CUSTOMER, AGING_REPORT).execute();
        assertThatThrownBy(() -> client().reports().run(CUSTOMER, AGING_REPORT).execute())
                .isInstanceOf(RunSlotBusyException.class)
                .hasMessageContaining("(101 attempts)");
        assertThat(time.waits()).allMatch(Duration.ofSeconds(60)::equals);
    }

    @Test
    @DisplayName("L3: results were not polled, and accounts went missing from tables without a word")
    void aMissingAccountIsToldAndNothingIsReplaced() {
        pipeline().run();
        time.pass(Duration.ofDays(1));
        server.fail("/customer/10000002/reports/7001", Fault.status(400));
        PipelineReport report = pipeline().run();
        assertThat(report.tables().get(0).kind()).isEqualTo(Kind.REFUSED);
        assertThat(report.tables().get(0).missing()).containsExactly(SECOND);
        assertThat(agingRows()).hasSize(4);
    }

    @Test
    @DisplayName("L4: success without data yet was taken for an empty report")
    void successWithoutDataIsGivenTime() {
        server.report(AGING, FIRST, aging(FIRST, "old").emptyFor(3)).report(AGING, SECOND, FakeReport.silentlyEmpty());
        PipelineReport report = pipeline().run();
        assertThat(report.status()).isEqualTo(PipelineStatus.COMPLETE);
        assertThat(agingRows()).containsExactly("north|10000001-1|old", "north|10000001-2|old");
    }

    @Test
    @DisplayName("L5: status 1 was read as completed, so yesterday's rows counted as today's")
    void completionIsRecordedAndBelongsToItsRun() {
        pipeline().run();
        time.pass(Duration.ofDays(1));
        PipelineReport today = pipeline().generate();
        assertThat(pipeline().status().status()).isEqualTo(PipelineStatus.PENDING);
        assertThat(today.reports()).allMatch(report -> report.completedAt() == null);
        assertThat(query(
                        "SELECT state, count(*), count(completed_at) FROM account_reports WHERE status = 1 GROUP BY 1"))
                .containsExactly("ACCEPTED|4|0");
    }

    @Test
    @DisplayName("L6: other headers were appended by position")
    void columnsAreAlignedByNameAndDriftIsTold() {
        server.report(
                AGING,
                SECOND,
                FakeReport.csv("Charge Balance,New Column,Claim Status,Charge Claim ID\n$9.00,n,late,c\n"));
        PipelineReport report = pipeline().run();
        assertThat(query("SELECT charge_balance, claim_status, claim_id, new_column FROM ar_aging"
                        + " WHERE customer_account = '10000002'"))
                .containsExactly("$9.00|late|c|n");
        assertThat(report.tables().get(0).result().orElseThrow().drift())
                .contains(
                        new Drift(Drift.Kind.RENAMED, SECOND, "charge_claim_id", "claim_id"),
                        new Drift(Drift.Kind.UNKNOWN, SECOND, "new_column", "new_column"),
                        new Drift(Drift.Kind.MISSING, SECOND, "charge_id", "charge_id"));
    }

    @Test
    @DisplayName("L7: repeated labels lost a column")
    void repeatedLabelsKeepAllTheirColumns() {
        String label = "Charge Primary Payer Name";
        assertThat(ColumnNames.of(List.of(label, label)))
                .containsExactly("charge_primary_payer_name", "charge_primary_payer_name_1");
        server.report(BILLING, FIRST, FakeReport.csv(label + "," + label + "\nAcme,Beta\n"));
        pipeline().run();
        assertThat(query("SELECT charge_primary_payer_name, charge_primary_payer_name_1 FROM gross_billing"
                        + " WHERE customer_account = '10000001'"))
                .containsExactly("Acme|Beta");
    }

    @Test
    @DisplayName("L8: types were guessed anew each run, and codes lost their noughts")
    void cellsStayTheTextTheyAre() {
        server.report(
                BILLING,
                FIRST,
                FakeReport.csv(
                        "Charge ID,Charge Rev Code,Claim Status\n0301,301.0,NA\n00012345678901234567890,NULL,None\n"));
        pipeline().run();
        assertThat(query("SELECT charge_id, charge_rev_code, claim_status FROM gross_billing"
                        + " WHERE customer_account = '10000001' ORDER BY 1"))
                .containsExactly("00012345678901234567890|NULL|None", "0301|301.0|NA");
    }

    @Test
    @DisplayName("L9: empty and odd amounts broke the views")
    void emptyAmountsAreNullAndOddOnesAreFindings() {
        server.report(BILLING, FIRST, FakeReport.csv("Charge ID,Charge Amount\n1,\n2,(5.25)\n3,five\n"));
        PipelineReport report = pipeline().run();
        assertThat(query("SELECT charge_id, int_charge_amount FROM gross_billing_view"
                        + " WHERE customer_account = '10000001' ORDER BY 1"))
                .containsExactly("1|null", "2|-5.25", "3|null");
        assertThat(report.tables().get(1).result().orElseThrow().findings())
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.column() + finding.cells()).isEqualTo("charge_amount1"));
    }

    @Test
    @DisplayName("L10: dropping tables took views and grants along, and a failure left them empty")
    void viewsAndFormerRowsSurviveLoadsAndFailures() {
        pipeline().run();
        execute("CREATE VIEW mine AS SELECT charge_id, claim_status FROM ar_aging");
        execute("ALTER TABLE ar_aging ADD CHECK (claim_status <> 'refused')");
        time.pass(Duration.ofDays(1));
        server.report(AGING, FIRST, aging(FIRST, "refused"));
        PipelineReport report = pipeline().run();
        assertThat(report.tables().get(0).kind()).isEqualTo(Kind.FAILED);
        assertThat(query("SELECT count(*) FROM mine")).containsExactly("4");
    }

    @Test
    @DisplayName("L11: SQL was split at semicolons, and views could not change their columns")
    void viewsWithOtherColumnsAreReplaced() {
        pipeline().run();
        execute("DROP VIEW ar_aging_view");
        execute("CREATE VIEW ar_aging_view AS SELECT 'a;b' AS other -- c;d");
        List<ViewOutcome> outcomes = database.applyViews(ViewOptions.defaults());
        assertThat(outcomes).contains(new ViewOutcome("ar_aging_view", true, ""));
        assertThat(query("SELECT count(*) FROM ar_aging_view")).containsExactly("4");
    }

    @Test
    @DisplayName("L12: stray and stale files became tables")
    void onlyTheArchivesOfTheRunAreLoaded() throws Exception {
        Files.writeString(folder.resolve("stray.csv"), "a\n1\n");
        pipeline().generate();
        String run = pipeline().fetch().runId();
        Path stale = folder.resolve("runs/" + run + "/north/ar_aging/10000009.zip");
        Files.write(stale, FakeReport.zip(Map.of("a.csv", "Charge ID\n9\n".getBytes(StandardCharsets.UTF_8))));
        assertThat(pipeline().load().status()).isEqualTo(PipelineStatus.COMPLETE);
        assertThat(query("SELECT DISTINCT customer_account FROM ar_aging ORDER BY 1"))
                .containsExactly(FIRST, SECOND);
        assertThat(query("SELECT table_name FROM information_schema.tables WHERE table_type = 'BASE TABLE'"
                        + " AND table_schema = current_schema() ORDER BY 1"))
                .containsExactly(
                        "account_report_runs",
                        "account_reports",
                        "ar_aging",
                        "facility_rates",
                        "gross_billing",
                        "loc_crosswalk",
                        "payer_name_crosswalk");
    }

    @Test
    @DisplayName("L13: no time-outs, no retries, and exceptions swallowed by threads")
    void failuresOfEachAccountAreCaughtClassifiedAndKept() {
        server.fail("/reports/7001/", Fault.status(503), Fault.NO_ANSWER);
        server.fail("/results/", Fault.status(500), Fault.CUT_BODY, Fault.HTML);
        PipelineReport report = pipeline().run();
        assertThat(states(report))
                .containsExactlyInAnyOrder(TaskState.FETCHED, TaskState.UNCERTAIN, TaskState.LOADED, TaskState.LOADED);
        assertThat(report.reports().get(0).state()).isEqualTo(TaskState.UNCERTAIN);
        assertThat(report.reports().get(0).note())
                .startsWith("reports.run failed, the connection was lost")
                .endsWith("it may have been carried out; look before sending it again");
        assertThat(report.status()).isEqualTo(PipelineStatus.INCOMPLETE);
        assertThat(pipeline().run().status()).isEqualTo(PipelineStatus.COMPLETE);

        server.fail("/results/", Fault.SLOW_BODY);
        CollaborateMdClient impatient = CollaborateMdClient.builder(new Credentials("partner", "secret"))
                .baseUrl(server.baseUrl())
                .attemptTimeout(Duration.ofMillis(200))
                .delay(time)
                .build();
        assertThat(impatient.reports().runAndAwait(CUSTOMER, AGING_REPORT).execute())
                .isInstanceOf(ReportResult.Ready.class);
        server.fail("/run", Fault.NO_ANSWER);
        ApiCall<RunIdentifier> run = client().reports().run(CUSTOMER, AGING_REPORT);
        assertThatThrownBy(run::execute)
                .isInstanceOf(OutcomeUnknownException.class)
                .hasMessageContaining("look before sending it again");
    }

    @Test
    @DisplayName("L14: lost connections, statements without end, overlapping runs with exit code 0")
    void statementsEndAndOverlappingRunsSaySo() throws SQLException {
        pipeline().run();
        ReportDatabase hasty = new ReportDatabase(dataSource, schema, Duration.ofMillis(50), time);
        try (Connection other = connect()) {
            other.setAutoCommit(false);
            other.createStatement().execute("LOCK TABLE account_reports IN ACCESS EXCLUSIVE MODE");
            assertThatThrownBy(() -> hasty.tracking().reports("any"))
                    .isInstanceOf(DatabaseException.class)
                    .hasMessageContaining("the statement took longer than the timeout");
            other.rollback();
        }
        try (RunLock held = database.tryLock(Set.of("schema " + schema)).orElseThrow()) {
            assertThat(held).isNotNull();
            assertThat(pipeline().run().status().exitCode()).isEqualTo(4);
        }
    }

    @Test
    @DisplayName("L15: the hash of a row changed with its types, and equal rows collapsed")
    void aSecondLoadAddsNothingAndEqualRowsStay() {
        ReportConfig spread = report("user_time_spread", "7003");
        instances.set(
                0,
                new InstanceConfig(
                        "north",
                        server.baseUrl(),
                        instances.get(0).credentials(),
                        instances.get(0).accounts(),
                        List.of(spread)));
        server.report("7003", FIRST, FakeReport.csv("Audit Username,Audit Entity ID\nu,1\nu,1\nu,1.0\n"));
        server.report("7003", SECOND, FakeReport.withoutRecords());
        pipeline().run();
        time.pass(Duration.ofDays(1));
        server.report(
                "7003",
                FIRST,
                FakeReport.csv("Audit Entity ID,Audit Action,Audit Username\n1,,u\n1,,u\n1.0,,u\n2,,u\n"));
        PipelineReport second = pipeline().run();
        assertThat(second.tables().get(0).result().orElseThrow().rowsInserted()).isEqualTo(1);
        assertThat(query("SELECT audit_entity_id, count(*) FROM user_time_spread GROUP BY 1 ORDER BY 1"))
                .containsExactly("1|2", "1.0|1", "2|1");
    }

    @Test
    @DisplayName("L16: today by the server's zone, turnaround backwards, names padded, weeks without their year")
    void datesInViewsMeanWhatTheySay() {
        ZoneId zone = ZoneId.of("Pacific/Kiritimati");
        database.applyViews(new ViewOptions(zone, ViewSemantics.CORRECTED, null, null));
        assertThat(query("SELECT cmd_today() = (now() AT TIME ZONE 'Pacific/Kiritimati')::date,"
                        + " cmd_posting_tat('2025-01-06', '2025-01-09'), cmd_month('2025-03-07'),"
                        + " cmd_week('2024-12-30'), cmd_week_year('2024-12-30'), cmd_year('2024-12-30')"))
                .containsExactly("t|3|March|Week01|2025|2024");
    }

    @Test
    @DisplayName("L17: dates were compared as text")
    void datesAreComparedAsDates() {
        server.report(
                BILLING,
                FIRST,
                FakeReport.csv("Charge ID,Charge Entered Date\n1,12/31/2024\n2,01/05/2025\n3,9/1/2024\n"));
        pipeline().run();
        assertThat(query("SELECT min(charge_entered_date), max(charge_entered_date) FROM gross_billing_view"))
                .containsExactly("2024-09-01|2025-01-05");
        assertThat(Cells.date("01/05/2025").orElseThrow()).isAfter(LocalDate.of(2024, 12, 31));
    }

    @Test
    @DisplayName("L18: large accounts timed out")
    void aTimeOutIsToldApartAndAnAccountMayHaveItsOwnFilter() {
        server.report(AGING, "8001", SECOND, FakeReport.timesOut()).report(AGING, "9007", SECOND, aging(SECOND, "few"));
        assertThat(pipeline().run().reports().get(1).state()).isEqualTo(TaskState.TIMED_OUT);
        ReportConfig narrower = new ReportConfig(
                report("ar_aging", AGING).type(), AGING_REPORT, Map.of(new CustomerNumber(SECOND), "9007"));
        InstanceConfig north = instances.get(0);
        instances.set(
                0,
                new InstanceConfig(
                        "north",
                        north.baseUrl(),
                        north.credentials(),
                        north.accounts(),
                        List.of(narrower, north.reports().get(1))));
        assertThat(pipeline().run().status()).isEqualTo(PipelineStatus.COMPLETE);
    }

    @Test
    @DisplayName("L19: odd characters in passwords, and TLS lost in a rewrite")
    void passwordsMayHoldAnythingAndTlsIsTheDefault() {
        assertThat(IniFile.parse("[API]\npassword = 50%(off)@#/;:é", new java.util.ArrayList<>())
                        .get("API"))
                .containsEntry("password", "50%(off)@#/;:é");
        server.user("partner", "50%(off)@#/;:é");
        CollaborateMdClient client = CollaborateMdClient.builder(new Credentials("partner", "50%(off)@#/;:é"))
                .baseUrl(server.baseUrl())
                .build();
        assertThat(client.reports().run(CUSTOMER, AGING_REPORT).execute()).isNotNull();
        PostgresSettings settings = new PostgresSettings(
                "127.0.0.1", server().port(), "postgres", "postgres", "p@ss/w#rd%", PostgresSettings.DEFAULT_SSL_MODE);
        // The test server speaks no TLS, so the default must not get through.
        assertThatThrownBy(() -> settings.dataSource().getConnection())
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("SSL");
        PostgresSettings plain =
                new PostgresSettings("127.0.0.1", server().port(), "postgres", "postgres", "p@ss/w#rd%", "disable");
        ReportDatabase reached = new ReportDatabase(plain.dataSource(), schema);
        assertThat(reached.tryLock(Set.of(schema)).orElseThrow()).satisfies(RunLock::close);
    }

    @Test
    @DisplayName("L20: bodies and identifiers in logs")
    void exceptionsAndOutcomesTellNoContent() {
        server.report(AGING, FIRST, FakeReport.declined("INVALID CRITERIA", "Patient Zzyzx"));
        server.report(AGING, SECOND, FakeReport.csv("Charge ID\nZzyzx,\"\n"));
        PipelineReport report = pipeline().run();
        assertThat(report.toString()).doesNotContain("Zzyzx");
        assertThat(report.reports()).extracting(TrackedReport::note).anyMatch(note -> !note.isEmpty());
        assertThat(config().toString()).doesNotContain("secret");
    }

    @Test
    @DisplayName("L21: accounts that left counted as failures")
    void anAccountThatLeftIsSkipped() {
        server.report(AGING, SECOND, FakeReport.inactiveCustomer(SECOND));
        server.report(BILLING, SECOND, FakeReport.declined("ERROR", "Report not available for this customer"));
        PipelineReport report = pipeline().run();
        assertThat(report.status()).isEqualTo(PipelineStatus.COMPLETE);
        assertThat(report.reports())
                .filteredOn(r -> r.key().account().equals(SECOND))
                .allMatch(r -> r.state() == TaskState.SKIPPED);
    }

    @Test
    @DisplayName("L22: jobs that share credentials starved each other")
    void oneRunHoldsTheCredentialsAcrossProcesses() {
        String name = "credentials " + URI.create(server.baseUrl()).getAuthority() + " partner";
        try (RunLock other = database.tryLock(Set.of(name)).orElseThrow()) {
            assertThat(other).isNotNull();
            assertThat(pipeline().generate().status()).isEqualTo(PipelineStatus.LOCKED);
        }
        assertThat(server.received()).isEmpty();
    }

    @Test
    @DisplayName("L23: of several CSV files in an archive only the first was read")
    void allFilesOfAnArchiveAreReadOrNone() {
        server.report(AGING, FIRST, FakeReport.files(files("Charge ID\n1\n", "Charge ID\n2\n")));
        server.report(BILLING, FIRST, FakeReport.files(files("Charge ID\n1\n", "Claim Status\n2\n")));
        PipelineReport report = pipeline().run();
        assertThat(query("SELECT charge_id FROM ar_aging WHERE customer_account = '10000001' ORDER BY 1"))
                .containsExactly("1", "2");
        assertThat(report.reports().get(2).state()).isEqualTo(TaskState.FAILED);
        assertThat(report.reports().get(2).note())
                .isEqualTo("Cannot read the report: its CSV files differ in their columns");
    }

    private CollaborateMdClient client() {
        return CollaborateMdClient.builder(new Credentials("partner", "secret"))
                .baseUrl(server.baseUrl())
                .clock(time)
                .delay(time)
                .build();
    }

    private static Map<String, byte[]> files(String... csvs) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        Stream.of(csvs).forEach(csv -> files.put("part" + files.size() + ".csv", csv.getBytes(StandardCharsets.UTF_8)));
        return files;
    }
}
