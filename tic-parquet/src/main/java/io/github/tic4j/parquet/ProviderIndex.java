package io.github.tic4j.parquet;

import io.github.tic4j.table.Row;
import io.github.tic4j.table.Tables;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which organisations a provider set has: the tables provider_sets and provider_groups in memory, as numbers. */
final class ProviderIndex {

    /** The number of a set that is not known. */
    static final int UNKNOWN = -1;

    private static final int[] NONE = {};

    private final Map<String, Integer> organizationNumbers = new HashMap<>();
    private final List<String> uuids = new ArrayList<>();
    private final Map<String, Integer> setNumbers = new HashMap<>();
    private final List<int[]> organizationsOf = new ArrayList<>();

    private ProviderIndex() {}

    static ProviderIndex read(Path root) throws IOException {
        ProviderIndex index = new ProviderIndex();
        Map<String, Integer> organizationOfGroup = new HashMap<>();
        TableFiles.forEach(root, Tables.PROVIDER_GROUPS.select("group_id", "organization_uuid"), group -> {
            String id = group.text(0);
            String organization = group.text(1);
            if (id != null && organization != null) {
                organizationOfGroup.put(id, index.number(organization));
            }
        });
        TableFiles.forEach(
                root,
                Tables.PROVIDER_SETS.select("provider_set_id", "group_ids"),
                set -> index.addSet(set, organizationOfGroup));
        return index;
    }

    /** Whether there are no provider sets at all. */
    boolean isEmpty() {
        return organizationsOf.isEmpty();
    }

    /** The number of a set, or {@link #UNKNOWN}. */
    int numberOf(@Nullable String providerSetId) {
        return setNumbers.getOrDefault(providerSetId, UNKNOWN);
    }

    /** The numbers of a set's organisations, each once; none for a set that is not known. */
    int[] organizationsOf(int set) {
        return set == UNKNOWN ? NONE : organizationsOf.get(set);
    }

    /** The numbers of a set's organisations, each once; none for a set that is not known. */
    int[] organizationsOf(@Nullable String providerSetId) {
        return organizationsOf(numberOf(providerSetId));
    }

    String uuidOf(int organization) {
        return uuids.get(organization);
    }

    private int number(String organization) {
        return organizationNumbers.computeIfAbsent(organization, uuid -> {
            uuids.add(uuid);
            return uuids.size() - 1;
        });
    }

    private void addSet(Row set, Map<String, Integer> organizationOfGroup) {
        String id = set.text(0);
        List<String> groups = set.texts(1);
        if (id == null || groups == null) {
            return;
        }
        int[] organizations = groups.stream()
                .filter(organizationOfGroup::containsKey)
                .mapToInt(organizationOfGroup::get)
                .distinct()
                .toArray();
        setNumbers.put(id, organizationsOf.size());
        organizationsOf.add(organizations);
    }
}
