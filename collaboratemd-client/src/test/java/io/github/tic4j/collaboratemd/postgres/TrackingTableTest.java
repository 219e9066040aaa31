package io.github.tic4j.collaboratemd.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tic4j.collaboratemd.RunIdentifier;
import io.github.tic4j.collaboratemd.SavedReport;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TrackingTableTest extends PostgresTest {

    private static final Instant NOW = Instant.parse("2025-03-07T12:00:00Z");
    private static final ReportKey KEY = new ReportKey("default", "10000001", "ar_aging");

    @Test
    void theTableReadsAsTheOriginal() {
        TrackingTable tracking = upgraded();
        assertThat(tracking.record(accepted("run1", KEY, "501"))).isTrue();
        assertThat(tracking.record(accepted("run2", KEY, "502"))).isTrue();
        assertThat(query("SELECT customer_account, report_name, identifier, status FROM account_reports ORDER BY id"))
                .containsExactly("10000001|ar_aging|501|0", "10000001|ar_aging|502|1");
    }

    @Test
    void anIdentifierBelongsToOneReportOfTheWholeInstance() {
        TrackingTable tracking = upgraded();
        ReportKey other = new ReportKey("default", "10000002", "gross_billing");
        assertThat(tracking.record(accepted("run1", KEY, "501"))).isTrue();
        assertThat(tracking.record(accepted("run1", other, "501"))).isFalse();
        assertThat(tracking.record(accepted("run1", KEY, "501"))).isFalse();
        assertThat(tracking.record(accepted("run1", new ReportKey("north", "10000002", "ar_aging"), "501")))
                .isTrue();
        assertThat(query("SELECT instance_key, customer_account FROM account_reports ORDER BY id"))
                .containsExactly("default|10000001", "north|10000002");
    }

    @Test
    void aReportThatWasNeverAcceptedLeavesTheCurrentOneAlone() {
        TrackingTable tracking = upgraded();
        tracking.record(accepted("run1", KEY, "501"));
        tracking.record(new TrackedReport(
                "run2",
                KEY,
                new SavedReport("7", "8"),
                TaskState.SKIPPED,
                null,
                "ERROR",
                200,
                1,
                null,
                "inactive",
                NOW,
                NOW));
        assertThat(query("SELECT identifier, status, state FROM account_reports ORDER BY id"))
                .containsExactly("501|1|ACCEPTED", "null|0|SKIPPED");
        assertThat(tracking.reports("run2").get(KEY).state()).isEqualTo(TaskState.SKIPPED);
    }

    @Test
    void progressIsReadBack() {
        TrackingTable tracking = upgraded();
        tracking.record(accepted("run1", KEY, "501"));
        TrackedReport fetched = accepted("run1", KEY, "501")
                .with(TaskState.FETCHED, "SUCCESS", "", NOW.plusSeconds(60))
                .withRows(3_000_000_000L);
        tracking.progress(fetched);
        assertThat(tracking.reports("run1")).containsExactly(java.util.Map.entry(KEY, fetched));
        assertThat(tracking.reports("run2")).isEmpty();
    }

    @Test
    void runsAreResumedWhileTheyAreYoungAndUnfinished() {
        TrackingTable tracking = upgraded();
        assertThat(tracking.latestRun()).isEmpty();
        tracking.start("run1", NOW);
        assertThat(tracking.unfinishedRun(NOW.minus(Duration.ofHours(12)))).contains("run1");
        assertThat(tracking.unfinishedRun(NOW)).isEmpty();
        tracking.finish("run1", NOW.plusSeconds(5));
        assertThat(tracking.unfinishedRun(NOW.minus(Duration.ofHours(12)))).isEmpty();
        assertThat(tracking.latestRun()).contains("run1");
    }

    @Test
    void aTableOfTheSeedIsUpgradedWithItsRows() {
        execute("CREATE TABLE account_reports (customer_account VARCHAR(50), report_name VARCHAR(100),"
                + " identifier VARCHAR(50), status INTEGER DEFAULT 0)");
        execute(
                "INSERT INTO account_reports VALUES ('10000001', 'ar_aging', '400', 1), ('10000002', 'ar_aging', '400', 1)");
        TrackingTable tracking = upgraded();
        tracking.upgrade();
        assertThat(tracking.record(accepted("run1", KEY, "400"))).isFalse();
        assertThat(tracking.record(accepted("run1", KEY, "501"))).isTrue();
        assertThat(query("SELECT customer_account, identifier, status, instance_key FROM account_reports ORDER BY id"))
                .containsExactly("10000001|400|0|default", "10000002|400|1|default", "10000001|501|1|default");
    }

    @Test
    void aTableOfTheLastOriginalIsUpgraded() {
        execute("CREATE TABLE account_reports (id SERIAL PRIMARY KEY, customer_account VARCHAR(20) NOT NULL,"
                + " report_name VARCHAR(100) NOT NULL, identifier VARCHAR(20) NOT NULL, status INTEGER DEFAULT 1,"
                + " instance_key VARCHAR(100) NOT NULL)");
        execute("INSERT INTO account_reports (customer_account, report_name, identifier, instance_key)"
                + " VALUES ('10000001', 'ar_aging', '400', 'north')");
        TrackingTable tracking = upgraded();
        assertThat(tracking.record(accepted("run1", new ReportKey("north", "10000001", "ar_aging"), "501")))
                .isTrue();
        assertThat(query("SELECT identifier, status FROM account_reports ORDER BY id"))
                .containsExactly("400|0", "501|1");
    }

    private TrackingTable upgraded() {
        TrackingTable tracking = database.tracking();
        tracking.upgrade();
        return tracking;
    }

    private static TrackedReport accepted(String run, ReportKey key, String identifier) {
        return new TrackedReport(
                run,
                key,
                new SavedReport("7", "8"),
                TaskState.ACCEPTED,
                new RunIdentifier(identifier),
                "SUCCESS",
                200,
                1,
                null,
                "",
                NOW,
                null);
    }
}
