package io.github.tic4j.nppes.snapshot;

import java.nio.ByteBuffer;

/**
 * The {@linkplain HotRow fixed rows} of a layer as a hash table. A lookup at random costs what it waits for memory, so it is to
 * wait once: the number itself says where its row is, in one cache line of two rows, and no index is asked before.
 *
 * <p>A row stands in the bucket that its hash names or, where others came before it, as near behind as there is room; an
 * empty row ends the search. At three rows to five places, three of four rows are found in their own line and most others in
 * the next; fuller tables are searched longer, emptier ones take more room than they gain. Hashes are distinct for distinct
 * ids, and rows stand in the order of their hashes, so that a table is written from its start to its end. In front is a line
 * with the number of buckets, at the end an empty row.
 */
final class RowTable {

    static final int ROWS_PER_BUCKET = 2;
    static final int BUCKET = ROWS_PER_BUCKET * HotRow.SIZE;

    private final ByteBuffer bytes;
    private final long buckets;

    /** A table over its stored form. */
    RowTable(ByteBuffer bytes) {
        this.bytes = bytes;
        buckets = isSound(bytes) ? bytes.getInt(0) : 0;
    }

    /** Whether every search in it comes to an end. */
    boolean isSound() {
        return buckets > 0;
    }

    /** Fetches the row of an id; whether there is one. */
    boolean find(int id, StoredRow into) {
        int row = position(id);
        if (row < 0) {
            return false;
        }
        into.read(bytes, row);
        return true;
    }

    boolean contains(int id) {
        return position(id) >= 0;
    }

    /** How many buckets a table of so many rows has. */
    static int buckets(long rows) {
        return (int) (rows * 5 / 6) + 1;
    }

    /** The bucket of a hash; the greater the hash, the greater the bucket. */
    static long bucket(int hash, long buckets) {
        return (hash & 0xFFFFFFFFL) * buckets >>> Integer.SIZE;
    }

    /** Multiplication by odd numbers and a shifted copy: no two ids have the same hash. */
    static int hash(int id) {
        int product = id * 0x9E3779B1;
        return (product ^ product >>> 15) * 0x85EBCA6B;
    }

    private int position(int id) {
        int row = BUCKET + (int) bucket(hash(id), buckets) * BUCKET;
        int found = HotRow.id(bytes, row);
        while (found != id && found != HotRow.NOBODY) {
            row += HotRow.SIZE;
            found = HotRow.id(bytes, row);
        }
        return found == id ? row : -1;
    }

    private static boolean isSound(ByteBuffer bytes) {
        int end = bytes.capacity();
        return end >= 2 * BUCKET
                && end % HotRow.SIZE == 0
                && bytes.getInt(0) > 0
                && bytes.getInt(0) <= end / BUCKET - 1
                && HotRow.id(bytes, end - HotRow.SIZE) == HotRow.NOBODY;
    }
}
