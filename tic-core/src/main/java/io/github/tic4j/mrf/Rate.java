package io.github.tic4j.mrf;

import java.util.List;

/**
 * One element of {@code negotiated_rates}: who its prices are for.
 *
 * @param item the item it stands in
 * @param index its position in the array
 * @param providerReferences the ids that it points to, as their texts
 * @param providerGroups the groups that stand in the rate itself
 */
public record Rate(Item item, long index, List<String> providerReferences, List<ProviderGroup> providerGroups) {

    /** Copies the lists. */
    public Rate {
        providerReferences = List.copyOf(providerReferences);
        providerGroups = List.copyOf(providerGroups);
    }
}
