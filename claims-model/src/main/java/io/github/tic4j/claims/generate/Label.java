package io.github.tic4j.claims.generate;

import java.util.Set;

/**
 * Where a fault was put.
 *
 * @param fault which
 * @param claimIds the claims that show it
 */
public record Label(Fault fault, Set<String> claimIds) {

    /** Copies the set. */
    public Label {
        claimIds = Set.copyOf(claimIds);
    }
}
