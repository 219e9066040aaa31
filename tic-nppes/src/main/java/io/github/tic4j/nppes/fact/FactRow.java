package io.github.tic4j.nppes.fact;

import org.jspecify.annotations.Nullable;

/**
 * A price and one provider who may bill it.
 *
 * @param rate the price
 * @param npi the NPI as published; {@code null} where the price names none
 * @param match how the NPI fared in NPPES
 * @param nppes what NPPES knows; {@code null} unless found or deactivated
 * @param rateCategory the band of the price
 * @param serviceCategory what the code is for
 * @param implausible why this provider is unlikely to render this service; {@code null} if nothing speaks against it
 */
public record FactRow(
        FactRate rate,
        @Nullable String npi,
        NppesMatch match,
        @Nullable NppesColumns nppes,
        @Nullable RateCategory rateCategory,
        String serviceCategory,
        ImplausiblePairs.@Nullable Implausibility implausible) {

    /** The key of the row: price and NPI, or {@code None} where the price names no NPI. */
    public String factKey() {
        return rate.rateUuid() + "_" + (npi == null ? "None" : npi);
    }
}
