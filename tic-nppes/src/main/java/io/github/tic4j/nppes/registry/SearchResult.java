package io.github.tic4j.nppes.registry;

import io.github.tic4j.nppes.Provider;
import java.util.List;

/**
 * What a search found.
 *
 * @param providers the providers, each once
 * @param completeness whether there may be more
 */
public record SearchResult(List<Provider> providers, Completeness completeness) {

    /** Whether a result is all there is. */
    public enum Completeness {
        /** These are all that match. */
        COMPLETE,
        /** There may be more than were asked for. */
        CUT_BY_LIMIT,
        /** The registry shows 1,200 at most, and so many came: there may be more. Narrow the query. */
        CUT_BY_REGISTRY
    }

    /** Copies the list. */
    public SearchResult {
        providers = List.copyOf(providers);
    }
}
