package io.github.tic4j.normalize;

/** A whole number for each of many 128-bit hashes, by open addressing: 20 bytes a slot. Hashes count as equal just when their bits are. */
final class IdTable {

    /** What an absent hash gives. */
    static final int ABSENT = -1;

    private static final int FIRST_CAPACITY = 1 << 10;
    private static final int SLOT_BYTES = 2 * Long.BYTES + Integer.BYTES;

    private long[] high = new long[FIRST_CAPACITY];
    private long[] low = new long[FIRST_CAPACITY];
    private int[] values = new int[FIRST_CAPACITY]; // value + 1, 0 where free
    private int size;

    /** The value of a hash, or {@link #ABSENT}. */
    int find(long hi, long lo) {
        return values[slotOf(hi, lo)] - 1;
    }

    /** Adds a hash that is absent, with a value from 0 on. */
    void add(long hi, long lo, int value) {
        if (size >= values.length - (values.length >> 2)) {
            grow();
        }
        put(hi, lo, value + 1);
        size++;
    }

    int size() {
        return size;
    }

    long bytes() {
        return (long) values.length * SLOT_BYTES;
    }

    void clear() {
        high = new long[FIRST_CAPACITY];
        low = new long[FIRST_CAPACITY];
        values = new int[FIRST_CAPACITY];
        size = 0;
    }

    private void put(long hi, long lo, int stored) {
        int slot = slotOf(hi, lo);
        high[slot] = hi;
        low[slot] = lo;
        values[slot] = stored;
    }

    /** The slot of a hash, or the free one where it belongs. */
    private int slotOf(long hi, long lo) {
        long mixed = (hi ^ Long.rotateLeft(lo, 32)) * 0x9E3779B97F4A7C15L;
        int slot = (int) (mixed >>> 32) & values.length - 1;
        while (values[slot] != 0 && (low[slot] != lo || high[slot] != hi)) {
            slot = slot + 1 & values.length - 1;
        }
        return slot;
    }

    private void grow() {
        long[] oldHigh = high;
        long[] oldLow = low;
        int[] oldValues = values;
        high = new long[oldValues.length * 2];
        low = new long[oldValues.length * 2];
        values = new int[oldValues.length * 2];
        for (int i = 0; i < oldValues.length; i++) {
            if (oldValues[i] != 0) {
                put(oldHigh[i], oldLow[i], oldValues[i]);
            }
        }
    }
}
