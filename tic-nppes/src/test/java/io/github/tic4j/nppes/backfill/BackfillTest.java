package io.github.tic4j.nppes.backfill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonFactory;
import io.github.tic4j.nppes.Npi;
import io.github.tic4j.nppes.Provider;
import io.github.tic4j.nppes.ProviderDirectory;
import io.github.tic4j.nppes.internal.Json;
import io.github.tic4j.nppes.internal.JsonObject;
import io.github.tic4j.nppes.registry.FakeRegistry;
import io.github.tic4j.nppes.registry.RegistryClient;
import io.github.tic4j.nppes.registry.RegistryOptions;
import io.github.tic4j.nppes.registry.RegistryStatistics;
import io.github.tic4j.source.ContentException;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class BackfillTest {

    private static final int MANY = 300;

    @TempDir
    private Path temp;

    @Test
    void deliversProvidersAndFailuresInTheOrderOfTheNpis() throws Exception {
        try (FakeRegistry registry = registry(8)) {
            registry.deactivates(npi(8).toString());
            NpiCollector collector = collector(10);
            collector.add("12345");
            Recorder sink = new Recorder();

            BackfillReport report = new Backfill(client(registry), BackfillOptions.defaults()).run(collector, sink);

            assertThat(sink.providers).extracting(Provider::npi).containsExactlyElementsOf(npis(9));
            assertThat(sink.failures)
                    .containsExactly(
                            new BackfillSink.FailedNpi("12345", LookupState.INVALID, "it has not exactly ten digits"),
                            new BackfillSink.FailedNpi(
                                    npi(9).toString(), LookupState.NOT_FOUND, "no directory knows it"));
            assertThat(report.count(LookupState.FOUND)).isEqualTo(8);
            assertThat(report.count(LookupState.DEACTIVATED)).isEqualTo(1);
            assertThat(report.count(LookupState.INVALID)).isEqualTo(1);
            assertThat(report.successRate()).isEqualTo(0.9);
            assertThat(report.passed()).isFalse();
            assertThat(registry.requests()).hasSize(10);
        }
    }

    @Test
    void theGateIsAnOption() throws Exception {
        ProviderDirectory nobody = npi -> Optional.empty();
        Recorder sink = new Recorder();

        assertThat(new Backfill(nobody, BackfillOptions.defaults())
                        .run(collector(1), sink)
                        .passed())
                .isFalse();
        assertThat(new Backfill(nobody, BackfillOptions.defaults().withMinimumSuccess(0))
                        .run(collector(1), sink)
                        .passed())
                .isTrue();
        assertThat(new Backfill(nobody, BackfillOptions.defaults())
                        .run(new NpiCollector(), sink)
                        .passed())
                .isTrue();
    }

    @Test
    void looksUpNoMoreThanTheLimit() throws Exception {
        try (FakeRegistry registry = registry(MANY)) {
            Recorder sink = new Recorder();

            BackfillReport report = new Backfill(
                            client(registry),
                            BackfillOptions.defaults().withLimit(150).withWorkers(2))
                    .run(collector(MANY), sink);

            assertThat(sink.providers).hasSize(150);
            assertThat(report.totals()).isEqualTo(new BackfillReport.Totals(MANY, MANY, 0));
            assertThat(report.passed()).isTrue();
        }
    }

    @Test
    void givesUpWhenTheRegistryIsDownAndSaysWhatWasNotAsked() throws Exception {
        FakeRegistry registry = registry(0);
        RegistryClient client = client(registry);
        registry.close();
        Recorder sink = new Recorder();

        BackfillReport report = new Backfill(client, BackfillOptions.defaults()).run(collector(MANY), sink);

        assertThat(report.count(LookupState.FAILED)).isEqualTo(100);
        assertThat(report.totals().notAsked()).isEqualTo(MANY - 100);
        assertThat(report.successRate()).isZero();
        assertThat(sink.failures.get(0).reason()).contains("No answer from the registry");
    }

    @Test
    void statisticsSayWhatBecameOfIt() throws Exception {
        try (FakeRegistry registry = registry(4)) {
            BackfillReport report =
                    new Backfill(client(registry), BackfillOptions.defaults()).run(collector(4), new Recorder());

            JsonObject json = Json.readObject(report.toJson(new RegistryStatistics(4, 0, 0)), "statistics");

            assertThat(json.number("values_read")).isEqualTo(4);
            assertThat(json.object("lookups").number("found")).isEqualTo(4);
            assertThat(json.text("success_rate")).isEqualTo("1.0");
            assertThat(json.object("by_type").number("Organization")).isEqualTo(4);
            assertThat(json.object("by_specialty").number("(unknown)")).isEqualTo(4);
            assertThat(json.object("by_source").number("REGISTRY")).isEqualTo(4);
            assertThat(json.number("registry_requests")).isEqualTo(4);
            assertThat(json.has("elapsed_seconds")).isTrue();
            assertThat(Json.readObject(report.toJson(null), "statistics").has("registry_requests"))
                    .isFalse();
        }
    }

    @Test
    void failuresBecomeAFileOnlyWhenFinished() throws IOException {
        Path file = temp.resolve("failed_npis.json");
        try (FailedNpisFile out = new FailedNpisFile(file)) {
            out.add(new BackfillSink.FailedNpi("1", LookupState.INVALID, "it is \"short\""));
        }
        assertThat(temp).isEmptyDirectory();
        try (FailedNpisFile out = new FailedNpisFile(file)) {
            out.add(new BackfillSink.FailedNpi("1", LookupState.INVALID, "it is \"short\""));
            out.add(new BackfillSink.FailedNpi("2", LookupState.NOT_FOUND, "x"));
            out.finish();
        }

        assertThat(Files.readString(file)).isEqualTo("""
                        [
                        {"npi":"1","state":"INVALID","reason":"it is \\"short\\""},
                        {"npi":"2","state":"NOT_FOUND","reason":"x"}
                        ]
                        """);
    }

    @Test
    void aRunThatWasKilledIsResumedWithoutAskingTwice() throws Exception {
        CountDownLatch halfWay = new CountDownLatch(MANY / 2);
        try (FakeRegistry registry = registry(MANY).beforeAnswer(halfWay::countDown)) {
            Path journal = temp.resolve("journal.jsonl");
            Process child = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            classPath(),
                            BackfillChild.class.getName(),
                            registry.uri().toString(),
                            journal.toString(),
                            Integer.toString(MANY))
                    .redirectErrorStream(true)
                    .start();
            assertThat(halfWay.await(60, TimeUnit.SECONDS)).isTrue();
            child.destroyForcibly().waitFor();
            int before = registry.requests().size();
            Recorder sink = new Recorder();

            BackfillReport report = BackfillChild.run(registry.uri(), journal, MANY, sink);

            assertThat(before).isGreaterThanOrEqualTo(MANY / 2).isLessThan(MANY);
            assertThat(sink.providers).extracting(Provider::npi).containsExactlyElementsOf(npis(MANY));
            assertThat(report.breakdown().origins().get("CACHE"))
                    .isGreaterThanOrEqualTo(MANY / 2 - BackfillChild.WORKERS);
            assertThat(registry.requests()).hasSizeLessThanOrEqualTo(MANY + BackfillChild.WORKERS);
        }
    }

    @Test
    void optionsAreChecked() {
        assertThatThrownBy(() -> BackfillOptions.defaults().withLimit(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Backfill option: limit is at least 1, not 0");
        assertThatThrownBy(() -> BackfillOptions.defaults().withWorkers(0)).hasMessageContaining("workers");
        assertThatThrownBy(() -> BackfillOptions.defaults().withMinimumSuccess(1.5))
                .hasMessageContaining("minimumSuccess");
    }

    @Test
    void whatIsNotAFailureOfTheRegistryEndsTheRun() {
        ProviderDirectory broken = npi -> {
            throw new IllegalStateException("disk full");
        };

        assertThatThrownBy(() -> new Backfill(broken, BackfillOptions.defaults()).run(collector(3), new Recorder()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("disk full");
    }

    /** The places of what the child needs: how the tests themselves were started does not say. */
    private static String classPath() {
        return Stream.of(
                        BackfillChild.class,
                        Backfill.class,
                        ContentException.class,
                        JsonFactory.class,
                        LoggerFactory.class)
                .map(type -> Path.of(URI.create(type.getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toString()))
                        .toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static FakeRegistry registry(int known) throws IOException {
        FakeRegistry registry = new FakeRegistry();
        npis(known)
                .forEach(npi -> registry.knows(npi.toString(), FakeRegistry.organization(npi.toString(), "N" + npi)));
        return registry;
    }

    private static RegistryClient client(FakeRegistry registry) {
        return RegistryClient.create(RegistryOptions.builder()
                .baseUri(registry.uri())
                .requestsPerSecond(1000)
                .attempts(1)
                .timeout(Duration.ofSeconds(10))
                .build());
    }

    private static NpiCollector collector(int count) {
        NpiCollector collector = new NpiCollector();
        npis(count).forEach(npi -> collector.add(npi.toString()));
        return collector;
    }

    private static List<Npi> npis(int count) {
        return IntStream.range(0, count).mapToObj(BackfillTest::npi).toList();
    }

    private static Npi npi(int i) {
        return Npi.ofNineDigits(100_000_000 + i);
    }

    private static final class Recorder implements BackfillSink {

        private final List<Provider> providers = new ArrayList<>();
        private final List<FailedNpi> failures = new ArrayList<>();

        @Override
        public void provider(Provider provider) {
            providers.add(provider);
        }

        @Override
        public void failed(FailedNpi failure) {
            failures.add(failure);
        }
    }
}
