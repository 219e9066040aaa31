package io.github.tic4j.internal.scan;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Decimal digits, eight at a time in a {@code long}, without a loop whose length the processor would have to guess.
 *
 * <p>After {@code ^ 0x30}, a digit is a byte of 0 to 9; adding 0x76 sets the high bit of any other. What is carried moves
 * towards later characters only, so the first byte with a high bit is the first that is no digit. Shifting the digits to
 * the end of the block puts zeros in front of them, and three multiplications add up pairs, fours and eights.
 */
final class Digits {

    /** How many digits a block holds at most. */
    static final int BLOCK = Long.BYTES;

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ZEROS = 0x3030303030303030L;
    private static final long BEYOND_NINE = 0x7676767676767676L;
    private static final long HIGHS = 0x8080808080808080L;
    private static final long[] POWERS = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000};

    private Digits() {}

    /** The eight bytes at a position, as the other methods want them. */
    static long block(byte[] bytes, int at) {
        return (long) LONG.get(bytes, at) ^ ZEROS;
    }

    /** How many digits the block begins with: 0 to 8. */
    static int count(long block) {
        return Long.numberOfTrailingZeros(((block + BEYOND_NINE) | block) & HIGHS) >>> 3;
    }

    /** The number that the first digits of the block are; there must be at least one. */
    static long value(long block, int count) {
        long digits = block << ((BLOCK - count) << 3);
        digits = (digits * (10 << 8 | 1)) >>> 8 & 0x00FF00FF00FF00FFL;
        digits = (digits * (100 << 16 | 1)) >>> 16 & 0x0000FFFF0000FFFFL;
        return (digits * (10_000L << 32 | 1)) >>> 32;
    }

    /** Ten to the power of 0 to 8. */
    static long power(int exponent) {
        return POWERS[exponent];
    }
}
