package io.github.tic4j.payer;

import io.github.tic4j.payer.LinkStore.Key;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;

/** All links to one file. */
final class LinkGroup {

    private LinkText text;
    private long[] structures = new long[1];
    private int size;

    private LinkGroup(LinkText text) {
        this.text = text;
    }

    /**
     * A group as it has been written.
     *
     * @param text what its links say together
     * @param structures the structures with plans that link to it, in the order of the index
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on at once, never compared
    record Written(LinkText text, long[] structures) {

        static Written read(DataInputStream in) throws IOException {
            LinkText text = LinkText.read(in);
            long[] structures = new long[in.readInt()];
            for (int i = 0; i < structures.length; i++) {
                structures[i] = in.readLong();
            }
            return new Written(text, structures);
        }
    }

    /** Groups the links of a partition and writes the groups in the order of the index. */
    static void collect(Spill partition, LongPredicate hasPlans, Spill target) throws IOException {
        Map<Key, LinkGroup> groups = new HashMap<>();
        try (DataInputStream in = partition.read(0)) {
            for (long i = 0; i < partition.records(); i++) {
                collect(in, hasPlans, groups);
            }
        }
        List<LinkGroup> ordered = groups.values().stream()
                .sorted(Comparator.comparingLong(group -> group.text.ordinal()))
                .toList();
        for (LinkGroup group : ordered) {
            group.write(target.out());
            target.endRecord();
        }
    }

    private static void collect(DataInputStream in, LongPredicate hasPlans, Map<Key, LinkGroup> groups)
            throws IOException {
        Key key = new Key(in.readLong(), in.readLong());
        long structure = in.readLong();
        LinkGroup group = groups.get(key);
        if (in.readBoolean()) {
            LinkText text = LinkText.read(in);
            if (group == null) {
                group = new LinkGroup(text);
                groups.put(key, group);
            } else {
                group.text = group.text.and(text);
            }
        }
        if (group == null) {
            throw new IllegalStateException("A link was written without its text");
        }
        if (hasPlans.test(structure)) {
            group.add(structure);
        }
    }

    private void add(long structure) {
        // Structures come one after the other, so the same one again mostly follows at once.
        if (size > 0 && structures[size - 1] == structure) {
            return;
        }
        if (size == structures.length) {
            structures = Arrays.copyOf(structures, 2 * size);
        }
        structures[size++] = structure;
    }

    private void write(DataOutputStream out) throws IOException {
        text.write(out);
        out.writeInt(size);
        for (int i = 0; i < size; i++) {
            out.writeLong(structures[i]);
        }
    }
}
