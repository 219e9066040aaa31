package io.github.tic4j.parquet;

import io.github.tic4j.table.Row;
import io.github.tic4j.table.Tables;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Provider sets with their organisations and NPIs, in memory. */
final class ProviderSets {

    private static final ProviderSet UNKNOWN = new ProviderSet(List.of(), null);

    private final Map<String, Member> groups = new HashMap<>();
    private final Map<String, ProviderSet> sets = new HashMap<>();

    private ProviderSets() {}

    static ProviderSets read(Path root) throws IOException {
        ProviderSets result = new ProviderSets();
        TableFiles.forEach(
                root,
                Tables.PROVIDER_GROUPS.select("group_id", "organization_uuid", "tin_type", "npi"),
                result::addGroup);
        TableFiles.forEach(
                root,
                Tables.PROVIDER_SETS.select("provider_set_id", "group_ids", "provider_references"),
                result::addSet);
        return result;
    }

    /** The set of an id, one without members where there is none. */
    ProviderSet find(@Nullable String id) {
        return sets.getOrDefault(id, UNKNOWN);
    }

    private void addGroup(Row group) {
        String id = group.text(0);
        String organization = group.text(1);
        List<Long> npis = group.wholes(3);
        if (id != null && organization != null && npis != null) {
            long[] numbers = npis.stream().mapToLong(Long::longValue).toArray();
            groups.put(id, new Member(organization, group.text(2), numbers));
        }
    }

    private void addSet(Row set) {
        String id = set.text(0);
        List<String> ids = set.texts(1);
        if (id == null || ids == null) {
            return;
        }
        Map<String, Member> members = new TreeMap<>();
        for (String group : ids) {
            Member found = groups.get(group);
            if (found != null) {
                members.merge(found.organization, found, Member::with);
            }
        }
        sets.put(id, new ProviderSet(List.copyOf(members.values()), set.texts(2)));
    }

    /** An organisation with some of its NPIs: a group, or what the groups of a set that have one organisation add up to. */
    @SuppressWarnings("ArrayRecordComponent") // a list of objects would take five times the room
    record Member(String organization, @Nullable String tinType, long[] numbers) {

        /** The NPIs as ten digits, sorted. */
        List<String> npis() {
            return Arrays.stream(numbers).mapToObj(Long::toString).toList();
        }

        private Member with(Member other) {
            long[] all = LongStream.concat(Arrays.stream(numbers), Arrays.stream(other.numbers))
                    .sorted()
                    .distinct()
                    .toArray();
            return new Member(organization, tinType, all);
        }
    }

    /** A set: its organisations, and the references that stood for it in the source. */
    record ProviderSet(List<Member> members, @Nullable List<String> references) {}
}
