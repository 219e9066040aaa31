package io.github.tic4j.nppes.taxonomy;

import org.jspecify.annotations.Nullable;

/**
 * What NUCC says of one code.
 *
 * @param code ten characters
 * @param grouping the coarsest level
 * @param classification the specialty
 * @param specialization the sub-specialty, if there is one
 * @param displayName the name for people to read
 * @param section individual or not
 */
public record TaxonomyEntry(
        String code,
        String grouping,
        String classification,
        @Nullable String specialization,
        @Nullable String displayName,
        @Nullable String section) {}
