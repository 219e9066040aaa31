package io.github.tic4j.internal.scan;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Eight bytes at a time in a {@code long}, four of these a turn, without any flag or native code.
 *
 * <p>In ASCII, {@code (block ^ c) + 0x7F7F...} has the high bit of a byte clear just where that byte is {@code c}, and
 * carries nothing into the next byte. Quotes are found so, and multiplying their high bits by 0x0101... adds them up from
 * byte to byte: the high bit of each sum says whether its byte lies within a string. Setting bit 5 makes one pair of
 * brackets of two. Those outside strings are counted, and move the depth. A turn that has a backslash or a byte beyond
 * ASCII, or that could close the last bracket, is walked byte by byte. The zeros behind the limit are neither quote nor
 * bracket, so the last turn needs no special care.
 */
final class SwarSkipper extends BracketSkipper {

    private static final int TURN = 32;
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGHS = 0x80 * ONES;
    private static final long LOWS = 0x7F * ONES;
    private static final long BIT_5 = 0x20 * ONES;
    private static final long QUOTES = ONES * '"';
    private static final long BACKSLASHES = ONES * '\\';
    private static final long OPENING = ONES * '{';
    private static final long CLOSING = ONES * '}';

    @Override
    int advance(byte[] bytes, int from, int limit) {
        int open = depth;
        long inside = quoted ? -1 : 0;
        for (int p = from; p < limit; p += TURN) {
            long within = inside;
            long plain = HIGHS;
            int opened = 0;
            int closed = 0;
            for (int q = p; q < p + TURN; q += Long.BYTES) {
                long block = (long) LONG.get(bytes, q);
                long strings = (~((block ^ QUOTES) + LOWS) & HIGHS) * ONES ^ within;
                long outside = ~strings & HIGHS;
                long folded = block | BIT_5;
                opened += Long.bitCount(~((folded ^ OPENING) + LOWS) & outside);
                closed += Long.bitCount(~((folded ^ CLOSING) + LOWS) & outside);
                plain &= ((block ^ BACKSLASHES) + LOWS) & ~block;
                within = strings >> 63;
            }
            if (plain == HIGHS && closed < open && !escaped) {
                open += opened - closed;
                inside = within;
                continue;
            }
            depth = open;
            quoted = inside != 0;
            int end = walk(bytes, p, Math.min(p + TURN, limit));
            if (end >= 0) {
                return end;
            }
            open = depth;
            inside = quoted ? -1 : 0;
        }
        depth = open;
        quoted = inside != 0;
        return -1;
    }
}
