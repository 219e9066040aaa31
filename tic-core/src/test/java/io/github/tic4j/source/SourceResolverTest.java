package io.github.tic4j.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tic4j.spi.SourceProvider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceResolverTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"rates.json.gz", "folder/a: b.json", "C:\\data\\rates.json", "~x", "http:", "no//slash"})
    void whatIsNoUrlIsAPath(String path) {
        assertThat(Sources.of(path)).isEqualTo(new PathSource(Path.of(path)));
    }

    @ParameterizedTest
    @CsvSource({
        "file:///tmp/a%20b.json, /tmp/a b.json",
        "file:/tmp/a b.json, /tmp/a b.json",
        "FILE://localhost/tmp/x, /tmp/x"
    })
    void fileUrlsArePaths(String url, Path path) {
        assertThat(Sources.of(url)).isEqualTo(new PathSource(path));
    }

    @Test
    void webUrlsAreRepairedAndNamedWithoutTheirSecrets() {
        Source source = Sources.of(" https://user:secret@a.example/my file.json?&amp;sig=secret\n");

        assertThat(source).isInstanceOf(HttpSource.class).hasToString("https://a.example/my%20file.json");
        assertThat(source.name()).isEqualTo("https://a.example/my%20file.json");
        assertThat(source.isReopenable()).isTrue();
        assertThat(source.size()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "s3://bucket/key?secret     | Nothing serves s3: URLs: add tic-s3 to the class path",
                "sftp://a.example/f?secret  | Nothing serves sftp: URLs: download the file, or register a SourceProvider for "
                        + "this scheme",
                "file://server/share/x?secret | A file: URL must not name another machine: file://server/share/x",
                "/relative/x?secret         | A URL needs a scheme: /relative/x"
            })
    void whatNothingServesIsRefused(URI uri, String message) {
        assertThatThrownBy(() -> Sources.of(uri))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void registeredProvidersComeFirst() {
        SourceResolver resolver =
                SourceResolver.builder().register(new Provided("mine", "https")).build();

        assertThat(resolver.resolve("https://a.example/x").name()).isEqualTo("mine:https://a.example/x");
        assertThat(resolver.resolve("http://a.example/x")).isInstanceOf(HttpSource.class);
    }

    @Test
    void twoRegisteredForOneSchemeAreRefused() {
        SourceResolver.Builder builder = SourceResolver.builder().register(new Provided("first", "s3"));

        assertThatThrownBy(() -> builder.register(new Provided("second", "s3")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Two providers are registered for s3: URLs, first and second");
    }

    @Test
    void discoveredProvidersServeTheirSchemes() throws IOException {
        Source source =
                withServices(() -> SourceResolver.builder().build().resolve("s3://bucket/key"), First.class.getName());

        assertThat(source.name()).isEqualTo("first:s3://bucket/key");
    }

    @Test
    void twoDiscoveredForOneSchemeAreAnErrorThatExplicitRegistrationSolves() throws IOException {
        String both = First.class.getName() + "\n" + Second.class.getName();

        assertThatThrownBy(() ->
                        withServices(() -> SourceResolver.builder().build().resolve("s3://bucket/key"), both))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Two providers serve s3: URLs, first and second; register one of them explicitly");
        assertThat(withServices(
                                () -> SourceResolver.builder()
                                        .register(new Second())
                                        .build()
                                        .resolve("s3://bucket/key"),
                                both)
                        .name())
                .isEqualTo("second:s3://bucket/key");
    }

    @Test
    void providerThatCannotBeLoadedIsNamed() {
        assertThatThrownBy(() -> withServices(
                        () -> SourceResolver.builder().build().resolve("s3://bucket/key"), "org.example.Missing"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("A source provider cannot be loaded: ")
                .hasMessageContaining("org.example.Missing");
    }

    @Test
    void missingFilesAndFoldersAreUnreachable() {
        Path missing = folder.resolve("missing.json");

        assertThatThrownBy(() -> Sources.of(missing).open())
                .isInstanceOf(SourceUnreachableException.class)
                .hasMessage("No such file: " + missing);
        assertThatThrownBy(() -> Sources.of(folder).open())
                .isInstanceOf(SourceUnreachableException.class)
                .hasMessage("This is a folder, not a file: " + folder);
        assertThat(Sources.of(missing).size()).isEmpty();
    }

    @Test
    void filesKnowTheirSize() throws IOException {
        Path file = Files.write(folder.resolve("x.json"), new byte[7]);

        assertThat(Sources.of(file).size()).hasValue(7);
        assertThat(Sources.of(file)).hasToString(file.toString());
    }

    @Test
    void singleStreamsOpenOnce() throws IOException {
        Source source = Sources.once("standard input", new ByteArrayInputStream(new byte[3]));

        assertThat(source.isReopenable()).isFalse();
        assertThat(source.open().readAllBytes()).hasSize(3);
        assertThatThrownBy(source::open)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("standard input is a single stream and was opened already");
    }

    @Test
    void openersOpenAgain() throws IOException {
        Source source = Sources.of("memory", () -> new ByteArrayInputStream(new byte[3]));

        assertThat(source.isReopenable()).isTrue();
        assertThat(source.open().readAllBytes()).hasSize(3);
        assertThat(source.open().readAllBytes()).hasSize(3);
        assertThat(source).hasToString("memory");
    }

    /** Runs with a class loader that names these providers. */
    private <T> T withServices(Supplier<T> action, String providers) throws IOException {
        Path services = Files.createDirectories(folder.resolve("META-INF/services"));
        Files.writeString(services.resolve(SourceProvider.class.getName()), providers);
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
            Thread.currentThread().setContextClassLoader(loader);
            return action.get();
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    /** A provider for tests. */
    public static class Provided implements SourceProvider {

        private final String name;
        private final String scheme;

        Provided(String name, String scheme) {
            this.name = name;
            this.scheme = scheme;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Set<String> schemes() {
            return Set.of(scheme);
        }

        @Override
        public Source source(URI uri) {
            return Sources.of(name + ":" + uri, () -> new ByteArrayInputStream(new byte[0]));
        }
    }

    /** A provider that is discovered. */
    public static final class First extends Provided {

        /** As the service loader wants it. */
        public First() {
            super("first", "s3");
        }
    }

    /** Another. */
    public static final class Second extends Provided {

        /** As the service loader wants it. */
        public Second() {
            super("second", "s3");
        }
    }
}
