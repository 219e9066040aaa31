package io.github.tic4j.internal.scan;

import io.github.tic4j.mrf.PriceTerms;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Remembers prices by their bytes. A price object is a prefix, a number and a tail; files repeat the same prefix and the
 * same tail millions of times. Where both stand again to the letter, the terms are those that were parsed the first time:
 * the same bytes in the same place mean the same, whatever they contain.
 *
 * <p>The tail ends, as a guess, at the first closing brace behind the number. If a string holds a brace, the guess cuts
 * it short, the shorter bytes equal no tail that was ever parsed, and the price takes the long way, every time.
 */
final class ShapeCache {

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x8080808080808080L;
    private static final long BRACES = ONES * '}';
    private static final long MIX = 0x9E3779B97F4A7C15L;
    private static final int TURN = 11;

    private static final int PREFIXES = 16;
    private static final int SLOTS = 4096;

    /** A price longer than this is not remembered, which bounds the memory of the cache. */
    static final int LONGEST = 2048;

    private final Prefix[] prefixes = new Prefix[PREFIXES];
    private int probeAt;
    private int prefixCount;
    private int nextPrefix;
    private long lastHash;
    private int lastTailEnd;
    private final @Nullable Shape[] slots = new Shape[SLOTS];
    private final Shape none = new Shape(
            new Prefix(new byte[0]),
            new byte[0],
            new PriceTerms(null, null, null, null, List.of(), List.of(), null),
            true,
            null);
    private Shape last = none;
    private Prefix prefix = none.prefix;

    /** The length of the known prefix that stands at a position, or -1; it is then the {@link #prefix}. */
    int matchPrefix(byte[] bytes, int at) {
        if (at + probeAt + Long.BYTES > bytes.length) {
            return -1;
        }
        Prefix guess = last.next.prefix;
        long probe = (long) LONG.get(bytes, at + probeAt);
        if (guess.probe == probe && matches(bytes, at, guess.bytes)) {
            prefix = guess;
            return guess.bytes.length;
        }
        for (int i = 0; i < prefixCount; i++) {
            Prefix candidate = prefixes[i];
            if (candidate.probe == probe && matches(bytes, at, candidate.bytes)) {
                prefix = candidate;
                return candidate.bytes.length;
            }
        }
        return -1;
    }

    private void addPrefix(byte[] bytes) {
        Prefix fresh = new Prefix(bytes);
        prefixes[nextPrefix] = fresh;
        prefixCount = Math.max(prefixCount, nextPrefix + 1);
        nextPrefix = (nextPrefix + 1) % PREFIXES;
        prefix = fresh;
        // Probes are read where the first and the newest prefix differ: there most of them do.
        int difference = Math.max(0, Arrays.mismatch(prefixes[0].bytes, bytes));
        int shortest = Integer.MAX_VALUE;
        for (int i = 0; i < prefixCount; i++) {
            shortest = Math.min(shortest, prefixes[i].bytes.length);
        }
        probeAt = Math.max(0, Math.min(difference, shortest - Long.BYTES));
        for (int i = 0; i < prefixCount; i++) {
            prefixes[i].probe = prefixes[i].probeAt(probeAt);
        }
    }

    /** The shape with the last matched prefix whose tail stands at a position, or {@code null}. */
    @Nullable
    Shape matchTail(byte[] bytes, int at, int limit) {
        Shape guess = last.next;
        if (guess.prefix == prefix && matches(bytes, at, guess.tail)) {
            last = guess;
            return guess;
        }
        long hash = prefix.hash;
        int p = at;
        while (p < limit) {
            long block = (long) LONG.get(bytes, p);
            long braces = block ^ BRACES;
            long found = (braces - ONES) & ~braces & HIGHS;
            if (found == 0) {
                hash = Long.rotateLeft(hash, TURN) + block;
                p += 8;
                continue;
            }
            int ahead = Long.numberOfTrailingZeros(found) >>> 3;
            p += ahead + 1;
            long rest = block << (56 - 8 * ahead);
            hash = (Long.rotateLeft(hash, TURN) + rest) * MIX;
            lastHash = hash ^ (hash >>> 32);
            lastTailEnd = p;
            Shape shape = slots[(int) lastHash & (SLOTS - 1)];
            if (shape != null
                    && shape.prefix == prefix
                    && shape.tail.length == p - at
                    && matches(bytes, at, shape.tail)) {
                last.next = shape;
                last = shape;
                return shape;
            }
            return null;
        }
        return null;
    }

    /** Whether the bytes stand at a position; compared eight at a time, since they are few. */
    private static boolean matches(byte[] bytes, int at, byte[] expected) {
        int length = expected.length;
        if (length < Long.BYTES || at + length > bytes.length) {
            return at + length <= bytes.length && Arrays.equals(bytes, at, at + length, expected, 0, length);
        }
        int last = length - Long.BYTES;
        if ((long) LONG.get(bytes, at + last) != (long) LONG.get(expected, last)) {
            return false;
        }
        for (int i = 0; i < last; i += Long.BYTES) {
            if ((long) LONG.get(bytes, at + i) != (long) LONG.get(expected, i)) {
                return false;
            }
        }
        return true;
    }

    /** Remembers a price whose parts stand at the given positions. */
    void learn(
            byte[] bytes,
            int start,
            int numberStart,
            int numberEnd,
            int end,
            PriceTerms terms,
            boolean wanted,
            @Nullable List<Runnable> notes) {
        if (matchPrefix(bytes, start) != numberStart - start) {
            addPrefix(Arrays.copyOfRange(bytes, start, numberStart));
        }
        lastTailEnd = -1;
        if (matchTail(bytes, numberEnd, end) == null && lastTailEnd == end) {
            Shape shape = new Shape(prefix, Arrays.copyOfRange(bytes, numberEnd, end), terms, wanted, notes);
            slots[(int) lastHash & (SLOTS - 1)] = shape;
            last.next = shape;
            last = shape;
        }
    }

    /** What stands before a number. */
    private static final class Prefix {
        final byte[] bytes;
        final int hash = System.identityHashCode(this);
        long probe;

        Prefix(byte[] bytes) {
            this.bytes = bytes;
        }

        long probeAt(int position) {
            return bytes.length < position + Long.BYTES ? 0 : (long) LONG.get(bytes, position);
        }
    }

    /** A prefix and a tail, and what they mean. */
    static final class Shape {
        private final Prefix prefix;
        final byte[] tail;
        final PriceTerms terms;
        final boolean wanted;
        final @Nullable List<Runnable> notes;

        /** The shape that stood behind this one the last time; the first guess for the next price. */
        Shape next;

        Shape(Prefix prefix, byte[] tail, PriceTerms terms, boolean wanted, @Nullable List<Runnable> notes) {
            this.prefix = prefix;
            this.tail = tail;
            this.terms = terms;
            this.wanted = wanted;
            this.notes = notes;
            this.next = this;
        }
    }
}
