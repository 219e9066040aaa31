package io.github.tic4j.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tic4j.testing.LoopbackServer;
import io.github.tic4j.testing.LoopbackServer.Request;
import io.github.tic4j.testing.ServedResource;
import io.github.tic4j.testing.Streams;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpSourceTest {

    private static final byte[] CONTENT = new byte[300_000];

    static {
        new Random(1).nextBytes(CONTENT);
        CONTENT[0] = '{';
    }

    private final FakeTiming time = new FakeTiming();
    private LoopbackServer server;

    @BeforeEach
    void start() throws IOException {
        server = LoopbackServer.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private HttpSource source(String path) {
        return source(path, HttpOptions.defaults());
    }

    private HttpSource source(String path, HttpOptions options) {
        return HttpSource.of(server.uri(path), options, time.timing());
    }

    private byte[] read(String path) throws IOException {
        try (InputStream in = source(path).open()) {
            return in.readAllBytes();
        }
    }

    private List<String> headers(String name) {
        return server.requests().stream()
                .map(request -> String.valueOf(request.header(name)))
                .toList();
    }

    @Test
    void asksPlainlyAndOnlyOnce() throws IOException {
        server.serve("/a", CONTENT);

        assertThat(read("/a?sig=1")).isEqualTo(CONTENT);

        Request request = server.requests().get(0);
        assertThat(server.requests()).hasSize(1);
        assertThat(request.method()).isEqualTo("GET");
        assertThat(request.query()).isEqualTo("sig=1");
        assertThat(request.header("User-Agent")).isEqualTo("tic4j");
        assertThat(request.header("Range")).isNull();
        assertThat(request.header("Accept-Encoding")).isEqualTo("identity");
    }

    @Test
    void resumesWithRangeAndValidatorAfterABreak() throws IOException {
        server.serve("/a", CONTENT).cut(100_000, 2);

        assertThat(read("/a")).isEqualTo(CONTENT);
        assertThat(headers("If-Range")).containsExactly("null", "\"v1\"", "\"v1\"");
        assertThat(headers("Range").get(1)).matches("bytes=\\d+-");
        assertThat(time.pauses).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(1));
    }

    @Test
    void readsAgainAndComparesWhereItCannotResume() throws IOException {
        server.serve("/a", CONTENT).withoutValidator().cut(100_000, 1);

        assertThat(read("/a")).isEqualTo(CONTENT);
        assertThat(headers("Range")).containsExactly("null", "null");
    }

    @Test
    void breakBeforeTheFirstByteJustStartsAgain() throws IOException {
        server.serve("/a", CONTENT).withoutValidator().cut(0, 2);

        assertThat(read("/a")).isEqualTo(CONTENT);
    }

    @Test
    void endsWhereTheServerHasNothingMore() throws IOException {
        server.serve("/a", CONTENT).withoutLength().cut(CONTENT.length, 1);

        assertThat(read("/a")).isEqualTo(CONTENT);
    }

    @Test
    void giveUpIsTruncationWithThePlace() {
        server.serve("/a", CONTENT).cut(20_000, 100);

        assertThatThrownBy(() -> read("/a?sig=secret"))
                .isInstanceOfSatisfying(TruncatedContentException.class, e -> {
                    assertThat(e.byteOffset()).isBetween(60_000L, 100_000L);
                    assertThat(e.sourceName()).isEqualTo(server.uri("/a").toString());
                })
                .hasMessageStartingWith("The download broke off after ")
                .hasMessageContaining(" of 300000 bytes, 5 attempts in a row failed, last: ");
    }

    @Test
    void surplusLengthIsTruncation() {
        server.serve("/a", CONTENT).withSurplusLength(10);

        assertThatThrownBy(() -> read("/a"))
                .isInstanceOf(TruncatedContentException.class)
                .hasMessageContaining("The file changed on the server after 300000 of 300010 bytes were read: "
                        + "its size is now 300000");
    }

    @Test
    void surplusLengthWithoutRangesIsTruncation() {
        server.serve("/a", CONTENT).withSurplusLength(10).withoutRanges();

        assertThatThrownBy(() -> read("/a"))
                .isInstanceOf(TruncatedContentException.class)
                .hasMessageContaining("The download broke off after 300000 of 300010 bytes");
    }

    @ParameterizedTest
    @CsvSource({
        "true, 300000, its validator was \"v1\" and is now \"v2\"",
        "false, 300001, its size was 300000 and is now 300001",
        "false, 300000, bytes differ"
    })
    void changeInTheMiddleIsAnError(boolean validator, int size, String how) throws IOException {
        ServedResource resource = server.serve("/a", CONTENT).cut(100_000, 1);
        if (!validator) {
            resource.withoutValidator();
        }
        byte[] other = Arrays.copyOf(CONTENT, size);
        other[5]++;
        try (InputStream in = source("/a").open()) {
            resource.content(other);

            assertThatThrownBy(in::readAllBytes)
                    .isInstanceOf(TruncatedContentException.class)
                    .hasMessageStartingWith("The file changed on the server after ")
                    .hasMessageContaining(how)
                    .hasMessageContaining("; read it again from the start");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes 7-9/300000", "7"})
    void serverThatSendsWrongPartsIsReadAgainFromTheStart(String range) throws IOException {
        server.serve("/a", CONTENT).cut(100_000, 1).withContentRange(range);

        assertThat(read("/a")).isEqualTo(CONTENT);
        assertThat(headers("Range")).hasSize(3).endsWith("null");
    }

    @Test
    void partsMayLeaveTheSizeOpen() throws IOException {
        int half = 150_000;
        ServedResource resource = server.serve("/a", CONTENT).pause(half, new CountDownLatch(1));
        HttpOptions impatient =
                HttpOptions.builder().stallTimeout(Duration.ofMillis(50)).build();
        try (InputStream in = source("/a", impatient).open()) {
            in.readNBytes(half);
            resource.pause(0, new CountDownLatch(0)).withContentRange("bytes " + half + "-299999/*");

            assertThat(in.readAllBytes()).hasSize(half);
        }
    }

    @Test
    void closingFromAnotherThreadEndsAWait() throws Exception {
        server.serve("/a", CONTENT).pause(100_000, new CountDownLatch(1));
        InputStream in = source("/a").open();
        CompletableFuture<byte[]> reader = CompletableFuture.supplyAsync(() -> {
            try {
                return in.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });

        in.close();

        assertThatThrownBy(reader::join).hasRootCauseMessage("The stream is closed");
    }

    @Test
    void interruptionEndsAReadAndKeepsTheFlag() throws IOException {
        server.serve("/a", CONTENT).pause(100_000, new CountDownLatch(1));
        try (InputStream in = source("/a").open()) {
            in.readNBytes(100_000);
            Thread.currentThread().interrupt();

            assertThatThrownBy(in::read)
                    .isInstanceOf(InterruptedIOException.class)
                    .hasMessage("Interrupted while reading");
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void interruptionEndsTheWaitForAnAnswer() {
        server.serve("/a", CONTENT).pauseAnswer(new CountDownLatch(1));
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> source("/a").open())
                .isInstanceOf(InterruptedIOException.class)
                .hasMessage("Interrupted while waiting for an answer: " + server.uri("/a"));
        assertThat(Thread.interrupted()).isTrue();
    }

    /** Any mixture of faults ends in the same bytes, or in an error: never in fewer or other bytes. */
    @Property(tries = 40)
    void faultsNeverChangeTheContent(@ForAll Random random) throws IOException {
        byte[] content = Arrays.copyOf(CONTENT, random.nextInt(CONTENT.length));
        try (LoopbackServer faulty = LoopbackServer.start()) {
            ServedResource resource = faulty.serve("/a", content);
            if (random.nextBoolean()) {
                resource.withoutLength();
            }
            switch (random.nextInt(4)) {
                case 0 -> resource.withoutRanges();
                case 1 -> resource.withoutValidator();
                case 2 -> resource.withLastModified();
                default -> resource.contentType("text/html");
            }
            resource.cut(random.nextInt(content.length + 1), random.nextInt(6));
            resource.fail(503, random.nextInt(3), null);
            try (InputStream in = HttpSource.of(faulty.uri("/a"), HttpOptions.defaults(), time.timing())
                    .open()) {
                assertThat(Streams.chunked(in, random.nextLong()).readAllBytes())
                        .isEqualTo(content);
            } catch (TruncatedContentException | SourceUnreachableException e) {
                assertThat(e).hasMessageContaining("last: ");
            }
        }
    }

    @Test
    void stalledBodiesAreBrokenOffAndResumed() throws IOException {
        CountDownLatch never = new CountDownLatch(1);
        ServedResource resource = server.serve("/a", CONTENT).pause(100_000, never);
        HttpOptions impatient =
                HttpOptions.builder().stallTimeout(Duration.ofMillis(50)).build();
        try (InputStream in = source("/a", impatient).open()) {
            byte[] first = in.readNBytes(100_000);
            resource.pause(0, new CountDownLatch(0));

            assertThat(first).isEqualTo(Arrays.copyOf(CONTENT, 100_000));
            assertThat(in.readAllBytes()).hasSize(200_000);
        }
    }

    @Test
    void missingAnswersTimeOut() {
        server.serve("/a", CONTENT).pauseAnswer(new CountDownLatch(1));
        HttpOptions impatient = HttpOptions.builder()
                .answerTimeout(Duration.ofMillis(50))
                .retries(RetryPolicy.none())
                .build();

        assertThatThrownBy(() -> source("/a", impatient).open())
                .isInstanceOf(SourceUnreachableException.class)
                .hasMessageContaining("timed out");
    }

    @Test
    void passingFailuresAreRetriedAsTheServerAsks() throws IOException {
        server.serve("/a", CONTENT).fail(503, 2, "90");

        assertThat(read("/a")).isEqualTo(CONTENT);
        assertThat(time.pauses).containsExactly(Duration.ofSeconds(90), Duration.ofSeconds(90));
    }

    @Test
    void serverMayNameATimeToComeBack() throws IOException {
        server.serve("/a", CONTENT).fail(429, 1, "Fri, 20 Nov 2026 12:00:42 GMT");

        assertThat(read("/a")).isEqualTo(CONTENT);
        assertThat(time.pauses).containsExactly(Duration.ofSeconds(42));
    }

    @Test
    void delaysGrowUntilItGivesUp() {
        server.serve("/a", CONTENT).fail(500, 9, null);

        assertThatThrownBy(() -> read("/a"))
                .isInstanceOf(SourceUnreachableException.class)
                .hasMessage("Gave up after 5 failed attempts, last: the server answered 500: " + server.uri("/a"));
        assertThat(time.pauses)
                .containsExactly(
                        Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4), Duration.ofSeconds(8));
    }

    @Test
    void waitBeyondTheDeadlineIsNotBegun() {
        server.serve("/a", CONTENT).fail(503, 9, "86400");

        assertThatThrownBy(() -> read("/a"))
                .isInstanceOf(SourceUnreachableException.class)
                .hasMessageContaining("last: the server answered 503 and asked to wait 86400 s");
        assertThat(time.pauses).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "401, The server asks for credentials (401)",
        "403, The server refuses access (403)",
        "404, No such file on the server (404)",
        "410, The file is gone from the server (410)",
        "418, The server answered with an unexpected status (418)"
    })
    void refusalsAreNotRetried(int status, String message) {
        server.serve("/a", CONTENT).fail(status, 1, null);

        assertThatThrownBy(() -> read("/a"))
                .isInstanceOf(SourceUnreachableException.class)
                .hasMessage(message + ": " + server.uri("/a"));
        assertThat(server.requests()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "Expires=1763640000&Signature=secret, ; its signed link expired at 2025-11-20T12:00:00Z",
        "se=2026-11-21T00%3A00%3A00Z&sig=secret, ; its signed link runs until 2026-11-21T00:00:00Z"
    })
    void refusedSignedLinksSayWhenTheyExpire(String query, String message) {
        server.serve("/a", CONTENT).expireAfter(0);

        assertThatThrownBy(() -> read("/a?" + query))
                .isInstanceOf(SourceUnreachableException.class)
                .hasMessageContaining("The server refuses access (403)" + message);
    }

    @Test
    void linkThatExpiresInTheMiddleIsUnreachable() throws IOException {
        server.serve("/a", CONTENT).cut(100_000, 1).expireAfter(1);

        assertThatThrownBy(() -> read("/a"))
                .isInstanceOf(SourceUnreachableException.class)
                .hasMessageContaining("The server refuses access (403)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<!DOCTYPE html><title>Sign in</title>       | an HTML page, \"Sign in\"",
                "'  <html lang=en>'                          | an HTML page",
                "<!-- x --><html>                            | an HTML page",
                "<?xml version='1.0'?><Error><Code>PublicAccessNotPermitted</Code></Error> "
                        + "| an XML error message, PublicAccessNotPermitted"
            })
    void errorPagesAreNotTakenForFiles(String page, String what) {
        server.serve("/a", page.getBytes(StandardCharsets.UTF_8)).contentType("application/json");

        assertThatThrownBy(() -> read("/a"))
                .isInstanceOf(SourceUnreachableException.class)
                .hasMessage("The server sent " + what + " in place of the file: " + server.uri("/a"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":\"<html>\"}", "<?xml version='1.0'?><root/>", "", "x"})
    void dataIsNotTakenForAnErrorPage(String data) throws IOException {
        byte[] bytes = data.getBytes(StandardCharsets.UTF_8);
        server.serve("/a", bytes).contentType("text/html");

        assertThat(read("/a")).isEqualTo(bytes);
    }

    @Test
    void contentEncodingIsLeftToTheReader() throws IOException {
        byte[] gzipped = {0x1f, (byte) 0x8b, 8, 0};
        server.serve("/a", gzipped).contentEncoding("gzip");

        assertThat(read("/a")).isEqualTo(gzipped);
    }

    @Test
    void interruptionEndsTheWaitAndKeepsTheFlag() {
        server.serve("/a", CONTENT).fail(503, 1, null);
        Timing interrupted = new Timing(
                time.timing().clock(),
                duration -> {
                    throw new InterruptedException();
                },
                () -> 0);
        HttpSource source = HttpSource.of(server.uri("/a"), HttpOptions.defaults(), interrupted);

        assertThatThrownBy(source::open)
                .isInstanceOf(InterruptedIOException.class)
                .hasMessage("Interrupted while waiting to try again: " + server.uri("/a"));
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void nobodyListeningIsUnreachable() {
        URI gone = server.uri("/a?sig=secret");
        server.close();

        assertThatThrownBy(() -> HttpSource.of(gone, HttpOptions.defaults(), time.timing())
                        .open())
                .isInstanceOf(SourceUnreachableException.class)
                .hasMessageContaining("Gave up after 5 failed attempts, last: ");
    }

    @Test
    void probeTellsSizeAndValidator() throws IOException {
        server.serve("/a", CONTENT);
        server.serve("/b", CONTENT).withoutLength().withoutValidator();

        assertThat(source("/a").probe().size()).hasValue(300_000);
        assertThat(source("/a").probe().validator()).hasValue("\"v1\"");
        assertThat(source("/b").probe().size()).isEmpty();
        assertThat(source("/b").probe().validator()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/expired", "/html", "/circle", "/cut", "/failing", "/elsewhere", "/changed"})
    void noErrorCarriesASecret(String path) {
        server.serve("/expired", CONTENT).expireAfter(0);
        server.serve("/html", "<html>".getBytes(StandardCharsets.UTF_8));
        server.redirect("/circle", "/circle?sig=secret");
        server.serve("/cut", CONTENT).cut(1000, 100);
        server.serve("/failing", CONTENT).fail(500, 100, null);
        server.redirect("/elsewhere", "ftp://user:secret@example.org/a?sig=secret");
        server.redirect("/changed", "http://[bad?sig=secret");
        URI uri = URI.create("http://user:secret@127.0.0.1:" + server.port() + path + "?sig=secret");
        HttpSource source = HttpSource.of(uri, HttpOptions.defaults(), time.timing());

        assertThat(source.name()).isEqualTo(server.uri(path).toString()).isEqualTo(source.toString());
        assertThatThrownBy(() -> {
                    try (InputStream in = source.open()) {
                        in.readAllBytes();
                    }
                })
                .satisfies(e -> {
                    StringWriter trace = new StringWriter();
                    e.printStackTrace(new PrintWriter(trace));
                    assertThat(trace.toString()).contains("127.0.0.1").doesNotContain("secret");
                });
    }

    @Test
    void otherSchemesAndMissingHostsAreRefused() {
        assertThatThrownBy(() -> HttpSource.of(URI.create("ftp://example.org/a?x=secret"), HttpOptions.defaults()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Not an http or https URL with a valid host name: ftp://example.org/a");
    }
}
