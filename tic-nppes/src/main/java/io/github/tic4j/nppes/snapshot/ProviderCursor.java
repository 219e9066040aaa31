package io.github.tic4j.nppes.snapshot;

import io.github.tic4j.nppes.EntityType;
import io.github.tic4j.nppes.Npi;
import io.github.tic4j.nppes.Provider;
import io.github.tic4j.nppes.ProviderStatus;
import org.jspecify.annotations.Nullable;

/**
 * Looks up one provider after the other for a join: what it shows without decoding the full record costs one cache line, or
 * two, and no allocation. The accessors speak of the provider that the last successful {@link #seek} found, and throw
 * {@link IllegalStateException} if there is none or the snapshot is closed. For one thread.
 */
public final class ProviderCursor {

    private static final int NOWHERE = -1;

    private final NppesSnapshot snapshot;
    private final Layer[] layers;
    private final StoredRow row = new StoredRow();
    /** The number of the layer: storing the layer itself would cost every lookup a memory barrier of the collector. */
    private int found = NOWHERE;

    ProviderCursor(NppesSnapshot snapshot, Layer[] layers) {
        this.snapshot = snapshot;
        this.layers = layers;
    }

    /** Looks an NPI up; whether the snapshot knows it. A number that is not an NPI is not known. */
    public boolean seek(long npi) {
        snapshot.checkOpen();
        found = NOWHERE;
        if (!Npi.isValid(npi)) {
            return false;
        }
        int id = Ids.of(npi);
        for (int i = 0; i < layers.length; i++) {
            if (layers[i].find(id, row)) {
                found = i;
                return true;
            }
        }
        return false;
    }

    /** Whether the NPI may be used. */
    public ProviderStatus status() {
        return row().status();
    }

    /** The kind of holder; {@code null} for a deactivated provider. */
    public @Nullable EntityType entityType() {
        return row().entity();
    }

    /** {@code M}, {@code F} or another letter of older files; 0 where not given. */
    public char sex() {
        return (char) row().sex();
    }

    /** The code of the primary taxonomy, or {@code null} if there is none. */
    public @Nullable String taxonomyCode() {
        int number = row().taxonomy();
        if (number == HotRow.INLINE_16) {
            return provider().primaryTaxonomy().orElseThrow().code();
        }
        return layers[found].words().word(Field.Kind.TAXONOMY, number);
    }

    /** The state of the practice location, or {@code null}. */
    public @Nullable String state() {
        int number = row().state();
        if (number == HotRow.INLINE_16) {
            return provider().practiceLocation().orElseThrow().state();
        }
        return layers[found].words().word(Field.Kind.STATE, number);
    }

    /** The city of the practice location, or {@code null}. One of the rare spellings beyond the first 131,071 is decoded anew. */
    public @Nullable String city() {
        int number = row().city();
        if (number == HotRow.INLINE_24) {
            return provider().practiceLocation().orElseThrow().city();
        }
        return layers[found].words().word(Field.Kind.CITY, number);
    }

    /** The first five digits of the practice location's postal code as a number, or -1 if it is not a ZIP code. */
    public int zip5() {
        return row().zip5();
    }

    /** When the NPI was issued, in days since 1970; 0 where unknown. */
    public int enumeratedDay() {
        return row().enumerated();
    }

    /** When the record last changed, in days since 1970; 0 where unknown. */
    public int updatedDay() {
        return row().updated();
    }

    /** When the NPI was last put out of use, in days since 1970; 0 where it was not, or the date cannot be read. */
    public int deactivatedDay() {
        return row().deactivated();
    }

    /** The holder's name for people to read; decoded anew at each call. */
    public String displayName() {
        return ProviderDecoder.displayName(layer(), row);
    }

    /** The whole record; decoded anew at each call. */
    public Provider provider() {
        return ProviderDecoder.decode(layer(), row, snapshot.provenance(layer()));
    }

    private Layer layer() {
        checkStanding();
        return layers[found];
    }

    private StoredRow row() {
        checkStanding();
        return row;
    }

    private void checkStanding() {
        snapshot.checkOpen();
        if (found == NOWHERE) {
            throw new IllegalStateException("The cursor stands on no provider: the last seek found none");
        }
    }
}
