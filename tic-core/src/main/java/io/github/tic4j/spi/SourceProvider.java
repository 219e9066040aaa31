package io.github.tic4j.spi;

import io.github.tic4j.source.Source;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Serves the URLs of a scheme, such as {@code s3}. Found by {@link java.util.ServiceLoader}, or registered with {@link
 * io.github.tic4j.source.SourceResolver}. Implementations are safe for use by several threads.
 */
public interface SourceProvider {

    /** A name for messages, such as {@code tic-s3}. */
    String name();

    /** The schemes it serves, in lower case. */
    Set<String> schemes();

    /**
     * The source at a URL of one of these schemes. Opens nothing.
     *
     * @throws IllegalArgumentException if the URL is not one that this provider can serve
     */
    Source source(URI uri);

    /**
     * What a URL of one of these schemes stands for: the one source, or, where it names a folder of sources, all of them in
     * the order of their names. The caller closes the stream.
     *
     * @throws IllegalArgumentException if the URL is not one that this provider can serve
     * @throws IOException if a folder cannot be listed; a later part of it throws {@link java.io.UncheckedIOException}
     */
    default Stream<Source> sources(URI uri) throws IOException {
        return Stream.of(source(uri));
    }
}
