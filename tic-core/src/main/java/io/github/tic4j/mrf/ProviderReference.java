package io.github.tic4j.mrf;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One element of {@code provider_references}.
 *
 * @param id the {@code provider_group_id} as its text: 690.1 and 690.10 are two ids; {@code null} if there is none
 * @param networkNames the networks, as schema 2 names them
 * @param groups the groups
 * @param location where the groups are, in schema 1, if they are elsewhere
 * @param byteOffset where the element starts
 */
public record ProviderReference(
        @Nullable String id,
        List<String> networkNames,
        List<ProviderGroup> groups,
        @Nullable String location,
        long byteOffset) {

    /** Copies the lists. */
    public ProviderReference {
        networkNames = List.copyOf(networkNames);
        groups = List.copyOf(groups);
    }
}
