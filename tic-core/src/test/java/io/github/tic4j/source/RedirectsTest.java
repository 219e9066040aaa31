package io.github.tic4j.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tic4j.testing.LoopbackServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedirectsTest {

    private static final byte[] CONTENT = {'{', '}'};

    private LoopbackServer server;
    private LoopbackServer other;

    @BeforeEach
    void start() throws IOException {
        server = LoopbackServer.start();
        other = LoopbackServer.start();
    }

    @AfterEach
    void stop() {
        server.close();
        other.close();
    }

    private static byte[] read(URI uri, HttpOptions options) throws IOException {
        try (InputStream in =
                HttpSource.of(uri, options, new FakeTiming().timing()).open()) {
            return in.readAllBytes();
        }
    }

    @ParameterizedTest
    @CsvSource({"301", "302", "303", "307", "308"})
    void followsRelativeRedirects(int status) throws IOException {
        server.serve("/folder/a", CONTENT).redirect(status, "b c?x=1");
        server.serve("/folder/b c", CONTENT);

        assertThat(read(server.uri("/folder/a"), HttpOptions.defaults())).isEqualTo(CONTENT);
        assertThat(server.requests().get(1).query()).isEqualTo("x=1");
    }

    @Test
    void secretsStayWithTheirHost() throws IOException {
        server.redirect("/a", "/b");
        server.redirect("/b", other.uri("/c").toString());
        other.serve("/c", CONTENT);
        HttpOptions options = HttpOptions.builder().header("X-Api-Key", "k").build();
        URI uri = URI.create("http://user:p%40ss@127.0.0.1:" + server.port() + "/a");

        read(uri, options);

        String basic = "Basic " + Base64.getEncoder().encodeToString("user:p@ss".getBytes(StandardCharsets.UTF_8));
        assertThat(server.requests()).hasSize(2).allSatisfy(request -> {
            assertThat(request.header("X-Api-Key")).isEqualTo("k");
            assertThat(request.header("Authorization")).isEqualTo(basic);
        });
        assertThat(other.requests()).singleElement().satisfies(request -> {
            assertThat(request.header("X-Api-Key")).isNull();
            assertThat(request.header("Authorization")).isNull();
            assertThat(request.header("User-Agent")).isEqualTo("tic4j");
        });
    }

    @Test
    void resumesAtTheFirstUrl() throws IOException {
        byte[] content = new byte[200_000];
        content[0] = '{';
        server.redirect("/a", "/b");
        server.serve("/b", content).cut(100_000, 1);

        assertThat(read(server.uri("/a"), HttpOptions.defaults())).isEqualTo(content);
        assertThat(server.requests()).extracting(LoopbackServer.Request::path).containsExactly("/a", "/b", "/a", "/b");
    }

    @Test
    void circlesAreRecognised() {
        server.redirect("/a", "/b");
        server.redirect("/b", "/a");

        assertThatThrownBy(() -> read(server.uri("/a"), HttpOptions.defaults()))
                .isInstanceOf(SourceUnreachableException.class)
                .hasMessage("Redirected in a circle: " + server.uri("/a"));
    }

    @Test
    void endlessRedirectsAreGivenUp() {
        for (int i = 0; i < 5; i++) {
            server.redirect("/" + i, "/" + (i + 1));
        }
        HttpOptions options = HttpOptions.builder().redirects(3).build();

        assertThatThrownBy(() -> read(server.uri("/0"), options))
                .isInstanceOf(SourceUnreachableException.class)
                .hasMessage("Redirected more than 3 times: " + server.uri("/0"));
    }

    @Test
    void guardSeesEveryHop() {
        server.redirect("/a", other.uri("/c").toString());
        HttpOptions options = HttpOptions.builder()
                .addresses(uri -> {
                    if (uri.getPort() == other.port()) {
                        throw new SourceUnreachableException("Not there", FileUrl.safeName(uri), null);
                    }
                })
                .build();

        assertThatThrownBy(() -> read(server.uri("/a"), options))
                .isInstanceOf(SourceUnreachableException.class)
                .hasMessage("Not there: " + other.uri("/c"));
        assertThat(other.requests()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.example/x, http://a.example/y, 'Redirected from https to http, http://a.example/y, which the options "
                + "refuse: https://a.example/x'",
        "https://a.example/x, ftp://a.example/y, 'Redirected to ftp://a.example/y, which is not on the web: "
                + "https://a.example/x'",
        "https://a.example/x, 'file:///etc/passwd', 'Redirected to file:/etc/passwd, which is not on the web: "
                + "https://a.example/x'"
    })
    void wrongTurnsAreRefused(URI from, String to, String message) {
        assertThatThrownBy(() -> Redirects.next(from, to, HttpOptions.Downgrade.REFUSED))
                .isInstanceOf(SourceUnreachableException.class)
                .hasMessage(message);
    }

    @Test
    void downgradeIsFollowedWhereAllowed() throws IOException {
        URI from = URI.create("https://a.example/x");

        assertThat(Redirects.next(from, "http://a.example/y", HttpOptions.Downgrade.FOLLOWED))
                .isEqualTo(URI.create("http://a.example/y"));
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.example/, https://A.example/x, true",
        "http://a.example/, https://a.example/x, true",
        "http://a.example:80/, https://a.example:443/x, true",
        "https://a.example/, http://a.example/x, false",
        "https://a.example/, https://b.example/x, false",
        "https://a.example/, https://a.example:8443/x, false",
        "http://a.example:8080/, https://a.example:8080/x, false"
    })
    void sameHostIsSamePortToo(URI first, URI then, boolean same) {
        assertThat(Redirects.isSameHost(first, then)).isEqualTo(same);
    }
}
