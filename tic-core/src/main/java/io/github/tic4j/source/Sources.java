package io.github.tic4j.source;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Makes sources of what a host has: a path, a URL, a stream.
 *
 * <pre>{@code
 * Source source = Sources.of("https://mrf.example.org/2026-11-01_rates.json.gz");
 * try (InputStream in = source.open()) { ... }
 * }</pre>
 *
 * <p>URLs are read with the defaults of {@link HttpOptions}; a {@link SourceResolver} reads them with others.
 */
public final class Sources {

    private Sources() {}

    /** A file. */
    public static Source of(Path path) {
        return new PathSource(path);
    }

    /**
     * The source at a URL: {@code file}, {@code http}, {@code https}, or what a provider on the class path serves.
     *
     * @throws IllegalArgumentException if nothing serves its scheme; the message says what would
     */
    public static Source of(URI uri) {
        return SourceResolver.defaults().resolve(uri);
    }

    /**
     * The source that a user names on a command line: a URL, with what is often wrong with URLs repaired as {@link
     * FileUrl} does it, or else a path.
     *
     * @throws IllegalArgumentException if it is a URL that is malformed or that nothing serves
     */
    public static Source of(String pathOrUrl) {
        return SourceResolver.defaults().resolve(pathOrUrl);
    }

    /**
     * Every source that a user names on a command line: all those below an address such as {@code s3://bucket/prefix/}, or
     * else the one of {@link #of(String)}. The caller closes the stream.
     *
     * @throws IllegalArgumentException as {@link #of(String)}
     * @throws IOException if what is below cannot be listed; a later part of it throws {@link java.io.UncheckedIOException}
     */
    public static Stream<Source> all(String pathOrUrl) throws IOException {
        return SourceResolver.defaults().resolveAll(pathOrUrl);
    }

    /**
     * A source around streams that the host opens.
     *
     * @param name what messages call it; must not carry a secret
     * @param opener opens a new stream at the first byte, each time it is asked
     */
    public static Source of(String name, StreamOpener opener) {
        return new StreamSource(name, opener, true);
    }

    /**
     * A source around a stream that is open already. It can be opened once; whoever opens it closes the stream.
     *
     * @param name what messages call it; must not carry a secret
     */
    public static Source once(String name, InputStream in) {
        return new StreamSource(name, () -> in, false);
    }

    /** Opens a stream. */
    @FunctionalInterface
    public interface StreamOpener {

        /** A new stream at the first byte; the caller closes it. */
        InputStream open() throws IOException;
    }
}
