package io.github.tic4j.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tic4j.pipeline.FileResult.Outcome;
import io.github.tic4j.source.HttpOptions;
import io.github.tic4j.source.RetryPolicy;
import io.github.tic4j.source.SourceResolver;
import io.github.tic4j.table.TextFormat;
import io.github.tic4j.testing.LoopbackServer;
import io.github.tic4j.testing.ServedResource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What servers do to a run, and what the run makes of it. */
class AcquisitionTest {

    private static final String SIGNED = "?Expires=4102444800&Signature=";

    @TempDir
    Path folder;

    private LoopbackServer server;
    private Mrfs mrfs;
    private Path out;
    private ServedResource good;
    private ServedResource odd;
    private byte[] content;

    @BeforeEach
    void start() throws IOException {
        server = LoopbackServer.start();
        out = folder.resolve("out");
        mrfs = new Mrfs(folder);
        good = server.serve("/good.json.gz", mrfs.bytes("good.json.gz", 1));
        content = mrfs.bytes("odd.json.gz", 2);
        odd = server.serve("/odd.json.gz", content);
        index("/good.json.gz", "/odd.json.gz");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void brokenBodiesAndBusyServersLeaveNoTrace() throws IOException {
        odd.cut(content.length / 3, 2);
        good.fail(503, 2, null);
        RunReport report = run();

        assertComplete(report);
        Path undisturbed = folder.resolve("undisturbed");
        Pipeline.of(options(undisturbed).build()).run();
        assertThat(Folders.tables(out)).isEqualTo(Folders.tables(undisturbed));
    }

    @Test
    void aLinkThatRunsOutIsFollowedUpInTheIndex() throws IOException {
        odd.requireQuery("Expires=4102444800&Signature=second");
        ServedResource index = server.serve("/index.json", indexOf("/good.json.gz", "/odd.json.gz" + SIGNED + "first"));
        RunListener renews = new RunListener() {
            @Override
            public void listed(Progress progress) {
                index.content(indexOf("/good.json.gz", "/odd.json.gz" + SIGNED + "second"));
            }
        };
        RunReport report = Pipeline.of(options(out).listener(renews).build()).run();
        assertComplete(report);
        assertThat(server.requests())
                .filteredOn(request -> request.path().equals("/index.json"))
                .hasSize(2);
    }

    @Test
    void aLinkThatStaysRefusedFailsAndSaysWhy() throws IOException {
        odd.expireAfter(0);
        index("/good.json.gz", "/odd.json.gz" + SIGNED + "s3cr3t");
        RunReport report = run();

        assertThat(outcomes(report)).containsExactly(Outcome.COMMITTED, Outcome.FAILED);
        assertThat(report.files().get(1).failure())
                .hasMessageContaining("The server refuses access (403)")
                .hasMessageNotContaining("s3cr3t");
        assertThat(Folders.tables(out))
                .containsKey("rates/rates_batch_001.csv")
                .doesNotContainKey("rates/rates_batch_002.csv");
    }

    @Test
    void oneFileUnderManySignedLinksIsReadOnce() throws IOException {
        index("/good.json.gz" + SIGNED + "a", "/odd.json.gz", "/good.json.gz" + SIGNED + "b");
        RunReport report = run();

        assertThat(report.files()).hasSize(2);
        assertThat(server.requests())
                .filteredOn(request -> request.path().equals("/good.json.gz"))
                .hasSize(1);
    }

    @Test
    void aPageInPlaceOfAFileCostsThatFile() throws IOException {
        odd.content("<!DOCTYPE html><html><title>Please accept</title></html>".getBytes(StandardCharsets.UTF_8));
        RunReport report = run();

        assertThat(outcomes(report)).containsExactly(Outcome.COMMITTED, Outcome.FAILED);
        assertThat(report.files().get(1).failure()).hasMessageContaining("an HTML page, \"Please accept\"");
    }

    @Test
    void aServerThatNeverKeepsItsPromiseCostsThatFile() throws IOException {
        odd.withSurplusLength(100);
        RunReport report = run();

        assertThat(outcomes(report)).containsExactly(Outcome.COMMITTED, Outcome.FAILED);
        assertThat(report.files().get(1).failure())
                .hasMessageContaining("after " + content.length + " of " + (content.length + 100) + " bytes");
    }

    @Test
    void aServerThatStallsCostsThatFile() throws IOException {
        CountDownLatch never = new CountDownLatch(1);
        odd.pause(100, never);
        HttpOptions impatient = http().stallTimeout(Duration.ofMillis(200)).build();
        RunReport report = Pipeline.of(options(out)
                        .sources(SourceResolver.builder().http(impatient).build())
                        .build())
                .run();
        never.countDown();

        assertThat(outcomes(report)).containsExactly(Outcome.COMMITTED, Outcome.FAILED);
        assertThat(report.files().get(1).failure()).hasMessageContaining("no byte for 200 ms");
    }

    @Test
    void whatTheServerCallsUnchangedIsNotRead() throws IOException {
        run();
        int before = server.requests().size();
        odd.content(mrfs.bytes("odd.json.gz", 3));
        RunReport report = run();

        assertThat(outcomes(report)).containsExactly(Outcome.UNCHANGED, Outcome.COMMITTED);
        assertThat(server.requests().size() - before)
                .as("index, probe, probe and read")
                .isEqualTo(4);
    }

    @Test
    void withoutAValidatorTheContentDecides() throws IOException {
        odd.withoutValidator();
        good.withoutValidator();
        run();
        odd.content(mrfs.bytes("odd.json.gz", 3));
        odd.withoutValidator();

        assertThat(outcomes(run())).containsExactly(Outcome.UNCHANGED, Outcome.COMMITTED);
    }

    @Test
    void throughACacheTheResultIsTheSameAndADownloadServesTwice() throws IOException {
        run();
        Path cached = folder.resolve("cached");
        PipelineOptions.Builder options = options(cached).cache(folder.resolve("cache"));
        assertComplete(Pipeline.of(options.build()).run());
        assertThat(Folders.tables(cached)).isEqualTo(Folders.tables(out));

        int before = server.requests().size();
        Path again = folder.resolve("again");
        Pipeline.of(options(again).cache(folder.resolve("cache")).build()).run();
        assertThat(server.requests().size() - before).as("index and two probes").isEqualTo(3);
        assertThat(Folders.tables(again)).isEqualTo(Folders.tables(out));
    }

    @Test
    void noHostIsAskedForMoreFilesAtATimeThanItMay() throws Exception {
        CountDownLatch open = new CountDownLatch(1);
        good.pauseAnswer(open);
        odd.pauseAnswer(open);
        int[] most = new int[2];
        RunListener counting = new RunListener() {
            @Override
            public void fileStarted(String payer, String source) {
                most[1]++;
                most[0] = Math.max(most[0], most[1]);
                open.countDown();
            }

            @Override
            public void fileFinished(FileResult result) {
                most[1]--;
            }
        };
        assertComplete(
                Pipeline.of(options(out).workersPerHost(1).listener(counting).build())
                        .run());

        assertThat(most[0]).isOne();
    }

    private void index(String... links) {
        server.serve("/index.json", indexOf(links));
    }

    private byte[] indexOf(String... links) {
        String files = Stream.of(links)
                .map(link -> "{\"description\": \"d\", \"location\": \"" + server.uri(link) + "\"}")
                .collect(Collectors.joining(","));
        return ("{\"reporting_entity_name\": \"Acme\", \"reporting_structure\": [{\"reporting_plans\": [{\"plan_name\": \"Gold\","
                        + " \"plan_id\": \"1\"}], \"in_network_files\": [" + files + "]}]}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private RunReport run() throws IOException {
        return Pipeline.of(options(out).build()).run();
    }

    private PipelineOptions.Builder options(Path to) {
        return PipelineOptions.builder(to)
                .payer("acme", server.uri("/index.json").toString())
                .format(TextFormat.CSV)
                .sources(SourceResolver.builder().http(http().build()).build())
                .workers(2)
                .memory(Long.MAX_VALUE)
                .startedAt(Instant.parse("2026-11-20T08:00:00Z"));
    }

    private static HttpOptions.Builder http() {
        return HttpOptions.builder().retries(new RetryPolicy(3, Duration.ZERO, Duration.ZERO, Duration.ofMinutes(1)));
    }

    private static void assertComplete(RunReport report) {
        assertThat(report.failures()).isEmpty();
        assertThat(report.prices().isBalanced()).isTrue();
    }

    private static List<Outcome> outcomes(RunReport report) {
        return report.files().stream().map(FileResult::outcome).toList();
    }
}
