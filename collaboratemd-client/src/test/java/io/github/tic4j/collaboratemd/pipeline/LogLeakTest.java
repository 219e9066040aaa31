package io.github.tic4j.collaboratemd.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.tic4j.collaboratemd.CollaborateMdClient;
import io.github.tic4j.collaboratemd.Credentials;
import io.github.tic4j.collaboratemd.CustomerNumber;
import io.github.tic4j.collaboratemd.PatientQuery;
import io.github.tic4j.collaboratemd.PatientUpdate;
import io.github.tic4j.collaboratemd.Person;
import io.github.tic4j.collaboratemd.testkit.FakeReport;
import io.github.tic4j.collaboratemd.testkit.Fault;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Every level of the log goes to a file, which is searched for a word that stands wherever patients and secrets do. */
class LogLeakTest extends PipelineTest {

    private static final Path LOG = Path.of("target/test.log");
    private static final String WORD = "Qwxyzzyx";

    @Test
    void noCellBodyMessageOrSecretIsLoggedOrThrown() throws Exception {
        server.user("partner", WORD);
        instances.set(
                0,
                new InstanceConfig(
                        "north",
                        server.baseUrl(),
                        new Credentials("partner", WORD),
                        instances.get(0).accounts(),
                        instances.get(0).reports()));
        String row = "\"" + WORD + "\",5\n";
        server.report(
                AGING, FIRST, FakeReport.csv("Charge ID,Charge Balance\n" + row).runningFor(1));
        server.report(AGING, SECOND, FakeReport.csv("Charge ID,Charge Balance\n" + WORD + "," + WORD + "\n"));
        server.report(BILLING, FIRST, FakeReport.csv("Charge ID\n\"" + WORD));
        server.report(BILLING, SECOND, FakeReport.declined("ERROR", "customer number 10000002 " + WORD));
        server.fail("/results/", Fault.status(500), Fault.CUT_BODY, Fault.HTML);

        List<Object> shown = new ArrayList<>();
        shown.add(pipeline().run());
        execute("ALTER TABLE ar_aging ADD CHECK (charge_id <> '" + WORD + "') NOT VALID");
        time.pass(Duration.ofDays(1));
        shown.add(pipeline().run());
        shown.addAll(failures());
        LoggerFactory.getLogger(LogLeakTest.class).info("searched");

        for (Object thing : shown) {
            assertThat(thing instanceof Throwable thrown ? trace(thrown) : thing.toString())
                    .doesNotContain(WORD);
        }
        String log = Files.readString(LOG);
        assertThat(log).contains("loaded: 4 reports planned", "attempt 1, next in", "searched");
        assertThat(log).doesNotContain(WORD);
        for (Path summary :
                List.of(folder.resolve("latest_identifier_summary.csv"), folder.resolve("latest_fetch_summary.json"))) {
            assertThat(summary).content().contains("AR_AGING").doesNotContain(WORD);
        }
        assertThat(query("SELECT count(*) FROM account_reports WHERE error LIKE '%" + WORD + "%'"))
                .containsExactly("0");
    }

    private List<Throwable> failures() {
        CollaborateMdClient client = CollaborateMdClient.builder(new Credentials("partner", WORD))
                .baseUrl(server.baseUrl())
                .delay(time)
                .build();
        CustomerNumber customer = new CustomerNumber(FIRST);
        Person person = new Person(WORD, WORD, null, null, WORD, null);
        List<Throwable> failures = new ArrayList<>();
        for (Fault fault : List.of(Fault.NO_ANSWER, Fault.CUT_BODY, Fault.HTML, Fault.status(404), Fault.status(401))) {
            server.fail("/patient/", fault, fault, fault, fault, fault);
            failures.add(catchThrowable(() -> client.patients()
                    .find(customer, new PatientQuery(WORD, WORD, LocalDate.EPOCH, WORD))
                    .execute()));
            failures.add(catchThrowable(() -> client.patients()
                    .save(customer, new PatientUpdate(null, person, WORD))
                    .execute()));
        }
        assertThat(failures).doesNotContainNull();
        return failures;
    }

    private static String trace(Throwable thrown) {
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }
}
