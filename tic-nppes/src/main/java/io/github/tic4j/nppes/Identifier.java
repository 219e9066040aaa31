package io.github.tic4j.nppes;

import org.jspecify.annotations.Nullable;

/**
 * A number under which somebody else knows the provider.
 *
 * @param identifier the number, as typed
 * @param typeCode {@code 05} Medicaid, {@code 01} other
 * @param state the state, for Medicaid
 * @param issuer who issued it, for others
 */
public record Identifier(
        String identifier,
        @Nullable String typeCode,
        @Nullable String state,
        @Nullable String issuer) {}
