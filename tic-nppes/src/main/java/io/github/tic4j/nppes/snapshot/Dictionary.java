package io.github.tic4j.nppes.snapshot;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Numbers the words of a column from 1, in the order in which they first appear. Free-text columns have no end of misspelt
 * words, so there is a bound: a word that comes once it is reached gets no number and is stored where it stands. The common
 * ones have long been numbered by then.
 */
final class Dictionary {

    /** The number of a word that has none. */
    static final int NONE = 0;

    private static final int LONGEST = 255;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

    private final int capacity;
    private int count;
    private byte[] pool = new byte[1 << 12];
    private int[] ends = new int[1 << 8];
    /** Above the number of a word the high half of its hash, which tells most other words without looking at them. */
    private long[] slots = new long[1 << 10];

    /**
     * An empty dictionary.
     *
     * @param capacity how many words it numbers at most
     */
    Dictionary(int capacity) {
        this.capacity = capacity;
    }

    /**
     * The number of a word, or {@link #NONE} if it has none and cannot get one.
     *
     * @param bytes an array that goes on for eight bytes behind the word
     */
    int number(byte[] bytes, int from, int to) {
        int mask = slots.length - 1;
        long hash = hash(bytes, from, to);
        int slot = (int) hash & mask;
        while (slots[slot] != NONE) {
            long difference = slots[slot] ^ hash;
            int known = (int) slots[slot];
            if (difference >>> Integer.SIZE == 0 && isSame(known, bytes, from, to)) {
                return known;
            }
            slot = (slot + 1) & mask;
        }
        if (count == capacity || to - from > LONGEST) {
            return NONE;
        }
        append(bytes, from, to);
        slots[slot] = entry(hash, count);
        if (2 * count > slots.length) {
            rehash();
        }
        return count;
    }

    int count() {
        return count;
    }

    void write(OutputFile out) throws IOException {
        out.writeInt(count);
        for (int i = 0; i < count; i++) {
            int length = ends[i + 1] - ends[i];
            out.writeShort(length);
            out.write(pool, ends[i], length);
        }
    }

    /** The words of a stored dictionary, each at its number; nothing is at 0. */
    static @Nullable String[] read(ByteBuffer in) {
        int count = in.getInt();
        @Nullable String[] words = new @Nullable String[count + 1];
        byte[] word = new byte[LONGEST];
        for (int i = 1; i <= count; i++) {
            int length = in.getShort();
            in.get(word, 0, length);
            words[i] = new String(word, 0, length, StandardCharsets.UTF_8);
        }
        return words;
    }

    private void append(byte[] bytes, int from, int to) {
        int start = ends[count];
        int end = start + to - from;
        if (end + Long.BYTES > pool.length) {
            pool = Arrays.copyOf(pool, 2 * (end + Long.BYTES));
        }
        System.arraycopy(bytes, from, pool, start, to - from);
        count++;
        if (count == ends.length) {
            ends = Arrays.copyOf(ends, 2 * count);
        }
        ends[count] = end;
    }

    private void rehash() {
        slots = new long[2 * slots.length];
        int mask = slots.length - 1;
        for (int number = 1; number <= count; number++) {
            long hash = hash(pool, ends[number - 1], ends[number]);
            int slot = (int) hash & mask;
            while (slots[slot] != NONE) {
                slot = (slot + 1) & mask;
            }
            slots[slot] = entry(hash, number);
        }
    }

    private static long entry(long hash, int number) {
        return (hash >>> Integer.SIZE << Integer.SIZE) | number;
    }

    private boolean isSame(int known, byte[] bytes, int from, int to) {
        int start = ends[known - 1];
        int end = ends[known];
        if (end - start != to - from) {
            return false;
        }
        int shift = start - from;
        for (int i = from; i + Long.BYTES < to; i += Long.BYTES) {
            if ((long) LONGS.get(bytes, i) != (long) LONGS.get(pool, i + shift)) {
                return false;
            }
        }
        return last(bytes, from, to) == last(pool, start, end);
    }

    private static long hash(byte[] bytes, int from, int to) {
        long hash = (long) to - from;
        for (int i = from; i + Long.BYTES < to; i += Long.BYTES) {
            hash = mix(hash ^ (long) LONGS.get(bytes, i));
        }
        return mix(hash ^ last(bytes, from, to));
    }

    /** The last eight bytes of a word, or all of a shorter one. */
    private static long last(byte[] bytes, int from, int to) {
        int length = to - from;
        return length >= Long.BYTES
                ? (long) LONGS.get(bytes, to - Long.BYTES)
                : (long) LONGS.get(bytes, from) & ((1L << (Byte.SIZE * length)) - 1);
    }

    private static long mix(long value) {
        long product = value * MULTIPLIER;
        return product ^ (product >>> Integer.SIZE);
    }
}
