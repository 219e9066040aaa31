package io.github.tic4j.mrf;

import org.jspecify.annotations.Nullable;

/**
 * A plan as a table of contents or a file's header names it. Texts are as published.
 *
 * @param planName its name
 * @param planIdType {@code ein} or {@code hios}
 * @param planId its id
 * @param planMarketType {@code group} or {@code individual}
 * @param issuerName the issuer, in schema 2
 * @param planSponsorName the sponsor, in schema 2 where the id is an EIN
 */
public record Plan(
        @Nullable String planName,
        @Nullable String planIdType,
        @Nullable String planId,
        @Nullable String planMarketType,
        @Nullable String issuerName,
        @Nullable String planSponsorName) {

    /** Whether nothing is given. */
    public boolean isEmpty() {
        return planName == null
                && planIdType == null
                && planId == null
                && planMarketType == null
                && issuerName == null
                && planSponsorName == null;
    }
}
