package io.github.tic4j.read;

import io.github.tic4j.internal.temporary.TemporaryFile;
import io.github.tic4j.source.ContentException.Location;
import io.github.tic4j.source.LimitExceededException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * Where in a {@link ByteStore} the record of an id begins, which is the id itself. A hash table of one {@code long} a slot,
 * with a part of the hash and the position; on the heap up to a limit, in a mapped temporary file beyond it. The hash
 * starts from a random number, so that nobody can publish ids that all share a slot.
 */
final class IdIndex {

    private static final int POSITION_BITS = 40;
    private static final long POSITION = (1L << POSITION_BITS) - 1;
    private static final long FREE = 0;
    private static final int MOST_SLOTS = 1 << 27;

    private final ByteStore store;
    private final long heapLimit;
    private final @Nullable Path folder;
    private final long seed = ThreadLocalRandom.current().nextLong();
    private LongBuffer slots = LongBuffer.allocate(1024);
    private int size;

    IdIndex(ByteStore store, long heapLimit, @Nullable Path folder) {
        this.store = store;
        this.heapLimit = heapLimit;
        this.folder = folder;
    }

    int size() {
        return size;
    }

    /** The position of the record of an id, or -1. */
    long find(String id) {
        return (slots.get(slot(id, hash(id))) & POSITION) - 1;
    }

    /** Says where the record of an id is, be the id new or not. */
    void put(String id, long position) throws IOException {
        if ((size + 1L) * 4 > slots.capacity() * 3L) {
            grow();
        }
        long hash = hash(id);
        int slot = slot(id, hash);
        if (slots.get(slot) == FREE) {
            size++;
        }
        slots.put(slot, entry(hash, position));
    }

    private static long entry(long hash, long position) {
        return hash & ~POSITION | position + 1;
    }

    /** The slot of an id, or the free one where it belongs. */
    private int slot(String id, long hash) {
        int slot = firstSlot(hash);
        for (long entry = slots.get(slot); entry != FREE; entry = slots.get(slot)) {
            if (((entry ^ hash) & ~POSITION) == 0 && id.equals(idAt(entry))) {
                return slot;
            }
            slot = next(slot);
        }
        return slot;
    }

    private int firstSlot(long hash) {
        return (int) hash & (slots.capacity() - 1);
    }

    private int next(int slot) {
        return (slot + 1) & (slots.capacity() - 1);
    }

    private @Nullable String idAt(long entry) {
        return store.new Reader((entry & POSITION) - 1).readText();
    }

    private long hash(String id) {
        long h = seed ^ id.length();
        for (int i = 0; i < id.length(); i++) {
            h = (h ^ id.charAt(i)) * 0x9E3779B97F4A7C15L;
            h ^= h >>> 32;
        }
        return h;
    }

    private void grow() throws IOException {
        LongBuffer old = slots;
        if (old.capacity() == MOST_SLOTS) {
            throw new LimitExceededException("ids", MOST_SLOTS, Location.of("the ids of provider references", size));
        }
        slots = newSlots(old.capacity() * 2);
        for (int i = 0; i < old.capacity(); i++) {
            long entry = old.get(i);
            if (entry != FREE) {
                int slot = firstSlot(hash(Objects.requireNonNull(idAt(entry))));
                while (slots.get(slot) != FREE) {
                    slot = next(slot);
                }
                slots.put(slot, entry);
            }
        }
    }

    private LongBuffer newSlots(int count) throws IOException {
        long bytes = (long) count * Long.BYTES;
        if (bytes <= heapLimit) {
            return LongBuffer.allocate(count);
        }
        try (FileChannel channel = TemporaryFile.open(folder, ".ids")) {
            channel.write(ByteBuffer.allocate(1), bytes - 1);
            return channel.map(MapMode.READ_WRITE, 0, bytes).asLongBuffer();
        }
    }
}
