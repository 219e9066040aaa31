package io.github.tic4j.nppes.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tic4j.nppes.Npi;
import io.github.tic4j.nppes.Provenance;
import io.github.tic4j.nppes.Provider;
import io.github.tic4j.nppes.ProviderStatus;
import io.github.tic4j.testing.SharedData;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistryClientTest {

    private static final Npi A = Npi.parse("1234567893");
    private static final Npi B = Npi.parse("1679576722");
    private static final RegistryQuery QUERY =
            RegistryQuery.builder().organizationName("MATCH").state("RI").build();

    private final VirtualTiming timing = new VirtualTiming();
    private FakeRegistry registry;

    @BeforeEach
    void start() throws IOException {
        registry = new FakeRegistry();
    }

    @AfterEach
    void stop() {
        registry.close();
    }

    @Test
    void findsAProviderAndSaysWhereAndWhen() {
        registry.knows(A.toString(), FakeRegistry.organization(A.toString(), "GOOD HEALTH"));

        Provider provider = client().find(A).orElseThrow();

        assertThat(provider.displayName()).isEqualTo("GOOD HEALTH");
        assertThat(provider.provenance().origin()).isEqualTo(Provenance.Origin.REGISTRY);
        assertThat(provider.provenance().asOf()).isEqualTo(VirtualTiming.START);
        assertThat(registry.requests())
                .containsExactly(Map.of("version", "2.1", "number", A.toString(), "user-agent", "tic4j"));
    }

    @Test
    void anUnknownNpiIsNotFound() {
        assertThat(client().find(A)).isEmpty();
    }

    @Test
    void theErrorForADeactivatedNpiIsAnAnswer() {
        registry.deactivates(A.toString());

        Provider provider = client().find(A).orElseThrow();

        assertThat(provider.status()).isEqualTo(ProviderStatus.DEACTIVATED);
        assertThat(provider.entity()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nppes/api-error-04.json", "nppes/api-error-09.json"})
    void anErrorWithinStatus200IsFinal(String recorded) throws IOException {
        registry.then(200, Files.readString(SharedData.require(recorded)));

        assertThatThrownBy(() -> client().search(QUERY))
                .isInstanceOf(RegistryRejectedException.class)
                .hasMessageContaining("The registry refuses the query: ")
                .hasMessageContaining("error 0");
        assertThat(registry.requests()).hasSize(1);
    }

    @Test
    void theRecordedEmptyAnswerIsEmpty() throws IOException {
        registry.then(200, Files.readString(SharedData.require("nppes/api-empty.json")));

        assertThat(client().find(A)).isEmpty();
    }

    @Test
    void aRefusalByHttpStatusIsFinal() {
        registry.then(400, "no");

        assertThatThrownBy(() -> client().find(A))
                .isInstanceOf(RegistryRejectedException.class)
                .hasMessageContaining("HTTP status 400");
        assertThat(registry.requests()).hasSize(1);
    }

    @Test
    void passingFailuresAreRetried() {
        registry.knows(A.toString(), FakeRegistry.organization(A.toString(), "GOOD HEALTH"))
                .then(503, "")
                .then(200, "  <html>Maintenance</html>")
                .then(200, "{\"result_count\":1,\"resul");
        RegistryClient client = client();

        assertThat(client.find(A)).isPresent();
        assertThat(client.statistics()).isEqualTo(new RegistryStatistics(4, 3, 0));
    }

    @Test
    void afterAllAttemptsTheLastReasonIsTold() {
        registry.then(500, "").then(502, "").then(503, "").then(200, "<!DOCTYPE html>");

        assertThatThrownBy(() -> client().find(A))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessage("No answer from the registry after 4 of 4 attempts: "
                        + "a web page instead of data, as during maintenance");
        assertThat(registry.requests()).hasSize(4);
    }

    @Test
    void waitsAsLongAsTheRegistryAsks() {
        registry.then(429, "", "Retry-After", "17").then(503, "", "Retry-After", "Fri, 20 Nov 2026 00:01:00 GMT");

        assertThat(client().find(A)).isEmpty();
        assertThat(timing.pauses()).contains(Duration.ofSeconds(17));
        assertThat(timing.elapsed()).isGreaterThanOrEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void doesNotWaitBeyondTheDeadline() {
        registry.then(429, "", "Retry-After", "3600");

        assertThatThrownBy(() -> client().find(A))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessage("No answer from the registry after 1 of 4 attempts: HTTP status 429");
        assertThat(timing.elapsed()).isLessThan(Duration.ofMinutes(2));
    }

    @Test
    void anAnswerOfAnotherShapeIsNotRetried() {
        registry.then(200, "{\"hello\":1}")
                .then(200, "{\"results\":[{\"number\":\"5\"}]}")
                .then(200, "{\"results\":[" + FakeRegistry.organization(B.toString(), "OTHER") + "]}");
        RegistryClient client = client();

        assertThatThrownBy(() -> client.find(A))
                .isInstanceOf(RegistryAnswerException.class)
                .hasMessageContaining("neither results nor Errors but [hello]");
        assertThatThrownBy(() -> client.find(A)).hasMessageContaining("number is not an NPI: 5");
        assertThatThrownBy(() -> client.find(A))
                .hasMessageContaining("Asked for 1234567893")
                .hasMessageContaining(B.toString());
        assertThat(registry.requests()).hasSize(3);
    }

    @Test
    void theCircuitOpensAfterFailuresInARowAndClosesAfterAPause() {
        for (int i = 0; i < 8; i++) {
            registry.then(500, "");
        }
        RegistryClient client = client();
        assertThatThrownBy(() -> client.find(A)).hasMessageContaining("HTTP status 500");
        assertThatThrownBy(() -> client.find(A)).hasMessageContaining("HTTP status 500");

        assertThatThrownBy(() -> client.find(A))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("failed several times in a row");
        assertThat(registry.requests()).hasSize(8);
        timing.pass(Duration.ofSeconds(31));
        assertThat(client.find(A)).isEmpty();
        assertThat(client.statistics().refused()).isEqualTo(1);
    }

    @Test
    void keepsToTheRate() {
        RegistryClient client = client();
        for (int i = 0; i < 21; i++) {
            client.find(Npi.ofNineDigits(100_000_000 + i));
        }

        assertThat(timing.elapsed()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void overlappingLookupsOfOneNpiShareARequest() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        registry.knows(A.toString(), FakeRegistry.organization(A.toString(), "GOOD HEALTH"))
                .beforeAnswer(() -> {
                    asked.countDown();
                    uninterruptibly(answer);
                });
        RegistryClient client = client();

        CompletableFuture<Optional<Provider>> first = client.findAsync(A);
        asked.await();
        CompletableFuture<Optional<Provider>> second = client.findAsync(A);
        CompletableFuture<Optional<Provider>> cancelled = client.findAsync(A);
        cancelled.cancel(true);
        answer.countDown();

        assertThat(first.get()).isPresent().isEqualTo(second.get());
        assertThat(registry.requests()).hasSize(1);
        assertThat(client.find(A)).isPresent();
        assertThat(registry.requests()).hasSize(2);
    }

    @Test
    void asManyRequestsAtOnceAsAllowedAndNoMore() {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CyclicBarrier pair = new CyclicBarrier(2);
        registry.beforeAnswer(() -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            await(pair);
            now.decrementAndGet();
        });
        RegistryClient client = client(options().concurrency(2).build());

        client.findAll(IntStream.range(0, 40)
                .mapToObj(i -> Npi.ofNineDigits(100_000_000 + i))
                .toList());

        assertThat(registry.requests()).hasSize(40);
        assertThat(most.get()).isEqualTo(2);
    }

    @Test
    void findsSeveralInTheOrderAsked() {
        registry.knows(A.toString(), FakeRegistry.organization(A.toString(), "A"))
                .knows(B.toString(), FakeRegistry.organization(B.toString(), "B"));

        assertThat(client().findAll(List.of(B, Npi.parse("1558598797"), A)).keySet())
                .containsExactly(B, A);
    }

    @Test
    void aTimeoutIsRetriedAndThenTold() {
        CountDownLatch never = new CountDownLatch(1);
        registry.beforeAnswer(() -> uninterruptibly(never));
        RegistryClient client =
                client(options().timeout(Duration.ofMillis(50)).attempts(2).build());

        assertThatThrownBy(() -> client.find(A))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("after 2 of 2 attempts");
        never.countDown();
    }

    @Test
    void aRefusedConnectionIsUnavailable() {
        URI gone = registry.uri();
        registry.close();
        RegistryClient client = client(options().baseUri(gone).attempts(1).build());

        assertThatThrownBy(() -> client.find(A))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("after 1 of 1 attempts");
    }

    @Test
    void anEndlessAnswerIsCutOff() {
        registry.then(200, "{\"x\":\"" + "y".repeat(1 << 25) + "\"}");
        RegistryClient client = client(options().attempts(1).build());

        assertThatThrownBy(() -> client.find(A)).hasMessageContaining("an answer of more than 33554432 bytes");
    }

    @Test
    void searchesAllPages() {
        registry.matches(450);

        SearchResult result = client().search(QUERY);

        assertThat(result.providers()).hasSize(450).doesNotHaveDuplicates();
        assertThat(result.completeness()).isEqualTo(SearchResult.Completeness.COMPLETE);
        assertThat(registry.requests())
                .extracting(request -> request.get("skip"))
                .containsExactly("0", "200", "400");
        assertThat(registry.requests().get(0))
                .containsEntry("organization_name", "MATCH")
                .containsEntry("state", "RI")
                .containsEntry("limit", "200");
    }

    @Test
    void stopsAtTheRegistrysLimitAndSaysSo() {
        registry.matches(5000);

        SearchResult result = client().search(QUERY);

        assertThat(result.providers()).hasSize(1200).doesNotHaveDuplicates();
        assertThat(result.completeness()).isEqualTo(SearchResult.Completeness.CUT_BY_REGISTRY);
        assertThat(registry.requests()).hasSize(6);
    }

    @Test
    void stopsAtTheCallersLimitAndSaysSo() throws Exception {
        registry.matches(30);

        SearchResult some = client().search(QUERY, 10);
        SearchResult all = client().searchAsync(QUERY, 30).get();

        assertThat(some.providers()).hasSize(10);
        assertThat(some.completeness()).isEqualTo(SearchResult.Completeness.CUT_BY_LIMIT);
        assertThat(registry.requests().get(0)).containsEntry("limit", "11");
        assertThat(all.completeness()).isEqualTo(SearchResult.Completeness.COMPLETE);
    }

    @Test
    void anAsynchronousSearchFailsWithTheSameException() {
        registry.then(400, "");

        assertThatThrownBy(() -> client().searchAsync(QUERY, 1).get())
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(RegistryRejectedException.class)
                .hasMessageContaining("HTTP status 400");
        assertThatThrownBy(() -> client().search(QUERY, 1201))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 to 1200 providers, not 1201");
    }

    @Test
    void anInterruptIsKept() {
        CountDownLatch never = new CountDownLatch(1);
        registry.beforeAnswer(() -> uninterruptibly(never));
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> client().find(A)).hasMessageContaining("Interrupted while waiting");
        assertThat(Thread.interrupted()).isTrue();
        never.countDown();
    }

    private RegistryClient client() {
        return client(options().build());
    }

    private RegistryClient client(RegistryOptions options) {
        return RegistryClient.create(options, HttpClient.newHttpClient(), timing);
    }

    private RegistryOptions.Builder options() {
        return RegistryOptions.builder().baseUri(registry.uri());
    }

    private static void uninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }
}
