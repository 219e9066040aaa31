package io.github.tic4j.testing;

import java.util.Arrays;
import java.util.List;

/**
 * The SplitMix64 generator: the same numbers from the same seed on every JDK, which a truth file relies on. Every item,
 * reference and provider set draws from a generator of its own, so that none of them has to be remembered to be written
 * again.
 */
final class MrfRandom {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long state;

    private MrfRandom(long state) {
        this.state = state;
    }

    /** The generator of the thing with this index in this stream of things. */
    static MrfRandom of(long seed, int stream, long index) {
        return new MrfRandom(mix(mix(seed + stream * GOLDEN) + index * GOLDEN));
    }

    /** Scatters the bits of a value; a bijection. */
    static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    long next() {
        state += GOLDEN;
        return mix(state);
    }

    /** A number from 0 to {@code bound - 1}. */
    int below(int bound) {
        return (int) (((next() >>> 32) * bound) >>> 32);
    }

    /** A number from {@code from} to {@code to}, both included. */
    int between(int from, int to) {
        return from + below(to - from + 1);
    }

    /** True with the given probability. */
    boolean chance(double share) {
        return share > 0 && (next() >>> 11) * 0x1.0p-53 < share;
    }

    <T> T pick(List<T> values) {
        return values.get(below(values.size()));
    }

    /**
     * Fills an array with the order in which the keys of one object are written: the numbers from nought up, shuffled in
     * the given share of cases.
     */
    int[] order(int[] keys, double shuffledShare) {
        Arrays.setAll(keys, i -> i);
        if (chance(shuffledShare)) {
            for (int i = keys.length - 1; i > 0; i--) {
                int j = below(i + 1);
                int kept = keys[i];
                keys[i] = keys[j];
                keys[j] = kept;
            }
        }
        return keys;
    }
}
