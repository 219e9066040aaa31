package io.github.tic4j.read;

import io.github.tic4j.mrf.IdRule;
import io.github.tic4j.mrf.NpiList;
import io.github.tic4j.mrf.ProviderGroup;
import io.github.tic4j.mrf.ProviderReference;
import io.github.tic4j.mrf.Tin;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The provider references of one document, by id. A reference is a run of bytes: its groups one after the other, an NPI in
 * four bytes. One that repeats an id, in whatever spelling the rule takes for the same, points back to the one before, and
 * their groups are united.
 *
 * <p>A million groups with fifty NPIs each take about 280 MB, or the heap limit and temporary files.
 */
final class ProviderTable implements Closeable {

    private static final long SMALLEST_PACKED = 1_000_000_000L;
    private static final long LARGEST_PACKED = SMALLEST_PACKED + 0xFFFF_FFFFL;
    private static final int PACKED = 0;
    private static final int SPELT_OUT = 1;

    private final IdRule rule;
    private final ByteStore store;
    private final IdIndex index;

    ProviderTable(IdRule rule, long heapLimit, @Nullable Path folder) {
        this.rule = rule;
        store = new ByteStore(heapLimit, folder);
        index = new IdIndex(store, heapLimit / 4, folder);
    }

    /** Adds a reference; whether its id is new. One without an id is left out, since nothing can point to it. */
    boolean add(ProviderReference reference) throws IOException {
        String id = reference.id();
        if (id == null) {
            return true;
        }
        String key = rule.key(id);
        long before = index.find(key);
        long at = store.size();
        store.putText(key);
        store.putText(id.equals(key) ? null : id);
        store.putVarLong(before + 1);
        store.putText(reference.location());
        store.putVarLong(reference.byteOffset());
        store.putVarLong(reference.networkNames().size());
        for (String network : reference.networkNames()) {
            store.putText(network);
        }
        store.putVarLong(reference.groups().size());
        for (ProviderGroup group : reference.groups()) {
            put(group);
        }
        index.put(key, at);
        return before < 0;
    }

    /** The references with an id, in the order in which they were added. */
    List<ProviderReference> references(String id) {
        List<ProviderReference> references = new ArrayList<>();
        for (long at = index.find(rule.key(id)); at >= 0; ) {
            ByteStore.Reader in = store.new Reader(at);
            String key = in.readText();
            String spelling = Objects.requireNonNullElse(in.readText(), key);
            at = in.readVarLong() - 1;
            references.add(reference(spelling, in));
        }
        Collections.reverse(references);
        return references;
    }

    private static ProviderReference reference(String id, ByteStore.Reader in) {
        String location = in.readText();
        long byteOffset = in.readVarLong();
        List<String> networks = new ArrayList<>();
        for (long left = in.readVarLong(); left > 0; left--) {
            networks.add(String.valueOf(in.readText()));
        }
        List<ProviderGroup> groups = new ArrayList<>();
        for (long left = in.readVarLong(); left > 0; left--) {
            groups.add(group(in));
        }
        return new ProviderReference(id, networks, groups, location, byteOffset);
    }

    int size() {
        return index.size();
    }

    boolean isSpilled() {
        return store.isSpilled();
    }

    // ---- groups as bytes

    private void put(ProviderGroup group) throws IOException {
        Tin tin = group.tin();
        store.putText(tin.type());
        store.putText(tin.value());
        store.putText(tin.businessName());
        NpiList npis = group.npis();
        boolean packed = isPackable(npis);
        store.putByte(packed ? PACKED : SPELT_OUT);
        store.putVarLong(npis.size());
        for (int i = 0; i < npis.size(); i++) {
            if (packed) {
                store.putInt((int) (npis.at(i) - SMALLEST_PACKED));
            } else {
                store.putVarLong(npis.at(i) + 1);
                store.putText(npis.text(i));
            }
        }
    }

    private static boolean isPackable(NpiList npis) {
        for (int i = 0; i < npis.size(); i++) {
            long npi = npis.at(i);
            if (npi < SMALLEST_PACKED || npi > LARGEST_PACKED || npis.hasOddText(i)) {
                return false;
            }
        }
        return true;
    }

    private static ProviderGroup group(ByteStore.Reader in) {
        Tin tin = new Tin(in.readText(), in.readText(), in.readText());
        boolean packed = in.readByte() == PACKED;
        int count = (int) in.readVarLong();
        long[] values = new long[count];
        @Nullable String[] texts = packed ? null : new String[count];
        for (int i = 0; i < count; i++) {
            if (texts == null) {
                values[i] = SMALLEST_PACKED + (in.readInt() & 0xFFFF_FFFFL);
            } else {
                values[i] = in.readVarLong() - 1;
                texts[i] = in.readText();
            }
        }
        return new ProviderGroup(NpiList.of(values, texts), tin);
    }

    @Override
    public void close() throws IOException {
        store.close();
    }
}
