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
    private static final long BELOW_BRACE = ONES * (0x80 - '}');
    private static final long MIX = 0x9E3779B97F4A7C15L;
    private static final int TURN = 11;

    private static final int PREFIXES = 16;
    private static final int SLOTS = 8192;
    private static final int WAYS = 4;

    /** A price longer than this is not remembered, which bounds the memory of the cache. */
    static final int LONGEST = 2048;

    private final Prefix[] prefixes = new Prefix[PREFIXES];
    private final Prefix[] byProbe = new Prefix[64];
    private int probeAt;
    private int prefixCount;
    private int nextPrefix;
    private int nextWay;
    private long hash;
    private final @Nullable Shape[] slots = new Shape[SLOTS];
    private final Shape none = new Shape(
            new Prefix(new Literal()),
            0,
            new Literal(),
            new PriceTerms(null, null, null, null, List.of(), List.of(), null),
            true,
            null);
    private Shape last = none;
    private Prefix prefix = none.prefix;

    ShapeCache() {
        Arrays.fill(byProbe, none.prefix);
    }

    /** The length of the known prefix that stands at a position, or -1; it is then the {@link #prefix}. */
    int matchPrefix(byte[] bytes, int at) {
        if (at + probeAt + Long.BYTES > bytes.length) {
            return -1;
        }
        long probe = (long) LONG.get(bytes, at + probeAt);
        Prefix candidate = byProbe[probeSlot(probe)];
        if (candidate.probe == probe && candidate.text.standsIn(bytes, at)) {
            prefix = candidate;
            return candidate.text.length;
        }
        for (int i = 0; i < prefixCount; i++) {
            candidate = prefixes[i];
            if (candidate.probe == probe && candidate.text.standsIn(bytes, at)) {
                byProbe[probeSlot(probe)] = candidate;
                prefix = candidate;
                return candidate.text.length;
            }
        }
        return -1;
    }

    private static int probeSlot(long probe) {
        return (int) ((probe * MIX) >>> 58);
    }

    private void addPrefix(byte[] bytes) {
        Prefix fresh = new Prefix(new Literal(bytes));
        prefixes[nextPrefix] = fresh;
        prefixCount = Math.max(prefixCount, nextPrefix + 1);
        nextPrefix = (nextPrefix + 1) % PREFIXES;
        prefix = fresh;
        // Probes are read where the first and the newest prefix differ: there most of them do.
        int difference = Math.max(0, Arrays.mismatch(prefixes[0].text.bytes, bytes));
        int shortest = Integer.MAX_VALUE;
        for (int i = 0; i < prefixCount; i++) {
            shortest = Math.min(shortest, prefixes[i].text.length);
        }
        probeAt = Math.max(0, Math.min(difference, shortest - Long.BYTES));
        Arrays.fill(byProbe, none.prefix);
        for (int i = 0; i < prefixCount; i++) {
            prefixes[i].probe = prefixes[i].text.block(probeAt);
            byProbe[probeSlot(prefixes[i].probe)] = prefixes[i];
        }
    }

    /** The shape with the last matched prefix whose tail stands at a position, or {@code null}. */
    @Nullable
    Shape matchTail(byte[] bytes, int at, int limit) {
        Shape guess = last.next;
        if (guess.prefix == prefix && guess.tail.standsIn(bytes, at)) {
            last = guess;
            return guess;
        }
        int end = hashToBrace(bytes, at, limit);
        if (end < 0) {
            return null;
        }
        for (int way = 0; way < WAYS; way++) {
            Shape shape = slots[slot(hash, way)];
            if (shape == null) {
                return null;
            }
            if (shape.hash == hash
                    && shape.tail.length == end - at
                    && shape.prefix == prefix
                    && shape.tail.standsIn(bytes, at)) {
                last.next = shape;
                last = shape;
                return shape;
            }
        }
        return null;
    }

    private static int slot(long hash, int way) {
        return ((int) hash + way) & (SLOTS - 1);
    }

    /**
     * Sets the hash of the prefix and of what stands from a position to the first closing brace. Two sums are kept, of
     * every other block, since one would have to wait for itself.
     *
     * @return the position behind the brace, or -1 if there is none
     */
    private int hashToBrace(byte[] bytes, int at, int limit) {
        long even = prefix.hash;
        long odd = 0;
        for (int p = at; p < limit; p += 2 * Long.BYTES) {
            long first = (long) LONG.get(bytes, p);
            long second = (long) LONG.get(bytes, p + Long.BYTES);
            if ((((first + BELOW_BRACE) | first | (second + BELOW_BRACE) | second) & HIGHS) == 0) {
                even = Long.rotateLeft(even, TURN) + first;
                odd = Long.rotateLeft(odd, TURN) + second;
                continue;
            }
            int end = braceWithin(bytes, p);
            if (end < 0) {
                even = Long.rotateLeft(even, TURN) + first;
                odd = Long.rotateLeft(odd, TURN) + second;
                continue;
            }
            if (end - at < 2 * Long.BYTES) {
                for (int i = at; i < end; i++) {
                    odd = Long.rotateLeft(odd, TURN) + bytes[i];
                }
            } else {
                // The rest is what stands before the end, be part of it summed already or not.
                even = Long.rotateLeft(even, TURN) + (long) LONG.get(bytes, end - 2 * Long.BYTES);
                odd = Long.rotateLeft(odd, TURN) + (long) LONG.get(bytes, end - Long.BYTES);
            }
            long mixed = (even ^ odd * MIX) * MIX;
            hash = mixed ^ (mixed >>> 32);
            return end;
        }
        return -1;
    }

    /** The position behind the first closing brace of the two blocks at a position, or -1. */
    private static int braceWithin(byte[] bytes, int at) {
        long first = braces((long) LONG.get(bytes, at));
        long second = braces((long) LONG.get(bytes, at + Long.BYTES));
        if ((first | second) == 0) {
            return -1;
        }
        int ahead = first != 0
                ? Long.numberOfTrailingZeros(first) >>> 3
                : Long.BYTES + (Long.numberOfTrailingZeros(second) >>> 3);
        return at + ahead + 1;
    }

    /** Has the high bit of each byte that is a closing brace, up to the first at least. */
    private static long braces(long block) {
        long zeroed = block ^ BRACES;
        return (zeroed - ONES) & ~zeroed & HIGHS;
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
        if (matchTail(bytes, numberEnd, end) == null && hashToBrace(bytes, numberEnd, end) == end) {
            Shape shape = new Shape(
                    prefix, hash, new Literal(Arrays.copyOfRange(bytes, numberEnd, end)), terms, wanted, notes);
            slots[freeSlot()] = shape;
            last.next = shape;
            last = shape;
        }
    }

    /** A slot for the hash: an empty one, else each in turn. */
    private int freeSlot() {
        for (int way = 0; way < WAYS; way++) {
            if (slots[slot(hash, way)] == null) {
                return slot(hash, way);
            }
        }
        nextWay = (nextWay + 1) % WAYS;
        return slot(hash, nextWay);
    }

    /** What stands before a number. */
    private static final class Prefix {
        final Literal text;
        final int hash = System.identityHashCode(this);
        long probe;

        Prefix(Literal text) {
            this.text = text;
        }
    }

    /** A prefix and a tail, and what they mean. */
    static final class Shape {
        private final Prefix prefix;
        private final long hash;
        final Literal tail;
        final PriceTerms terms;
        final boolean wanted;
        final @Nullable List<Runnable> notes;

        /** The shape that stood behind this one the last time; the first guess for the next price. */
        Shape next;

        Shape(
                Prefix prefix,
                long hash,
                Literal tail,
                PriceTerms terms,
                boolean wanted,
                @Nullable List<Runnable> notes) {
            this.prefix = prefix;
            this.hash = hash;
            this.tail = tail;
            this.terms = terms;
            this.wanted = wanted;
            this.notes = notes;
            this.next = this;
        }
    }
}
