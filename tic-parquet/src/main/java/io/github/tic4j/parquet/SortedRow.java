package io.github.tic4j.parquet;

import java.util.Arrays;

/**
 * A row in the form of {@link RowCodec}.
 *
 * @param bytes the whole row
 * @param keyLength how many of the bytes are the sort key
 */
@SuppressWarnings("ArrayRecordComponent") // never changed, and compared by compareTo and hasKeyOf only
record SortedRow(byte[] bytes, int keyLength) implements Comparable<SortedRow> {

    private static final long OVERHEAD = 64;

    @Override
    public int compareTo(SortedRow other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    boolean hasKeyOf(SortedRow other) {
        return Arrays.equals(bytes, 0, keyLength, other.bytes, 0, other.keyLength);
    }

    /** About what it takes in the heap. */
    long heapBytes() {
        return bytes.length + OVERHEAD;
    }
}
