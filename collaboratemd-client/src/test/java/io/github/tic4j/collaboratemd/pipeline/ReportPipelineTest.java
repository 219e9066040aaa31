package io.github.tic4j.collaboratemd.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tic4j.collaboratemd.Credentials;
import io.github.tic4j.collaboratemd.CustomerNumber;
import io.github.tic4j.collaboratemd.SavedReport;
import io.github.tic4j.collaboratemd.pipeline.TableOutcome.Kind;
import io.github.tic4j.collaboratemd.postgres.RunLock;
import io.github.tic4j.collaboratemd.postgres.TaskState;
import io.github.tic4j.collaboratemd.postgres.ViewOutcome;
import io.github.tic4j.collaboratemd.table.ReportType;
import io.github.tic4j.collaboratemd.testkit.FakeReport;
import io.github.tic4j.collaboratemd.testkit.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReportPipelineTest extends PipelineTest {

    @Test
    void aRunBringsEveryReportOfEveryAccountIntoTablesAndViews() {
        PipelineReport report = pipeline().run();
        assertThat(report.status()).isEqualTo(PipelineStatus.COMPLETE);
        assertThat(states(report)).hasSize(4).containsOnly(TaskState.LOADED);
        assertThat(report.tables()).extracting(TableOutcome::kind).containsOnly(Kind.LOADED);
        assertThat(report.views())
                .filteredOn(ViewOutcome::isApplied)
                .extracting(ViewOutcome::view)
                .containsExactly("ar_aging_view", "gross_billing_view");
        assertThat(agingRows()).hasSize(4);
        assertThat(query("SELECT sum(int_charge_balance) FROM ar_aging_view")).containsExactly("6.00");
        assertThat(query("SELECT count(*) FROM account_reports WHERE status = 1"))
                .containsExactly("4");
    }

    @Test
    void theStepsCanBeTakenOneByOne() {
        assertThat(pipeline().status().status()).isEqualTo(PipelineStatus.INCOMPLETE);
        assertThat(pipeline().load().status()).isEqualTo(PipelineStatus.INCOMPLETE);
        assertThat(pipeline().generate().status()).isEqualTo(PipelineStatus.COMPLETE);
        assertThat(states(pipeline().status())).containsOnly(TaskState.ACCEPTED);
        assertThat(pipeline().status().status()).isEqualTo(PipelineStatus.PENDING);
        assertThat(pipeline().fetch().status()).isEqualTo(PipelineStatus.COMPLETE);
        assertThat(pipeline().status().reports()).allMatch(report -> report.rows() != null);
        assertThat(pipeline().load().status()).isEqualTo(PipelineStatus.COMPLETE);
        assertThat(pipeline().status().status()).isEqualTo(PipelineStatus.COMPLETE);
        assertThat(runs()).isEqualTo(4);
    }

    @Test
    void aRunThatWasKilledGoesOnWhereItWas() {
        server.fail("/customer/10000002/", Fault.status(401));
        PipelineReport killed = pipeline().run();
        assertThat(killed.status()).isEqualTo(PipelineStatus.INCOMPLETE);
        long before = runs();
        PipelineReport resumed = pipeline().run();
        assertThat(resumed.status()).isEqualTo(PipelineStatus.COMPLETE);
        assertThat(resumed.runId()).isEqualTo(killed.runId());
        // The first account's aging had been accepted; the other three are run now.
        assertThat(runs() - before).isEqualTo(3);
    }

    @Test
    void whatWasFetchedIsNotFetchedAgain() {
        pipeline().generate();
        pipeline().fetch();
        int results = server.received("/results/").size();
        assertThat(pipeline().run().status()).isEqualTo(PipelineStatus.COMPLETE);
        assertThat(server.received("/results/")).hasSize(results);
        assertThat(runs()).isEqualTo(4);
    }

    @Test
    void aFinishedRunIsFollowedByAFreshOne() {
        String first = pipeline().run().runId();
        server.report(AGING, FIRST, aging(FIRST, "new"));
        time.pass(Duration.ofMinutes(1));
        PipelineReport second = pipeline().run();
        assertThat(second.runId()).isNotEqualTo(first);
        assertThat(agingRows())
                .containsExactly(
                        "north|10000001-1|new", "north|10000001-2|new", "north|10000002-1|old", "north|10000002-2|old");
    }

    @Test
    void anUnfinishedRunIsLeftBehindOnceItIsTooOld() {
        String first = pipeline().generate().runId();
        time.pass(Duration.ofHours(13));
        assertThat(pipeline().generate().runId()).isNotEqualTo(first);
        assertThat(runs()).isEqualTo(8);
    }

    @Test
    void aMissingAccountHoldsItsTableBackAndNoOther() {
        pipeline().run();
        time.pass(Duration.ofDays(1));
        server.report(AGING, FIRST, aging(FIRST, "new")).report(AGING, SECOND, FakeReport.timesOut());
        PipelineReport report = pipeline().run();
        assertThat(report.status()).isEqualTo(PipelineStatus.INCOMPLETE);
        assertThat(report.status().exitCode()).isEqualTo(3);
        TableOutcome aging = report.tables().get(0);
        assertThat(aging.kind()).isEqualTo(Kind.REFUSED);
        assertThat(aging.missing()).containsExactly(SECOND);
        assertThat(aging.reason()).isEqualTo("the reports of some accounts did not come");
        assertThat(report.tables().get(1).kind()).isEqualTo(Kind.LOADED);
        assertThat(agingRows()).hasSize(4).noneMatch(row -> row.endsWith("new"));
        assertThat(states(report)).contains(TaskState.TIMED_OUT, TaskState.FETCHED);

        server.report(AGING, SECOND, aging(SECOND, "new"));
        long before = runs();
        PipelineReport resumed = pipeline().run();
        assertThat(resumed.status()).isEqualTo(PipelineStatus.COMPLETE);
        assertThat(runs() - before).isEqualTo(1);
        assertThat(resumed.tables()).extracting(TableOutcome::kind).containsExactly(Kind.LOADED, Kind.UNCHANGED);
        assertThat(agingRows()).hasSize(4).allMatch(row -> row.endsWith("new"));
    }

    @Test
    void missingAccountsCanKeepTheirFormerRows() {
        pipeline().run();
        time.pass(Duration.ofDays(1));
        missingAccounts = MissingAccounts.KEEP_FORMER;
        server.report(AGING, FIRST, aging(FIRST, "new")).report(AGING, SECOND, FakeReport.timesOut());
        PipelineReport report = pipeline().run();
        assertThat(report.status()).isEqualTo(PipelineStatus.INCOMPLETE);
        assertThat(report.tables().get(0).kind()).isEqualTo(Kind.LOADED);
        assertThat(report.tables().get(0).missing()).containsExactly(SECOND);
        assertThat(agingRows())
                .containsExactly(
                        "north|10000001-1|new", "north|10000001-2|new", "north|10000002-1|old", "north|10000002-2|old");
        server.report(AGING, SECOND, aging(SECOND, "new"));
        assertThat(pipeline().run().status()).isEqualTo(PipelineStatus.COMPLETE);
        assertThat(agingRows()).hasSize(4).allMatch(row -> row.endsWith("new"));
    }

    @Test
    void anAccountThatHasLeftIsSkippedAndKeepsItsRows() {
        pipeline().run();
        time.pass(Duration.ofDays(1));
        server.report(AGING, FIRST, aging(FIRST, "new")).report(AGING, SECOND, FakeReport.inactiveCustomer(SECOND));
        PipelineReport report = pipeline().run();
        assertThat(report.status()).isEqualTo(PipelineStatus.COMPLETE);
        assertThat(report.tables().get(0).retained()).containsExactly(SECOND);
        assertThat(states(report)).contains(TaskState.SKIPPED);
        assertThat(agingRows())
                .containsExactly(
                        "north|10000001-1|new", "north|10000001-2|new", "north|10000002-1|old", "north|10000002-2|old");
    }

    @Test
    void anEmptyReportEmptiesItsAccount() {
        pipeline().run();
        time.pass(Duration.ofDays(1));
        server.report(AGING, SECOND, FakeReport.withoutRecords());
        assertThat(pipeline().run().status()).isEqualTo(PipelineStatus.COMPLETE);
        assertThat(agingRows()).hasSize(2);
    }

    @Test
    void anAccountThatIsNoLongerConfiguredGoes() {
        pipeline().run();
        time.pass(Duration.ofDays(1));
        instances.set(0, instance("north", FIRST));
        PipelineReport report = pipeline().run();
        assertThat(report.tables().get(0).result().orElseThrow().rowsRemoved()).isEqualTo(4);
        assertThat(agingRows()).containsExactly("north|10000001-1|old", "north|10000001-2|old");
    }

    @Test
    void reportsThatStillRunArePending() {
        server.report(BILLING, SECOND, billing(SECOND).runningFor(1_000_000));
        PipelineReport report = pipeline().run();
        assertThat(report.status()).isEqualTo(PipelineStatus.PENDING);
        assertThat(report.status().exitCode()).isEqualTo(5);
        assertThat(report.tables()).extracting(TableOutcome::kind).containsExactly(Kind.LOADED, Kind.REFUSED);
        assertThat(report.reports().get(3).note()).isEqualTo("not finished in time");
    }

    @Test
    void resultsThatExpiredAreRunOnceMore() {
        pipeline().generate();
        server.expireResults();
        PipelineReport report = pipeline().run();
        assertThat(report.status()).isEqualTo(PipelineStatus.COMPLETE);
        assertThat(runs()).isEqualTo(8);
    }

    @Test
    void anArchiveThatLiesOnAnotherMachineIsFetchedAgain() throws IOException {
        pipeline().generate();
        pipeline().fetch();
        try (Stream<Path> files = Files.walk(folder.resolve("runs"))) {
            files.filter(Files::isRegularFile).forEach(file -> file.toFile().delete());
        }
        assertThat(pipeline().load().tables()).extracting(TableOutcome::kind).containsOnly(Kind.REFUSED);
        assertThat(pipeline().fetch().status()).isEqualTo(PipelineStatus.COMPLETE);
        assertThat(pipeline().load().status()).isEqualTo(PipelineStatus.COMPLETE);
    }

    @Test
    void archivesAreGoneOnceTheyAreLoaded() throws IOException {
        pipeline().run();
        try (Stream<Path> files = Files.walk(folder.resolve("runs"))) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void anotherRunIsNotDisturbed() {
        try (RunLock other = database.tryLock(Set.of("schema " + schema)).orElseThrow()) {
            PipelineReport report = pipeline().run();
            assertThat(other).isNotNull();
            assertThat(report.status()).isEqualTo(PipelineStatus.LOCKED);
            assertThat(report.status().exitCode()).isEqualTo(4);
            assertThat(server.received()).isEmpty();
        }
        assertThat(pipeline().run().status().exitCode()).isZero();
    }

    @Test
    void rejectedCredentialsEndTheInstanceAtOnce() {
        instances.set(
                0,
                new InstanceConfig(
                        "north",
                        server.baseUrl(),
                        new Credentials("partner", "wrong"),
                        instances.get(0).accounts(),
                        instances.get(0).reports()));
        PipelineReport report = pipeline().run();
        assertThat(report.status()).isEqualTo(PipelineStatus.INCOMPLETE);
        assertThat(report.reports()).hasSize(4).allMatch(r -> r.apiStatus().equals("HTTP_401"));
        assertThat(runs()).isEqualTo(1);
    }

    @Test
    void instancesShareTablesAndNotRows() {
        server.user("other", "secret");
        instances.add(new InstanceConfig(
                "south",
                server.baseUrl(),
                new Credentials("other", "secret"),
                List.of(new Account(new CustomerNumber(FIRST), "")),
                List.of(report("ar_aging", AGING))));
        pipeline().run();
        assertThat(query("SELECT instance_key, count(*) FROM ar_aging GROUP BY 1 ORDER BY 1"))
                .containsExactly("north|4", "south|2");
    }

    @Test
    void aTableThatCannotBeLoadedIsToldAndLeavesTheOthers() {
        execute("CREATE TABLE ar_aging (charge_id bigint)");
        PipelineReport report = pipeline().run();
        assertThat(report.status()).isEqualTo(PipelineStatus.FAILED);
        assertThat(report.status().exitCode()).isEqualTo(1);
        assertThat(report.tables()).extracting(TableOutcome::kind).containsExactly(Kind.FAILED, Kind.LOADED);
        assertThat(report.tables().get(0).reason()).contains("of type bigint");
        execute("DROP TABLE ar_aging");
        assertThat(pipeline().run().status()).isEqualTo(PipelineStatus.COMPLETE);
    }

    @Test
    void anAccountWithItsOwnFilterIsRunWithIt() {
        server.report(AGING, "8001", SECOND, FakeReport.timesOut()).report(AGING, "9007", SECOND, aging(SECOND, "few"));
        ReportConfig aging = new ReportConfig(
                ReportType.named("ar_aging"),
                new SavedReport(AGING, "8001"),
                Map.of(new CustomerNumber(SECOND), "9007"));
        instances.set(
                0,
                new InstanceConfig(
                        "north",
                        server.baseUrl(),
                        instances.get(0).credentials(),
                        instances.get(0).accounts(),
                        List.of(aging)));
        assertThat(pipeline().run().status()).isEqualTo(PipelineStatus.COMPLETE);
        assertThat(agingRows()).contains("north|10000002-1|few");
    }

    @Test
    void summariesAreWrittenAsTheOriginalWroteThem() throws IOException {
        server.report(AGING, SECOND, FakeReport.inactiveCustomer(SECOND))
                .report(BILLING, SECOND, FakeReport.timesOut());
        PipelineReport report = pipeline().run();
        assertThat(folder.resolve("latest_identifier_summary.csv")).hasContent("""
                instance_key,customer_account,customer_name,report_name,report_id,filter_id,http_status,api_status,identifier,status_message,retries,db_updated
                north,10000001,Clinic 1,AR_AGING,7001,8001,200,SUCCESS,500001,"",0,true
                north,10000002,Clinic 2,AR_AGING,7001,8001,200,CUSTOMER_UNUSABLE,"","reports.run failed, status ERROR: skip this customer",0,false
                north,10000001,Clinic 1,GROSS_BILLING,7002,8001,200,SUCCESS,500002,"",0,true
                north,10000002,Clinic 2,GROSS_BILLING,7002,8001,200,SUCCESS,500003,"",0,true
                """);
        assertThat(folder.resolve("fetch_summary_" + report.runId() + ".csv")).hasContent("""
                instance_key,customer_account,customer_name,report_name,report_id,http_status,api_status,status_message,retries,rows_fetched,file_written,load_status,rows_inserted,rows_duplicate,load_error
                north,10000001,Clinic 1,AR_AGING,500001,200,SUCCESS,"",0,2,"",SUCCESS,2,0,""
                north,10000002,Clinic 2,AR_AGING,"",200,CUSTOMER_UNUSABLE,"reports.run failed, status ERROR: skip this customer",0,"","",SKIPPED,0,0,""
                north,10000001,Clinic 1,GROSS_BILLING,500002,200,SUCCESS,"",0,1,FILE,PENDING,"","",the reports of some accounts did not come
                north,10000002,Clinic 2,GROSS_BILLING,500003,200,REPORT TIMED OUT,the service gave up on the report; a filter over fewer days may help,0,"","",SKIPPED,"","",the reports of some accounts did not come
                """.replace(
                        "FILE",
                        folder.resolve("runs/" + report.runId() + "/north/gross_billing/10000001.zip")
                                .toString()));
        assertThat(folder.resolve("latest_fetch_summary.json"))
                .content()
                .contains("\"report_name\" : \"GROSS_BILLING\"", "\"rows_fetched\" : \"1\"");
    }
}
