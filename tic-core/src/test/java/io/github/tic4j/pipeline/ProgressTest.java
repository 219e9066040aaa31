package io.github.tic4j.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.github.tic4j.mrf.Tally;
import io.github.tic4j.pipeline.FileResult.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgressTest {

    private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");

    @TempDir
    Path folder;

    @Test
    void goesByBytesAndTellsHowLongTheRestTakes() {
        AtomicLong clock = new AtomicLong();
        ProgressMeter meter = new ProgressMeter(clock::get);
        ProgressMeter.FileMeter first = meter.file(OptionalLong.of(3000));
        ProgressMeter.FileMeter second = meter.file(OptionalLong.of(1000));
        first.read(1000);
        meter.records(50);
        clock.set(Duration.ofSeconds(10).toNanos());

        Progress progress = meter.progress();
        assertThat(progress.fraction()).isEqualTo(0.25);
        assertThat(progress.bytesPerSecond()).isEqualTo(100);
        assertThat(progress.recordsPerSecond()).isEqualTo(5);
        assertThat(progress.remaining()).hasValue(Duration.ofSeconds(30));

        first.restart();
        assertThat(meter.progress().bytesDone()).isZero();
        first.done();
        second.done();
        assertThat(meter.progress().fraction()).isOne();
        assertThat(meter.progress().bytesDone()).isEqualTo(4000);
        assertThat(meter.progress().bytesRead()).isEqualTo(1000);
    }

    @Test
    void filesOfUnknownSizeCountAsTheMeanOfTheOthersAndElseAsFiles() {
        ProgressMeter meter = new ProgressMeter(() -> 0);
        ProgressMeter.FileMeter unknown = meter.file(OptionalLong.empty());
        meter.file(OptionalLong.empty());
        unknown.read(10);
        assertThat(meter.progress().bytes()).isEmpty();
        assertThat(meter.progress().remaining()).isEmpty();
        assertThat(meter.progress().fraction()).isZero();

        unknown.done();
        assertThat(meter.progress().bytes()).hasValue(20);
        assertThat(meter.progress().fraction()).isEqualTo(0.5);
    }

    @Test
    void aProgressFileHasALineForEachStateAndBeginsAnew() throws IOException {
        Path file = folder.resolve("progress.csv");
        ProgressFile progress = new ProgressFile(file, Clock.fixed(NOW, ZoneOffset.UTC));
        progress.listed(state(0));
        progress.progress(state(1));
        progress.listed(state(0));
        progress.progress(state(1));
        progress.progress(state(2));

        assertThat(file).content().isEqualToIgnoringNewLines("""
                timestamp,elapsed_seconds,percent,files_done,files_total,bytes_done,bytes_total,records_processed,records_per_second,bytes_per_second,eta_seconds
                2026-11-20T08:00:00Z,10.0,0.0,0,2,0,200,7,0.7,0,
                2026-11-20T08:00:00Z,10.0,50.0,1,2,100,200,7,0.7,10,10
                2026-11-20T08:00:00Z,10.0,100.0,2,2,200,200,7,0.7,20,0
                """);
    }

    @Test
    void anAlertIsSentWhenMoreFailsThanMay() throws IOException {
        List<String> messages = new CopyOnWriteArrayList<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/hook", exchange -> {
            messages.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        try {
            URI webhook = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook");
            new WebhookAlert(webhook, 1).finished(report("a \"broken\" file"));
            assertThat(messages).isEmpty();

            new WebhookAlert(webhook, 0).finished(report("a \"broken\" file"));
            new WebhookAlert(webhook, 0).finished(report(null));
        } finally {
            server.stop(0);
        }
        assertThat(messages)
                .containsExactly(
                        "{\"text\":\"ETL Pipeline Alert: run r1, 1 failures, 0 files not tried; a \\\"broken\\\" file\"}");
        // Nobody listens any more: a line in the log, and no harm.
        new WebhookAlert(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook"), 0)
                .finished(report("again"));
    }

    private static Progress state(int done) {
        return new Progress(2, done, OptionalLong.of(200), done * 100L, done * 100L, 7, Duration.ofSeconds(10));
    }

    private static RunReport report(String failure) {
        FileResult file = new FileResult(
                "id",
                "acme",
                "f.json",
                failure == null ? Outcome.COMMITTED : Outcome.FAILED,
                0,
                Tally.NONE,
                Map.of(),
                failure == null ? null : new IOException(failure),
                Duration.ZERO);
        return new RunReport(
                "r1", NOW, Duration.ofSeconds(1), 1, List.of(file), List.of(), null, Optional.empty(), List.of());
    }
}
