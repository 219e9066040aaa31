package io.github.tic4j.claims.lifecycle;

import io.github.tic4j.claims.Claim;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Remembers which claims were delivered, so that a repeated delivery can be dropped and a changed one kept as a version. Holds
 * one hash per claim. Not thread-safe.
 */
public final class Deliveries {

    /** What a delivery is. */
    public enum Delivery {
        /** The first one with this key. */
        NEW,
        /** The same content again: drop it. */
        REPEATED,
        /** Other content under a known key: a new version. */
        CHANGED
    }

    private final Map<List<String>, String> hashes = new HashMap<>();

    /** No claim is known. */
    public Deliveries() {}

    /**
     * Notes a claim. Its key is source, id, record type and frequency: a reversal that keeps the id of its original is a record
     * of its own.
     */
    public Delivery accept(Claim claim) {
        String hash = ClaimHash.of(claim);
        String known = hashes.put(keyOf(claim), hash);
        if (known == null) {
            return Delivery.NEW;
        }
        return known.equals(hash) ? Delivery.REPEATED : Delivery.CHANGED;
    }

    private static List<String> keyOf(Claim claim) {
        return List.of(
                String.valueOf(claim.source()),
                claim.id(),
                claim.recordType().name(),
                String.valueOf(claim.frequency()));
    }
}
