package io.github.tic4j.nppes.backfill;

/** From NPI to a place in a file: open addressing in two arrays, for a map of boxed numbers would take five times the memory. */
final class OffsetMap {

    private static final int FIRST_CAPACITY = 1 << 10;
    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

    private long[] keys = new long[FIRST_CAPACITY];
    private long[] values = new long[FIRST_CAPACITY];
    private int size;

    /** The place, or -1. */
    long get(long npi) {
        int slot = slot(npi);
        return keys[slot] == npi ? values[slot] : -1;
    }

    void put(long npi, long offset) {
        int slot = slot(npi);
        if (keys[slot] == 0) {
            keys[slot] = npi;
            size++;
        }
        values[slot] = offset;
        if (2 * size > keys.length) {
            grow();
        }
    }

    int size() {
        return size;
    }

    private int slot(long npi) {
        int mask = keys.length - 1;
        int slot = (int) ((npi * MULTIPLIER) >>> 32) & mask;
        while (keys[slot] != 0 && keys[slot] != npi) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        long[] oldValues = values;
        keys = new long[2 * oldKeys.length];
        values = new long[2 * oldKeys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                values[slot] = oldValues[i];
            }
        }
    }
}
