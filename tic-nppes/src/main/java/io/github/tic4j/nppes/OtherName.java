package io.github.tic4j.nppes;

import org.jspecify.annotations.Nullable;

/**
 * Another name of a provider: a person's or an organisation's, according to the provider's kind.
 *
 * @param typeCode {@code 1} former, {@code 2} professional, {@code 3} doing business as, {@code 4} former legal business
 *     name, {@code 5} other
 * @param organizationName an organisation's name
 * @param person a person's name
 */
public record OtherName(
        @Nullable String typeCode,
        @Nullable String organizationName,
        @Nullable PersonName person) {}
