package io.github.tic4j.spi;

import io.github.tic4j.source.Source;
import java.net.URI;
import java.util.Set;

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
}
