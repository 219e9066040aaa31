package io.github.tic4j.internal.validate;

/** Numbers by number, without an object for each. A key or value of 0 cannot be stored. */
public final class LongTable {

    private long[] keys = new long[1024];
    private long[] values = new long[1024];
    private int size;

    /** How many there are. */
    public int size() {
        return size;
    }

    /** The value of a key; 0 if there is none. */
    public long get(long key) {
        return values[slot(keys, key)];
    }

    /** Sets the value of a key. */
    public void put(long key, long value) {
        int slot = slot(keys, key);
        if (values[slot] == 0) {
            keys[slot] = key;
            if (++size * 2 > keys.length) {
                values[slot] = value;
                grow();
                return;
            }
        }
        values[slot] = value;
    }

    /** Shows every key and value. */
    public void forEach(Visitor visitor) {
        for (int i = 0; i < keys.length; i++) {
            if (values[i] != 0) {
                visitor.visit(keys[i], values[i]);
            }
        }
    }

    /** Forgets everything. */
    public void clear() {
        keys = new long[1024];
        values = new long[1024];
        size = 0;
    }

    private void grow() {
        long[] largerKeys = new long[keys.length * 2];
        long[] largerValues = new long[keys.length * 2];
        for (int i = 0; i < keys.length; i++) {
            if (values[i] != 0) {
                int slot = slot(largerKeys, keys[i]);
                largerKeys[slot] = keys[i];
                largerValues[slot] = values[i];
            }
        }
        keys = largerKeys;
        values = largerValues;
    }

    private static int slot(long[] table, long key) {
        int mask = table.length - 1;
        int slot = (int) Hash64.of(key) & mask;
        while (table[slot] != 0 && table[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    /** Is shown keys and values. */
    @FunctionalInterface
    public interface Visitor {
        /** A key and its value. */
        void visit(long key, long value);
    }
}
