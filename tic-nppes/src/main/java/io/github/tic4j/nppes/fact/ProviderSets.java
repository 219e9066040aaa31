package io.github.tic4j.nppes.fact;

import io.github.tic4j.table.Row;
import io.github.tic4j.table.TableSchema;
import io.github.tic4j.table.TableSource;
import io.github.tic4j.table.Tables;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which organisations and NPIs a provider set has: the tables provider_sets, provider_groups and organizations in scratch
 * memory. The sets that prices referred to lately are kept in the heap, up to a number of NPIs.
 */
final class ProviderSets {

    private static final TableSchema GROUPS =
            Tables.PROVIDER_GROUPS.select("group_id", "npi", "organization_uuid", "tin", "tin_type", "business_name");
    private static final TableSchema SETS = Tables.PROVIDER_SETS.select("provider_set_id", "group_ids");
    private static final int KEPT_NPIS = 1 << 18;

    private final ScratchMemory memory;
    private final Organizations rows;
    private final KeyedRecords organizations;
    private final KeyedRecords groups;
    private final KeyedRecords sets;
    private final Map<String, List<Billing>> kept = new LinkedHashMap<>(16, 0.75f, true);
    private long keptNpis;

    private ProviderSets(ScratchMemory memory, NppesRows nppes) throws IOException {
        this.memory = memory;
        this.rows = new Organizations(memory, nppes);
        this.organizations = new KeyedRecords(memory);
        this.groups = new KeyedRecords(memory);
        this.sets = new KeyedRecords(memory);
    }

    static ProviderSets read(TableSource tables, ScratchMemory memory, NppesRows nppes) throws IOException {
        ProviderSets result = new ProviderSets(memory, nppes);
        tables.forEach(Tables.ORGANIZATIONS, result::addOrganization);
        tables.forEach(GROUPS, result::addGroup);
        tables.forEach(SETS, result::addSet);
        return result;
    }

    /** The organisations of a set; none for no set, and for one that is not known. */
    List<Billing> find(@Nullable String id) throws IOException {
        if (id == null) {
            return List.of();
        }
        List<Billing> found = kept.get(id);
        if (found == null) {
            found = resolve(id);
            kept.put(id, found);
            keptNpis += weight(found);
            forgetOldest();
        }
        return found;
    }

    private void addOrganization(Row row) throws IOException {
        String uuid = row.text(0);
        if (uuid != null && organizations.find(uuid) == 0) {
            memory.word(organizations.add(uuid, 1), rows.add(row));
        }
    }

    private void addGroup(Row group) throws IOException {
        String id = group.text(0);
        List<Long> npis = group.wholes(1);
        // A table that was not consolidated may name a group in several batches.
        if (id == null || npis == null || groups.find(id) != 0) {
            return;
        }
        long organization = organizationOf(group);
        long record = groups.add(id, 2 + npis.size());
        memory.word(record, organization);
        memory.word(record + Long.BYTES, npis.size());
        for (int i = 0; i < npis.size(); i++) {
            memory.word(record + (2L + i) * Long.BYTES, npis.get(i));
        }
    }

    /** Where the row of a group's organisation is; one that the table of organisations lacks is made of the group. */
    private long organizationOf(Row group) throws IOException {
        String uuid = group.text(2);
        long record = uuid == null ? 0 : organizations.find(uuid);
        if (record != 0) {
            return memory.word(record);
        }
        long place = rows.add(new Row(Tables.ORGANIZATIONS)
                .set("organization_uuid", uuid)
                .set("tin", group.text(3))
                .set("tin_type", group.text(4))
                .set("organization_name", group.text(5)));
        if (uuid != null) {
            memory.word(organizations.add(uuid, 1), place);
        }
        return place;
    }

    private void addSet(Row set) throws IOException {
        String id = set.text(0);
        List<String> ids = set.texts(1);
        if (id == null || ids == null || sets.find(id) != 0) {
            return;
        }
        long[] members =
                ids.stream().mapToLong(groups::find).filter(place -> place != 0).toArray();
        long record = sets.add(id, 1 + members.length);
        memory.word(record, members.length);
        for (int i = 0; i < members.length; i++) {
            memory.word(record + (1L + i) * Long.BYTES, members[i]);
        }
    }

    private List<Billing> resolve(String id) throws IOException {
        long set = sets.find(id);
        if (set == 0) {
            return List.of();
        }
        Map<Long, List<long[]>> members = new LinkedHashMap<>();
        for (long i = 1; i <= memory.word(set); i++) {
            long group = memory.word(set + i * Long.BYTES);
            members.computeIfAbsent(memory.word(group), organization -> new ArrayList<>())
                    .add(npisOf(group));
        }
        List<Billing> billings = new ArrayList<>(members.size());
        for (Map.Entry<Long, List<long[]>> each : members.entrySet()) {
            billings.add(rows.billing(each.getKey(), union(each.getValue())));
        }
        return billings;
    }

    private long[] npisOf(long group) {
        long[] npis = new long[(int) memory.word(group + Long.BYTES)];
        for (int i = 0; i < npis.length; i++) {
            npis[i] = memory.word(group + (2L + i) * Long.BYTES);
        }
        return npis;
    }

    private static long[] union(List<long[]> lists) {
        return lists.stream().flatMapToLong(Arrays::stream).sorted().distinct().toArray();
    }

    private void forgetOldest() {
        var oldest = kept.values().iterator();
        while (keptNpis > KEPT_NPIS && kept.size() > 1) {
            keptNpis -= weight(oldest.next());
            oldest.remove();
        }
    }

    /** An organisation takes about as much room as a few dozen NPIs. */
    private static long weight(List<Billing> set) {
        return 8
                + set.stream().mapToLong(billing -> 30L + billing.npis().length).sum();
    }
}
