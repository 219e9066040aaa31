package io.github.tic4j.nppes.fact;

import java.io.IOException;
import java.util.function.LongPredicate;

/** From the hash of a key to a place that is not 0: open addressing in scratch memory, at most half full. */
final class PlaceTable {

    private static final int FIRST_CAPACITY = 1 << 12;
    private static final int SLOT = 2 * Long.BYTES;
    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

    private final ScratchMemory memory;
    private long slots;
    private long capacity;
    private long size;

    PlaceTable(ScratchMemory memory) throws IOException {
        this.memory = memory;
        capacity = FIRST_CAPACITY;
        slots = memory.takeWords(2 * capacity);
    }

    /** The hash of a text key. */
    static long hash(String key) {
        long hash = key.length();
        for (int i = 0; i < key.length(); i++) {
            hash = (hash ^ key.charAt(i)) * MULTIPLIER;
            hash ^= hash >>> 29;
        }
        return hash;
    }

    /**
     * The place of a key, or 0.
     *
     * @param isSame whether what is at a place of the same hash has the key
     */
    long find(long hash, LongPredicate isSame) {
        long slot = slotOf(hash);
        for (long place = memory.word(slot + Long.BYTES); place != 0; place = memory.word(slot + Long.BYTES)) {
            if (memory.word(slot) == hash && isSame.test(place)) {
                return place;
            }
            slot = next(slot);
        }
        return 0;
    }

    /** Adds a key that is not there. */
    void add(long hash, long place) throws IOException {
        put(hash, place);
        size++;
        if (2 * size > capacity) {
            grow();
        }
    }

    long size() {
        return size;
    }

    private void put(long hash, long place) {
        long slot = slotOf(hash);
        while (memory.word(slot + Long.BYTES) != 0) {
            slot = next(slot);
        }
        memory.word(slot, hash);
        memory.word(slot + Long.BYTES, place);
    }

    private void grow() throws IOException {
        long oldSlots = slots;
        long oldCapacity = capacity;
        capacity = 2 * oldCapacity;
        slots = memory.takeWords(2 * capacity);
        for (long slot = oldSlots; slot < oldSlots + oldCapacity * SLOT; slot += SLOT) {
            if (memory.word(slot + Long.BYTES) != 0) {
                put(memory.word(slot), memory.word(slot + Long.BYTES));
            }
        }
    }

    private long slotOf(long hash) {
        return slots + ((hash * MULTIPLIER) >>> 20 & (capacity - 1)) * SLOT;
    }

    private long next(long slot) {
        return slot + SLOT == slots + capacity * SLOT ? slots : slot + SLOT;
    }
}
