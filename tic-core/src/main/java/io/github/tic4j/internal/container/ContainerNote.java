package io.github.tic4j.internal.container;

/**
 * Something about a container that left the content readable.
 *
 * @param kind what it is
 * @param message what it is, in full
 * @param byteOffset where, in the container that the message names
 */
public record ContainerNote(Kind kind, String message, long byteOffset) {

    /** The kinds of notes. */
    public enum Kind {
        /** A member of an archive that holds no JSON. */
        SKIPPED_MEMBER,
        /** A member of a zip archive whose bytes do not have the checksum stated. */
        WRONG_CHECKSUM,
        /** A member of a zip archive that does not have the size stated. */
        WRONG_SIZE,
        /** A zip archive whose directory does not list what the archive holds. */
        WRONG_DIRECTORY,
        /** Bytes behind the end of the container that mean nothing. */
        TRAILING_BYTES,
        /** Text that is not UTF-16 as it pretends; each fault became U+FFFD. */
        BAD_ENCODING
    }
}
