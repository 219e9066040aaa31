package io.github.tic4j.nppes;

import java.time.Instant;

/**
 * Where a record comes from and how old the news is.
 *
 * @param origin the kind of directory
 * @param name the file or service
 * @param asOf when it was true: the last day of the bulk file's period (at midnight UTC), or the moment of the registry's
 *     answer
 */
public record Provenance(Origin origin, String name, Instant asOf) {

    /** The kinds of directory. */
    public enum Origin {
        /** A snapshot built from bulk files. */
        SNAPSHOT,
        /** An answer of the registry that was kept. */
        CACHE,
        /** The registry itself. */
        REGISTRY
    }
}
