package io.github.tic4j.nppes;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One specialty of a provider.
 *
 * @param code NUCC's ten characters, such as {@code 207X00000X}; retired codes remain
 * @param description NUCC's words for it; only the registry gives them, and not always
 * @param primary whether it is the main one
 * @param license the licence number, as typed
 * @param licenseState where the licence was issued
 * @param group the kind of group, as NPPES words it, for organisations that are group practices
 */
public record Taxonomy(
        String code,
        @Nullable String description,
        Primary primary,
        @Nullable String license,
        @Nullable String licenseState,
        @Nullable String group) {

    /** The answer to "is this the primary taxonomy?". */
    public enum Primary {
        /** It is. */
        YES,
        /** It is not. */
        NO,
        /** Never answered: then none of the provider's taxonomies is. */
        UNANSWERED
    }

    /**
     * The primary one of a list in the order of its slots: the first answered with yes; failing that the first
     * unanswered; failing that the first. The first slot alone says nothing: with several taxonomies the primary is mostly
     * elsewhere.
     */
    public static Optional<Taxonomy> primaryOf(List<Taxonomy> taxonomies) {
        Taxonomy best = null;
        for (Taxonomy each : taxonomies) {
            if (best == null || rank(each) < rank(best)) {
                best = each;
            }
        }
        return Optional.ofNullable(best);
    }

    private static int rank(Taxonomy taxonomy) {
        return switch (taxonomy.primary) {
            case YES -> 0;
            case UNANSWERED -> 1;
            case NO -> 2;
        };
    }
}
