package io.github.tic4j.normalize;

import io.github.tic4j.mrf.ProviderGroup;
import io.github.tic4j.mrf.ProviderReference;
import io.github.tic4j.normalize.ContentHash.Id;
import io.github.tic4j.normalize.Organizations.Organization;
import io.github.tic4j.read.PriceCursor;
import io.github.tic4j.table.Row;
import io.github.tic4j.table.Tables;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The provider sets of a file, with their groups and organisations, each written when the first price refers to it.
 *
 * <p>Rates repeat the same references, in the same order, thousands of times. So the numbers of the references are hashed,
 * without making an object, and looked up; what they stand for is worked out once for each distinct sequence. Sets and
 * groups are told apart by their content, so that ids which stand for the same groups give the same set.
 */
final class ProviderSets {

    private static final int SET_BYTES = 400;
    private static final int MOST_CACHED_NPIS = 1 << 20;

    private final CountedTables tables;
    private final Organizations organizations;
    private final IdTable sequences = new IdTable();
    private final IdTable sets = new IdTable();
    private final IdTable groups = new IdTable();
    private final Map<String, List<NormalGroup>> referenced = new HashMap<>();
    private final LongSet distinctNpis = new LongSet();
    private final List<Use> uses = new ArrayList<>();
    private List<String> ids = new AppendOnlyList<>();
    private long cachedNpis;
    private String fileId = "";
    private Function<String, List<ProviderReference>> definitions = id -> List.of();

    /** Entries of NPI lists that were no numbers and could not be written. */
    private long unreadableNpis;

    ProviderSets(CountedTables tables, Organizations organizations) {
        this.tables = tables;
        this.organizations = organizations;
    }

    /**
     * Whom a rate is for.
     *
     * @param set the place of the set in {@link #ids}, or -1 if the rate names nobody
     * @param organization the organisation that the rate names first
     * @param isDangling whether some reference is not defined
     */
    record Use(int set, @Nullable String organization, boolean isDangling) {}

    private static final Use NOBODY = new Use(-1, null, false);

    /** Begins a document, in which ids mean something else than in the one before. */
    void beginDocument(String documentId, Function<String, List<ProviderReference>> definitionsOf) {
        fileId = documentId;
        definitions = definitionsOf;
        forgetReferences();
    }

    /** The ids of the sets, by their place. The list only grows until {@link #flush}, which replaces it. */
    List<String> ids() {
        return ids;
    }

    long unreadableNpis() {
        return unreadableNpis;
    }

    long bytes() {
        return sequences.bytes() + sets.bytes() + groups.bytes() + (long) (uses.size() + ids.size()) * SET_BYTES;
    }

    /** Forgets everything, so that what comes is written again. */
    void flush() {
        sets.clear();
        groups.clear();
        ids = new AppendOnlyList<>();
        forgetReferences();
    }

    private void forgetReferences() {
        sequences.clear();
        uses.clear();
        referenced.clear();
        cachedNpis = 0;
    }

    /** Whom the rate at the cursor is for. */
    Use use(PriceCursor rate) throws IOException {
        int count = rate.referenceCount();
        long high = count;
        long low = ~count;
        boolean plain = rate.providerGroups().isEmpty();
        for (int i = 0; plain && i < count; i++) {
            long number = rate.referenceNumber(i);
            plain = number >= 0;
            high = Long.rotateLeft(high ^ number * 0x9E3779B97F4A7C15L, 27) * 5 + i;
            low = Long.rotateLeft(low + Long.rotateLeft(number * 0xC2B2AE3D27D4EB4FL, 31), 33) * 0xD6E8FEB86659FD93L;
        }
        if (!plain) {
            return use(textsOf(rate), rate.providerGroups());
        }
        high = mixed(high);
        int known = sequences.find(high, low);
        if (known != IdTable.ABSENT) {
            return uses.get(known);
        }
        Use use = use(textsOf(rate), List.of());
        sequences.add(high, low, uses.size());
        uses.add(use);
        return use;
    }

    private static long mixed(long hash) {
        long h = (hash ^ hash >>> 32) * 0xD6E8FEB86659FD93L;
        return h ^ h >>> 32;
    }

    private static List<String> textsOf(PriceCursor rate) {
        String[] texts = new String[rate.referenceCount()];
        Arrays.setAll(texts, rate::reference);
        return Arrays.asList(texts);
    }

