package io.github.tic4j.normalize;

import java.util.Arrays;

/** Numbers other than zero, by open addressing. */
final class LongSet {

    private static final int FIRST_CAPACITY = 1 << 10;

    private long[] slots = new long[FIRST_CAPACITY];
    private int size;

    /** Adds a number; whether it is new. */
    boolean add(long value) {
        int slot = slotOf(value);
        while (slots[slot] != 0) {
            if (slots[slot] == value) {
                return false;
            }
            slot = slot + 1 & slots.length - 1;
        }
        slots[slot] = value;
        size++;
        if (size > slots.length - (slots.length >> 2)) {
            grow();
        }
        return true;
    }

    int size() {
        return size;
    }

    long bytes() {
        return (long) slots.length * Long.BYTES;
    }

    /** Forgets all numbers, and keeps room for so many. */
    void clear(int expected) {
        int capacity = Math.max(FIRST_CAPACITY, Integer.highestOneBit(Math.max(1, expected)) << 2);
        if (slots.length > capacity) {
            slots = new long[capacity];
        } else {
            Arrays.fill(slots, 0);
        }
        size = 0;
    }

    private void grow() {
        long[] old = slots;
        slots = new long[old.length * 2];
        for (long value : old) {
            if (value != 0) {
                int slot = slotOf(value);
                while (slots[slot] != 0) {
                    slot = slot + 1 & slots.length - 1;
                }
                slots[slot] = value;
            }
        }
    }

    private int slotOf(long value) {
        long hash = value * 0x9E3779B97F4A7C15L;
        return (int) (hash ^ hash >>> 32) & slots.length - 1;
    }
}
