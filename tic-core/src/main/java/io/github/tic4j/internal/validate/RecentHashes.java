package io.github.tic4j.internal.validate;

import java.util.Arrays;

/**
 * Remembers hashes, at least the last {@code capacity} distinct ones and at most twice as many: when one table is full it
 * becomes the older of two, and what was in the older is forgotten.
 */
public final class RecentHashes {

    private final int capacity;
    private long[] young = new long[1024];
    private long[] old = new long[0];
    private int size;
    private boolean forgetful;

    /** Remembers at least this many. */
    public RecentHashes(int capacity) {
        this.capacity = capacity;
    }

    /** Whether anything was forgotten, so that a repetition may have been missed. */
    public boolean isForgetful() {
        return forgetful;
    }

    /** Adds a hash; false if it is remembered already. */
    public boolean add(long hash) {
        long key = hash == 0 ? 1 : hash;
        if (contains(old, key) || !insert(young, key)) {
            return false;
        }
        size++;
        if (size >= capacity) {
            forgetful |= old.length > 0;
            old = young;
            young = new long[1024];
            size = 0;
        } else if (size * 2 > young.length) {
            grow();
        }
        return true;
    }

    /** Forgets everything and keeps little memory. */
    public void clear() {
        if (young.length > 1 << 12) {
            young = new long[1024];
        } else if (size > 0) {
            Arrays.fill(young, 0);
        }
        old = new long[0];
        size = 0;
        forgetful = false;
    }

    private void grow() {
        long[] larger = new long[young.length * 2];
        for (long key : young) {
            if (key != 0) {
                insert(larger, key);
            }
        }
        young = larger;
    }

    private static boolean contains(long[] table, long key) {
        if (table.length == 0) {
            return false;
        }
        int mask = table.length - 1;
        int slot = (int) key & mask;
        while (table[slot] != 0) {
            if (table[slot] == key) {
                return true;
            }
            slot = (slot + 1) & mask;
        }
        return false;
    }

    private static boolean insert(long[] table, long key) {
        int mask = table.length - 1;
        int slot = (int) key & mask;
        while (table[slot] != 0) {
            if (table[slot] == key) {
                return false;
            }
            slot = (slot + 1) & mask;
        }
        table[slot] = key;
        return true;
    }
}