    /** Whom a rate with these references and groups is for. */
    Use use(List<String> references, List<ProviderGroup> inline) throws IOException {
        if (references.isEmpty() && inline.isEmpty()) {
            return NOBODY;
        }
        List<NormalGroup> members = new ArrayList<>();
        SortedSet<String> unresolved = new TreeSet<>();
        Set<String> distinct = new LinkedHashSet<>(references);
        for (String reference : distinct) {
            List<NormalGroup> defined = groupsOf(reference);
            if (defined.isEmpty()) {
                unresolved.add(reference);
            }
            members.addAll(defined);
        }
        inline.forEach(group -> members.add(NormalGroup.of(group, List.of())));
        int set = find(members, distinct, unresolved);
        Organization first =
                members.isEmpty() ? null : organizations.find(members.get(0).tin());
        return new Use(set, first == null ? null : first.uuid(), !unresolved.isEmpty());
    }

    private List<NormalGroup> groupsOf(String reference) {
        List<NormalGroup> known = referenced.get(reference);
        if (known != null) {
            return known;
        }
        if (cachedNpis > MOST_CACHED_NPIS) {
            referenced.clear();
            cachedNpis = 0;
        }
        List<NormalGroup> found = new ArrayList<>();
        for (ProviderReference definition : definitions.apply(reference)) {
            definition.groups().forEach(group -> found.add(NormalGroup.of(group, definition.networkNames())));
        }
        found.forEach(group -> cachedNpis += group.npis().length);
        referenced.put(reference, found);
        return found;
    }

    /** The place of a set, which is written if it is new. */
    private int find(List<NormalGroup> members, Set<String> references, SortedSet<String> unresolved)
            throws IOException {
        SortedMap<Id, NormalGroup> distinct = new TreeMap<>();
        members.forEach(group -> distinct.put(group.id(), group));
        ContentHash hash = new ContentHash("provider_set").number(distinct.size());
        distinct.keySet().forEach(hash::id);
        // What an undefined id stands for is the secret of its file, so that the set is this file's alone.
        Id id = unresolved.isEmpty()
                ? hash.id()
                : hash.texts(unresolved).text(fileId).id();
        int known = sets.find(id.high(), id.low());
        if (known != IdTable.ABSENT) {
            return known;
        }
        int place = ids.size();
        sets.add(id.high(), id.low(), place);
        ids.add(id.hex());
        for (NormalGroup group : distinct.values()) {
            write(group);
        }
        tables.write(new Row(Tables.PROVIDER_SETS)
                .set("provider_set_id", id.hex())
                .set("group_ids", distinct.keySet().stream().map(Id::hex).toList())
                .set("npi_count", (long) countNpis(distinct.values()))
                .set(
                        "provider_references",
                        Texts.orNull(references.stream().sorted().toList()))
                .set("unresolved_references", Texts.orNull(List.copyOf(unresolved))));
        return place;
    }

    private int countNpis(Iterable<NormalGroup> members) {
        int most = 0;
        for (NormalGroup group : members) {
            most += group.npis().length;
        }
        distinctNpis.clear(most);
        for (NormalGroup group : members) {
            for (long npi : group.npis()) {
                if (npi != 0) {
                    distinctNpis.add(npi);
                }
            }
        }
        return distinctNpis.size();
    }

    /** Writes a group, unless it was written before. */
    void write(NormalGroup group) throws IOException {
        Id id = group.id();
        if (groups.find(id.high(), id.low()) != IdTable.ABSENT) {
            return;
        }
        groups.add(id.high(), id.low(), 0);
        unreadableNpis += group.unreadableNpis();
        Organization organization = organizations.find(group.tin());
        if (organization != null) {
            organizations.addProviders(organization, group.npis());
        }
        tables.write(new Row(Tables.PROVIDER_GROUPS)
                .set("group_id", id.hex())
                .set("organization_uuid", organization == null ? null : organization.uuid())
                .set("tin_type", group.tin().type())
                .set("tin", group.tin().digits())
                .set("tin_text", group.tin().text())
                .set("business_name", group.tin().businessName())
                .set("npi", Arrays.stream(group.npis()).boxed().toList())
                .set("npi_count", (long) group.npiCount())
                .set("network_names", Texts.orNull(group.networks())));
    }
}
