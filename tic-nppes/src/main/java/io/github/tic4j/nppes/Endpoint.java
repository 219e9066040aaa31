package io.github.tic4j.nppes;

import org.jspecify.annotations.Nullable;

/**
 * Where a provider can be reached electronically.
 *
 * @param type NPPES's code, such as {@code DIRECT} or {@code FHIR}
 * @param endpoint the address or URL, as typed
 * @param affiliation the organisation behind it; {@code null} where there is none
 * @param use what it is for, by code and in words
 * @param content what it carries, by code and in words
 * @param description the provider's own words
 */
public record Endpoint(
        @Nullable Coded type,
        String endpoint,
        @Nullable Affiliation affiliation,
        @Nullable Coded use,
        @Nullable Coded content,
        @Nullable String description) {

    /**
     * A code with NPPES's words for it.
     *
     * @param code the code
     * @param description the words
     * @param other the provider's words, where the code says "other"
     */
    public record Coded(
            @Nullable String code,
            @Nullable String description,
            @Nullable String other) {}

    /**
     * The organisation behind an endpoint.
     *
     * @param affiliated whether the endpoint belongs to another organisation; {@code null} where not answered
     * @param name its legal business name
     * @param address where it is
     */
    public record Affiliation(
            @Nullable Boolean affiliated,
            @Nullable String name,
            @Nullable Address address) {}
}
