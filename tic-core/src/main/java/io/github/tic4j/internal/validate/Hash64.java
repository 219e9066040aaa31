package io.github.tic4j.internal.validate;

import org.jspecify.annotations.Nullable;

/** Hashes of 64 bits, the same in every run, good enough to stand for a value among some millions. */
public final class Hash64 {

    private static final long SEED = 0x9E3779B97F4A7C15L;

    private Hash64() {}

    /** Spreads a number over all bits. */
    public static long of(long value) {
        long h = (value ^ (value >>> 32)) * 0xD6E8FEB86659FD93L;
        h = (h ^ (h >>> 32)) * 0xD6E8FEB86659FD93L;
        return h ^ (h >>> 32);
    }

    /** The hash of a sequence that goes on with a value. */
    public static long then(long hash, long value) {
        return of(hash * 31 + value + SEED);
    }

    /** The hash of a text; {@code null} has one of its own. */
    public static long of(@Nullable String text) {
        if (text == null) {
            return SEED;
        }
        long h = text.length();
        for (int i = 0; i < text.length(); i++) {
            h = (h ^ text.charAt(i)) * 0x100000001B3L;
            h ^= h >>> 29;
        }
        return of(h);
    }
}
