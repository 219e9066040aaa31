package io.github.tic4j.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;

/**
 * Something that can be opened and read from its first byte, as often as wanted.
 *
 * <p>A source holds no open resource itself: whoever calls {@link #open()} closes the stream. Implementations are
 * immutable and safe for use by several threads.
 */
public interface Source {

    /** A name for messages, logs and tables. It never carries a secret: queries and credentials of a URL are left out. */
    String name();

    /**
     * Opens a new stream at the first byte.
     *
     * @throws SourceUnreachableException if the source does not answer or refuses, and asking again now would not help
     * @throws IOException on any other failure to open
     */
    InputStream open() throws IOException;

    /** The size in bytes, if it is known without reading the content. */
    default OptionalLong size() {
        return OptionalLong.empty();
    }

    /** Whether {@link #open()} may be called more than once. A reader that needs a second pass spills where it may not. */
    default boolean isReopenable() {
        return true;
    }
}
