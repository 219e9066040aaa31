package io.github.tic4j.nppes;

import org.jspecify.annotations.Nullable;

/**
 * The person who answers for an organisation's record.
 *
 * @param name the person
 * @param title title or position
 * @param telephone as typed: with or without dashes
 */
public record AuthorizedOfficial(
        PersonName name, @Nullable String title, @Nullable String telephone) {}
