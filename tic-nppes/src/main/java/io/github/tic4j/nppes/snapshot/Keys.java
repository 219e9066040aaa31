package io.github.tic4j.nppes.snapshot;

import java.util.Arrays;

/** Ids with where their rows are, to be sorted: the id above 35 bits of position. */
final class Keys {

    static final int POSITION_BITS = 35;

    private static final long POSITION_MASK = (1L << POSITION_BITS) - 1;
    private static final int SMALLEST = 1 << 10;

    private long[] keys = new long[SMALLEST];
    private int count;

    void add(int id, long position) {
        if (position > POSITION_MASK) {
            throw new IllegalStateException("More than 32 GiB in one file of a snapshot");
        }
        if (count == keys.length) {
            keys = Arrays.copyOf(keys, count + (count >> 1));
        }
        keys[count++] = ((long) id << POSITION_BITS) | position;
    }

    int count() {
        return count;
    }

    long key(int i) {
        return keys[i];
    }

    int id(int i) {
        return idOf(keys[i]);
    }

    static int idOf(long key) {
        return (int) (key >>> POSITION_BITS);
    }

    static long positionOf(long key) {
        return key & POSITION_MASK;
    }

    void sort() {
        Arrays.parallelSort(keys, 0, count);
    }
}
