package io.github.tic4j.claims.alert;

import io.github.tic4j.claims.Claim;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a rule knows under one key: the claims in force and the alerts that stand. Immutable; it grows with the number of
 * claims of the key, so a host drops states whose days are over.
 *
 * @param claims the claims, by source and id
 * @param standing the alerts, by id
 */
public record AlertState(SortedMap<String, Claim> claims, SortedMap<String, Alert> standing) {

    /** Nothing is known. */
    public static final AlertState EMPTY = new AlertState(new TreeMap<>(), new TreeMap<>());

    /** Copies the maps. */
    public AlertState {
        claims = Collections.unmodifiableSortedMap(new TreeMap<>(claims));
        standing = Collections.unmodifiableSortedMap(new TreeMap<>(standing));
    }

    /** The key of a claim: ids are its source's own. */
    static String keyOf(Claim claim) {
        return claim.id() + "\0" + claim.source();
    }

    @Override
    public String toString() {
        return "AlertState[" + claims.size() + " claims, " + standing.size() + " alerts]";
    }
}
