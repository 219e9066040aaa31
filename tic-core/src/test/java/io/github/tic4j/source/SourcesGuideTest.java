package io.github.tic4j.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tic4j.testing.LoopbackServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The samples of docs/sources.md. */
class SourcesGuideTest {

    private static final byte[] CONTENT = {'{', '}'};

    private static byte[] copy(Source source) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (InputStream in = source.open()) {
            in.transferTo(out);
        }
        return out.toByteArray();
    }

    @Test
    void sourcesOfAllKinds(@TempDir Path folder) throws IOException {
        Path path = Files.write(folder.resolve("rates.json.gz"), CONTENT);
        Source file = Sources.of(path);
        Source own = Sources.of("upload 17", () -> new ByteArrayInputStream(CONTENT));
        Source once = Sources.once("standard input", new ByteArrayInputStream(CONTENT));
        try (LoopbackServer server = LoopbackServer.start()) {
            server.serve("/rates.json.gz", CONTENT);
            Source url = Sources.of(
                    server.uri("/rates.json.gz?Expires=1794009600&Signature=x").toString());

            assertThat(copy(url)).isEqualTo(CONTENT);
        }
        assertThat(copy(file)).isEqualTo(CONTENT);
        assertThat(copy(own)).isEqualTo(CONTENT);
        assertThat(copy(once)).isEqualTo(CONTENT);
    }

    @Test
    void optionsForOneUrlOrAll() throws IOException {
        HttpOptions options = HttpOptions.builder()
                .userAgent("Mozilla/5.0")
                .header("X-Api-Key", "key")
                .stallTimeout(Duration.ofMinutes(5))
                .build();
        try (LoopbackServer server = LoopbackServer.start()) {
            server.serve("/rates.json.gz", CONTENT);
            URI uri = server.uri("/rates.json.gz");
            Source source = HttpSource.of(uri, options);
            SourceResolver sources = SourceResolver.builder().http(options).build();

            assertThat(copy(source)).isEqualTo(CONTENT);
            assertThat(copy(sources.resolve(uri))).isEqualTo(CONTENT);
            assertThat(server.requests()).hasSize(2).allSatisfy(request -> {
                assertThat(request.header("User-Agent")).isEqualTo("Mozilla/5.0");
                assertThat(request.header("X-Api-Key")).isEqualTo("key");
            });
        }
    }
}
