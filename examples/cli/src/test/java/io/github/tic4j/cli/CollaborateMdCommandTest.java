package io.github.tic4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tic4j.collaboratemd.postgres.ReportDatabase;
import io.github.tic4j.collaboratemd.testkit.FakeCollaborateMd;
import io.github.tic4j.collaboratemd.testkit.FakeReport;
import io.github.tic4j.collaboratemd.testkit.ThrowAwayPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CollaborateMdCommandTest {

    private static final String AGING = "7001";
    private static final String BILLING = "7002";
    private static final String ACCOUNT = "10000001";

    private static ThrowAwayPostgres postgres;

    @TempDir
    Path folder;

    private final TicRun run = new TicRun();
    private final String schema = "reports_" + UUID.randomUUID();
    private FakeCollaborateMd service;
    private Path config;

    @BeforeAll
    static void startPostgres() {
        try {
            postgres = ThrowAwayPostgres.start();
        } catch (IOException e) {
            Assumptions.abort("skipped: " + e.getMessage());
        }
    }

    @AfterAll
    static void stopPostgres() throws IOException {
        if (postgres != null) {
            postgres.close();
        }
    }

    @BeforeEach
    void startService() throws IOException {
        service = FakeCollaborateMd.start()
                .user("partner", "pass-word-1")
                .report(AGING, ACCOUNT, FakeReport.csv("Charge ID,Charge Balance\n1,$1.00\n2,$2.50\n"))
                .report(BILLING, ACCOUNT, FakeReport.csv("Charge ID,Charge Amount\n1,$9.00\n"));
        config = write("postgres");
    }

    @AfterEach
    void stopService() {
        service.close();
    }

    private Path write(String database) throws IOException {
        return Files.writeString(folder.resolve("config.ini"), """
                [API]
                report_api_base_url = %s
                username = partner
                password = pass-word-1
                [POSTGRES]
                host = localhost
                port = %d
                sslmode = disable
                database = %s
                user = postgres
                schema = %s
                [CUSTOMERS]
                accounts = ['%s']
                [REPORTS]
                ar_aging = %s/8001
                gross_billing = %s/8001
                [ETL]
                output_dir = %s
                """.formatted(
                        service.baseUrl(), postgres.port(), database, schema, ACCOUNT, AGING, BILLING, folder));
    }

    private int step(String name) {
        return run.tic("collaboratemd", name, "--config", config.toString());
    }

    @Test
    void runLoadsEverythingAndTellsWhatItDid() {
        assertThat(step("run")).isZero();
        assertThat(run.printed())
                .startsWith("COMPLETE, run ")
                .containsPattern("10000001 +ar_aging +LOADED +2")
                .containsPattern("gross_billing +LOADED +1 +1 +0")
                .containsPattern("ar_aging_view +applied")
                .containsPattern("denial_trends_view +left out +there is no table denial_trends yet");
        assertThat(folder.resolve("latest_fetch_summary.csv")).exists();
        assertThat(run.printed() + run.complained()).doesNotContain("pass-word-1", "2.50");
    }

    @Test
    void theStepsTellASchedulerHowFarTheyAre() {
        assertThat(step("status")).isEqualTo(3);
        assertThat(step("generate")).isZero();
        assertThat(step("status")).isEqualTo(5);
        assertThat(run.printed()).startsWith("PENDING, run ").contains("ACCEPTED");
        assertThat(step("fetch")).isZero();
        assertThat(run.printed()).contains("FETCHED").doesNotContain("view");
        assertThat(step("load")).isZero();
        assertThat(step("status")).isZero();
        assertThat(run.printed()).contains("LOADED");
    }

    @Test
    void aReportThatDoesNotComeIsIncomplete() {
        service.report(AGING, ACCOUNT, FakeReport.timesOut());
        assertThat(step("run")).isEqualTo(3);
        assertThat(run.printed())
                .startsWith("INCOMPLETE, run ")
                .containsPattern("ar_aging +TIMED_OUT +the service gave up on the report")
                .containsPattern("ar_aging +REFUSED +without 10000001");
    }

    @Test
    void anotherRunLocksIt() {
        ReportDatabase database = new ReportDatabase(postgres.dataSource(), schema);
        try (var lock = database.tryLock(Set.of("schema " + schema)).orElseThrow()) {
            assertThat(lock).isNotNull();
            assertThat(step("run")).isEqualTo(4);
        }
        assertThat(run.printed()).startsWith("LOCKED");
        assertThat(service.received()).isEmpty();
    }

    @Test
    void aDatabaseThatRefusesIsAFailure() throws IOException {
        config = write("absent");
        assertThat(step("run")).isEqualTo(1);
        assertThat(run.complained()).contains("there is no such database");
    }

    @Test
    void allThatIsWrongWithAConfigurationIsToldAndNoValue() throws IOException {
        String text = Files.readString(config).replace("= 8001", "= x").replace("port = ", "port = a");
        Files.writeString(config, text.replace("['10000001']", "['123']"));
        assertThat(step("status")).isEqualTo(2);
        assertThat(run.complained())
                .contains("Invalid configuration config.ini:", "port", "accounts")
                .doesNotContain("pass-word-1");
        config = folder.resolve("absent.ini");
        assertThat(step("run")).isEqualTo(2);
        assertThat(run.complained()).contains("No such file: ").contains("absent.ini");
        assertThat(run.tic("collaboratemd", "run")).isEqualTo(2);
        assertThat(run.tic("collaboratemd")).isEqualTo(2);
        assertThat(run.complained()).contains("Missing a command: generate, status, fetch, load or run");
    }

    @Test
    void theDemoPrintsTwoViews() {
        int code =
                run.tic("demo", "collaboratemd", "--out", folder.resolve("demo").toString());
        assertThat(run.complained()).isEmpty();
        assertThat(code).isZero();
        assertThat(run.printed())
                .contains("(would wait 60 s here)", "COMPLETE, run ", "10000003")
                .containsPattern("900003 +7002 +BET +RES +Billed +over 90 days +-12.50 +-12.50 +3-4 statements")
                .containsPattern("800001 +BET +Paid +2026-02-13 +3 +180.00 +150.00 +150.00");
    }
}
