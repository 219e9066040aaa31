package io.github.tic4j.collaboratemd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tic4j.collaboratemd.testkit.FakeReport;
import io.github.tic4j.collaboratemd.testkit.Fault;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TransportTest extends FakeServerTest {

    private static final SavedReport REPORT = new SavedReport("7001", "8001");
    private static final CustomerNumber CUSTOMER = new CustomerNumber("10000001");

    @BeforeEach
    void script() {
        server.report("7001", "10000001", FakeReport.csv("A\n1\n"));
    }

    static Stream<Fault> passing() {
        return Stream.of(
                Fault.status(500),
                Fault.status(502),
                Fault.status(503),
                Fault.status(429),
                Fault.status(408),
                Fault.NO_ANSWER,
                Fault.CUT_BODY,
                Fault.HTML);
    }

    @ParameterizedTest
    @MethodSource("passing")
    void fetchingIsRepeatedAfterWhateverPasses(Fault fault) {
        RunIdentifier run = run();
        server.fail("/results/", fault, fault);
        assertThat(fetch(run)).isInstanceOf(ReportResult.Ready.class);
        assertThat(server.received("/results/")).hasSize(3);
        assertThat(time.waits()).hasSize(2);
        assertThat(time.waits().get(0)).isLessThanOrEqualTo(seconds(1));
        assertThat(time.waits().get(1)).isLessThanOrEqualTo(seconds(2));
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 503})
    void aRunThatWasRefusedForTheMomentIsRepeated(int status) {
        server.fail("/run", Fault.status(status));
        assertThat(run()).isNotNull();
        assertThat(server.received("/run")).hasSize(2);
    }

    static Stream<Fault> ambiguous() {
        return Stream.of(
                Fault.status(500), Fault.status(502), Fault.status(504), Fault.NO_ANSWER, Fault.CUT_BODY, Fault.HTML);
    }

    @ParameterizedTest
    @MethodSource("ambiguous")
    void aRunWhoseFateIsUnknownIsNeverRepeated(Fault fault) {
        server.fail("/run", fault);
        assertThatThrownBy(this::run)
                .isInstanceOfSatisfying(OutcomeUnknownException.class, e -> {
                    assertThat(e.attempts()).isEqualTo(1);
                    assertThat(e.isRetryable()).isFalse();
                })
                .hasMessageEndingWith(": it may have been carried out; look before sending it again");
        assertThat(server.received("/run")).hasSize(1);
    }

    @Test
    void retryAfterIsObeyed() {
        RunIdentifier run = run();
        server.fail(
                "/results/",
                Fault.status(429).retryAfter("17"),
                Fault.status(503).retryAfter("Fri, 07 Mar 2025 12:00:40 GMT"),
                Fault.status(503).retryAfter("soon"));
        assertThat(fetch(run)).isInstanceOf(ReportResult.Ready.class);
        assertThat(time.waits().subList(0, 2)).containsExactly(seconds(17), seconds(23));
        assertThat(time.waits().get(2)).isLessThanOrEqualTo(seconds(4));
    }

    @Test
    void repetitionEndsWithTheAttempts() {
        RunIdentifier run = run();
        server.fail("/results/", repeated(Fault.status(503), 9));
        assertThatThrownBy(() -> fetch(run))
                .isInstanceOfSatisfying(ServiceUnavailableException.class, e -> {
                    assertThat(e.call()).isEqualTo("reports.fetch");
                    assertThat(e.httpStatus()).isEqualTo(503);
                    assertThat(e.isRetryable()).isTrue();
                })
                .hasMessage("reports.fetch failed, HTTP status 503 (5 attempts): try again later");
    }

    @Test
    void repetitionEndsWithTheDeadlineOfTheCall() {
        RunIdentifier run = run();
        server.fail("/results/", repeated(Fault.status(503).retryAfter("200"), 9));
        assertThatThrownBy(() -> fetch(run))
                .hasMessage("reports.fetch failed, HTTP status 503 (2 attempts): try again later");
    }

    @Test
    void anAnswerThatNeverEndsIsCutOffByTheAttemptTimeout() {
        RunIdentifier run = run();
        server.fail("/results/", Fault.SLOW_BODY);
        Reports impatient =
                builder().attemptTimeout(Duration.ofMillis(200)).build().reports();
        assertThat(impatient.fetch(CUSTOMER, run).execute()).isInstanceOf(ReportResult.Ready.class);
        assertThat(server.received("/results/")).hasSize(2);
    }

    @Test
    void aPageForPeopleIsNoAnswer() {
        RunIdentifier run = run();
        server.fail("/results/", repeated(Fault.HTML, 5));
        assertThatThrownBy(() -> fetch(run))
                .isInstanceOf(UnexpectedResponseException.class)
                .hasMessage(
                        "reports.fetch failed, the answer is neither XML nor JSON (5 attempts): the answer cannot be read");
    }

    @Test
    void aDocumentWithoutStatusIsNoAnswer() {
        server.answer("POST /v1/customer/10000001/reports/results/1", document("<html><body/></html>"));
        assertThatThrownBy(() -> fetch(new RunIdentifier("1")))
                .isInstanceOf(UnexpectedResponseException.class)
                .hasMessageContaining("the answer has no status");
    }

    @Test
    void anAnswerBeyondTheLimitIsGivenUp() {
        RunIdentifier run = run();
        Reports small = builder().maxResponseBytes(100).build().reports();
        assertThatThrownBy(() -> small.fetch(CUSTOMER, run).execute())
                .isInstanceOf(UnexpectedResponseException.class)
                .hasMessage(
                        "reports.fetch failed, the answer is larger than maxResponseBytes=100: the answer cannot be read");
        assertThat(server.received("/results/")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void rejectedCredentialsAreNotTriedAgain(int status) {
        server.fail("/run", Fault.status(status));
        assertThatThrownBy(this::run)
                .isInstanceOf(CredentialsRejectedException.class)
                .hasMessage("reports.run failed, HTTP status " + status
                        + ": check the user, the password and the API role");
        assertThat(server.received("/run")).hasSize(1);
    }

    @Test
    void credentialsThatChangedAreTriedOnce() {
        server.user(USER.username(), "new");
        Credentials fresh = new Credentials(USER.username(), "new");
        Deque<Credentials> supply = new ArrayDeque<>(List.of(USER, USER, fresh));
        Reports reports = CollaborateMdClient.builder(() -> supply.size() > 1 ? supply.poll() : supply.peek())
                .baseUrl(server.baseUrl())
                .build()
                .reports();
        assertThat(reports.run(CUSTOMER, REPORT).execute()).isNotNull();
        assertThat(server.received("/run")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 400, 404, 415})
    void aDeclinedRequestIsNotRepeated(int status) {
        server.fail("/run", Fault.status(status));
        assertThatThrownBy(this::run)
                .isInstanceOfSatisfying(RequestRejectedException.class, e -> {
                    assertThat(e.status()).isEmpty();
                    assertThat(e.statusMessage()).isEmpty();
                })
                .hasMessage("reports.run failed, HTTP status " + status + ": correct the request");
    }

    @Test
    void aServerThatIsNotThereIsTriedAgainEvenForARun() {
        String gone = server.baseUrl();
        server.close();
        Reports reports = CollaborateMdClient.builder(USER)
                .baseUrl(gone)
                .clock(time)
                .delay(time)
                .build()
                .reports();
        assertThatThrownBy(() -> reports.run(CUSTOMER, REPORT).execute())
                .isInstanceOf(ServiceUnavailableException.class)
                .hasMessage("reports.run failed, no connection (5 attempts): try again later");
    }

    @Test
    void theAsynchronousFormFailsAlike() {
        server.fail("/run", Fault.status(401));
        CompletableFuture<RunIdentifier> run =
                builder().build().reports().run(CUSTOMER, REPORT).executeAsync();
        assertThatThrownBy(() -> run.get(20, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(CredentialsRejectedException.class)
                .hasMessageContaining("check the user");
    }

    @Test
    void cancellingStopsTheWaitAndFreesTheSlot() throws Exception {
        server.report("7001", "10000001", FakeReport.csv("A\n1\n").runningFor(1));
        CompletableFuture<Duration> waiting = new CompletableFuture<>();
        Reports reports = builder()
                .delay(wait -> {
                    waiting.complete(wait);
                    return new CompletableFuture<>();
                })
                .build()
                .reports();
        CompletableFuture<ReportResult> result =
                reports.runAndAwait(CUSTOMER, REPORT).executeAsync();
        assertThat(waiting.get(20, TimeUnit.SECONDS)).isEqualTo(seconds(15));
        CompletableFuture<RunIdentifier> queued = reports.run(CUSTOMER, REPORT).executeAsync();
        assertThat(queued).isNotDone();
        result.cancel(true);
        assertThat(queued.get(20, TimeUnit.SECONDS)).isNotNull();
        assertThat(result).isCancelled();
    }

    @Test
    void runsOfOneProcessWaitForEachOther() throws Exception {
        CompletableFuture<Void> gate = new CompletableFuture<>();
        CountDownLatch polled = new CountDownLatch(1);
        server.report("7001", "10000001", FakeReport.csv("A\n1\n").runningFor(1));
        Reports holding = builder()
                .delay(wait -> {
                    polled.countDown();
                    return gate;
                })
                .build()
                .reports();
        CompletableFuture<ReportResult> first =
                holding.runAndAwait(CUSTOMER, REPORT).executeAsync();
        assertThat(polled.await(20, TimeUnit.SECONDS)).isTrue();
        // Another client of the same credentials.
        CompletableFuture<RunIdentifier> second =
                builder().build().reports().run(CUSTOMER, REPORT).executeAsync();
        CompletableFuture<RunIdentifier> third =
                builder().build().reports().run(CUSTOMER, REPORT).executeAsync();
        second.cancel(true);
        assertThat(server.received("/run")).hasSize(1);
        gate.complete(null);
        assertThat(first.get(20, TimeUnit.SECONDS)).isInstanceOf(ReportResult.Ready.class);
        assertThat(third.get(20, TimeUnit.SECONDS)).isNotNull();
    }

    @Test
    void anInterruptStopsTheCallAndKeepsTheFlag() throws Exception {
        server.report("7001", "10000001", FakeReport.csv("A\n1\n").runningFor(1));
        CountDownLatch waiting = new CountDownLatch(1);
        Reports reports = builder()
                .delay(wait -> {
                    waiting.countDown();
                    return new CompletableFuture<>();
                })
                .build()
                .reports();
        AtomicReference<String> seen = new AtomicReference<>("");
        Thread caller = new Thread(() -> {
            try {
                reports.runAndAwait(CUSTOMER, REPORT).execute();
            } catch (CancellationException e) {
                seen.set(e.getMessage() + ' ' + Thread.currentThread().isInterrupted());
            }
        });
        caller.start();
        assertThat(waiting.await(20, TimeUnit.SECONDS)).isTrue();
        caller.interrupt();
        caller.join(20_000);
        assertThat(seen).hasValue("reports.run was interrupted true");
        assertThat(run()).isNotNull();
    }

    private RunIdentifier run() {
        return builder().build().reports().run(CUSTOMER, REPORT).execute();
    }

    private ReportResult fetch(RunIdentifier run) {
        return builder().build().reports().fetch(CUSTOMER, run).execute();
    }

    private static Fault[] repeated(Fault fault, int times) {
        return Stream.generate(() -> fault).limit(times).toArray(Fault[]::new);
    }
}
