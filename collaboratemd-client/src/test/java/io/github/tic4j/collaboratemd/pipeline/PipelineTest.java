package io.github.tic4j.collaboratemd.pipeline;

import io.github.tic4j.collaboratemd.Credentials;
import io.github.tic4j.collaboratemd.CustomerNumber;
import io.github.tic4j.collaboratemd.SavedReport;
import io.github.tic4j.collaboratemd.postgres.PostgresSettings;
import io.github.tic4j.collaboratemd.postgres.PostgresTest;
import io.github.tic4j.collaboratemd.postgres.TaskState;
import io.github.tic4j.collaboratemd.postgres.ViewOptions;
import io.github.tic4j.collaboratemd.table.ReportType;
import io.github.tic4j.collaboratemd.testkit.FakeCollaborateMd;
import io.github.tic4j.collaboratemd.testkit.FakeReport;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What tests of the whole pipeline share: a fake server, a schema, and two accounts with two reports. */
abstract class PipelineTest extends PostgresTest {

    static final String AGING = "7001";
    static final String BILLING = "7002";
    static final String FIRST = "10000001";
    static final String SECOND = "10000002";

    @TempDir
    Path folder;

    FakeCollaborateMd server;
    List<InstanceConfig> instances = new ArrayList<>();
    MissingAccounts missingAccounts = MissingAccounts.REFUSE;

    @BeforeEach
    void startServer() throws IOException {
        server = FakeCollaborateMd.start().user("partner", "secret");
        for (String account : List.of(FIRST, SECOND)) {
            server.report(AGING, account, aging(account, "old")).report(BILLING, account, billing(account));
        }
        instances.add(instance("north", FIRST, SECOND));
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    ReportPipeline pipeline() {
        return ReportPipeline.builder(config())
                .dataSource(dataSource)
                .clock(time)
                .delay(time)
                .build();
    }

    PipelineConfig config() {
        return new PipelineConfig(
                new PostgresSettings("localhost", server().port(), "postgres", "postgres", "", "disable"),
                schema,
                instances,
                ViewOptions.defaults(),
                folder,
                4,
                Duration.ofHours(12),
                Duration.ofMinutes(1),
                missingAccounts);
    }

    InstanceConfig instance(String key, String... accounts) {
        return new InstanceConfig(
                key,
                server.baseUrl(),
                new Credentials("partner", "secret"),
                Stream.of(accounts)
                        .map(account -> new Account(new CustomerNumber(account), "Clinic " + account.substring(7)))
                        .toList(),
                List.of(report("ar_aging", AGING), report("gross_billing", BILLING)));
    }

    static ReportConfig report(String name, String id) {
        return new ReportConfig(ReportType.named(name), new SavedReport(id, "8001"), Map.of());
    }

    static FakeReport aging(String account, String status) {
        return FakeReport.csv("Charge ID,Claim Status,Charge Balance\n" + account + "-1," + status + ",$1.00\n"
                + account + "-2," + status + ",$2.00\n");
    }

    static FakeReport billing(String account) {
        return FakeReport.csv("Charge ID,Charge Amount\n" + account + "-1,\"$1,000.00\"\n");
    }

    List<String> agingRows() {
        return query("SELECT instance_key, charge_id, claim_status FROM ar_aging ORDER BY 1, 2");
    }

    static List<TaskState> states(PipelineReport report) {
        return report.reports().stream().map(r -> r.state()).toList();
    }

    long runs() {
        return server.received("/run").size();
    }
}
