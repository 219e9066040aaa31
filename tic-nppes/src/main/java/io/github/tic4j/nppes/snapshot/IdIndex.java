package io.github.tic4j.nppes.snapshot;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.IntUnaryOperator;

/**
 * From id to its place among the sorted ids. The ids of one bucket share their high bits; a directory says where each bucket
 * starts, and of each id only the low bits are kept, two bytes. With 9.5 million providers that is 19 MB and a directory of
 * 1.6 MB, and a lookup touches one line of the directory and one or two of the rest. The width of the low bits follows from
 * the number of ids, so that a bucket holds 16 to 64 ids and a small overlay has a small directory.
 */
final class IdIndex {

    private static final int NARROWEST = 4;
    private static final int WIDEST = 16;
    private static final int IDS_PER_BUCKET = 16;

    private final int shift;
    private final int remainders;
    private final ByteBuffer bytes;

    /**
     * An index over its stored form.
     *
     * @param count how many ids it holds
     */
    IdIndex(ByteBuffer bytes, int count) {
        this.bytes = bytes;
        shift = shift(count);
        remainders = (buckets(shift) + 1) * Integer.BYTES;
    }

    /** The place of an id, or -1. */
    int find(int id) {
        int bucket = id >>> shift;
        int low = bytes.getInt(bucket * Integer.BYTES);
        int high = bytes.getInt(bucket * Integer.BYTES + Integer.BYTES) - 1;
        int wanted = id & ((1 << shift) - 1);
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int found = bytes.getShort(remainders + middle * Short.BYTES) & 0xFFFF;
            if (found < wanted) {
                low = middle + 1;
            } else if (found > wanted) {
                high = middle - 1;
            } else {
                return middle;
            }
        }
        return -1;
    }

    /**
     * Writes the index of ids that are sorted and distinct.
     *
     * @param ids the id at each place
     */
    static void write(IntUnaryOperator ids, int count, OutputFile out) throws IOException {
        int shift = shift(count);
        int next = 0;
        for (int bucket = 0; bucket <= buckets(shift); bucket++) {
            while (next < count && ids.applyAsInt(next) >>> shift < bucket) {
                next++;
            }
            out.writeInt(next);
        }
        for (int i = 0; i < count; i++) {
            out.writeShort(ids.applyAsInt(i) & ((1 << shift) - 1));
        }
    }

    private static int shift(int count) {
        int wanted = Math.max(1, count / IDS_PER_BUCKET);
        int shift = NARROWEST;
        while (shift < WIDEST && buckets(shift) > wanted) {
            shift++;
        }
        return shift;
    }

    private static int buckets(int shift) {
        return (Ids.LIMIT >>> shift) + 1;
    }
}
