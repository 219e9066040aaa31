package io.github.tic4j.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoopbackServerTest {

    private static final byte[] CONTENT = new byte[50_000];

    private final HttpClient client = HttpClient.newHttpClient();
    private LoopbackServer server;

    @BeforeEach
    void start() throws IOException {
        server = LoopbackServer.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private HttpResponse<byte[]> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.uri(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    @Test
    void servesContentWithLengthAndValidator() throws Exception {
        server.serve("/a", CONTENT);

        HttpResponse<byte[]> response = get("/a?x=1");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo(CONTENT);
        assertThat(response.headers().firstValue("ETag")).contains("\"v1\"");
        assertThat(server.requests()).singleElement().satisfies(request -> {
            assertThat(request.path()).isEqualTo("/a");
            assertThat(request.query()).isEqualTo("x=1");
            assertThat(request.header("host")).isEqualTo("127.0.0.1:" + server.port());
        });
    }

    @Test
    void rangesHoldWhileTheContentIsTheSame() throws Exception {
        ServedResource resource = server.serve("/a", CONTENT);

        HttpResponse<byte[]> part = get("/a", "Range", "bytes=49990-", "If-Range", "\"v1\"");
        resource.content(new byte[7]);
        HttpResponse<byte[]> whole = get("/a", "Range", "bytes=49990-", "If-Range", "\"v1\"");

        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.headers().firstValue("Content-Range")).contains("bytes 49990-49999/50000");
        assertThat(part.body()).hasSize(10);
        assertThat(whole.statusCode()).isEqualTo(200);
        assertThat(whole.body()).hasSize(7);
    }

    @Test
    void failuresAndCutsWearOff() throws Exception {
        server.serve("/a", CONTENT).fail(503, 1, "7").cut(100, 1);

        assertThat(get("/a").headers().firstValue("Retry-After")).contains("7");
        assertThatThrownBy(() -> get("/a")).isInstanceOf(IOException.class).hasMessageContaining("50000");
        assertThat(get("/a").body()).hasSize(50_000);
    }

    @Test
    void cutBreaksABodyInChunksToo() {
        server.serve("/a", CONTENT).withoutLength().cut(100, 1);

        assertThatThrownBy(() -> get("/a")).isInstanceOf(IOException.class).hasMessageContaining("chunked");
    }

    @Test
    void signedLinksRunOut() throws Exception {
        server.serve("/a", CONTENT).expireAfter(1).requireQuery("sig=1");

        assertThat(get("/a?sig=1").statusCode()).isEqualTo(200);
        assertThat(get("/a?sig=1").statusCode()).isEqualTo(403);
        assertThat(get("/missing").statusCode()).isEqualTo(404);
    }

    @Test
    void redirectsAreSent() throws Exception {
        server.redirect("/a", "/b");

        assertThat(get("/a").headers().firstValue("Location")).contains("/b");
    }

    @Test
    void bodiesPauseUntilReleased() throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        server.serve("/a", CONTENT).pause(1000, gate);
        URI uri = server.uri("/a");

        try (InputStream body = client.send(
                        HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofInputStream())
                .body()) {
            assertThat(body.readNBytes(1000)).hasSize(1000);
            gate.countDown();
            assertThat(body.readAllBytes()).hasSize(49_000);
        }
    }
}
