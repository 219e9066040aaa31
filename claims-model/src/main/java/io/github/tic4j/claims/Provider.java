package io.github.tic4j.claims;

import io.github.tic4j.claims.code.Npi;
import io.github.tic4j.claims.code.Taxonomy;
import io.github.tic4j.claims.code.Tin;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A practitioner or an organisation. {@code toString} shows the NPI only.
 *
 * @param id its id in the source; blank if the source has none
 * @param npi National Provider Identifier
 * @param kind whether it is a person
 * @param name name
 * @param type kind of place or practitioner as the source calls it, {@code Hospital}
 * @param tin taxpayer number
 * @param taxonomy taxonomy
 * @param specialty specialty as sent
 * @param address where it practises
 * @param deactivatedDate the day its NPI was switched off
 * @param beds beds of a hospital
 * @param teaching whether it is a teaching hospital
 */
public record Provider(
        String id,
        @Nullable Npi npi,
        Kind kind,
        @Nullable String name,
        @Nullable String type,
        @Nullable Tin tin,
        @Nullable Taxonomy taxonomy,
        @Nullable String specialty,
        Address address,
        @Nullable LocalDate deactivatedDate,
        @Nullable Integer beds,
        @Nullable Boolean teaching) {

    /** Person or organisation. */
    public enum Kind {
        /** NPI entity type 1. */
        INDIVIDUAL,
        /** NPI entity type 2. */
        ORGANIZATION,
        /** The source does not say. */
        UNKNOWN
    }

    /** A builder of a provider with this id. */
    public static ProviderBuilder builder(String id) {
        return new ProviderBuilder(id);
    }

    @Override
    public String toString() {
        return "Provider[" + npi + "]";
    }
}
