package io.github.tic4j.internal.scan;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Eight bytes at a time in a {@code long}, without any flag or native code.
 *
 * <p>In a block of ASCII, {@code (block ^ cccccccc) + 0x7F7F...} has the high bit of a byte clear just where that byte is
 * {@code c}, and nothing is carried from byte to byte. So quotes are found. Multiplying their high bits by 0x0101... adds
 * them up from byte to byte: the high bit of each sum, the parity, says whether its byte lies within a string. Setting bit
 * 5 makes one pair of brackets of two; those outside strings are counted and move the depth. A block with a backslash or a
 * byte beyond ASCII, or one that could close the last bracket, is walked byte by byte. The zeros behind the limit are
 * neither quote nor bracket, so the last block needs no special care.
 */
final class SwarSkipper extends BracketSkipper {

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int BLOCK = Long.BYTES;
    private static final long ONES = 0x0101010101010101L;
    private static final long LOWS = 0x7F7F7F7F7F7F7F7FL;
    private static final long HIGHS = 0x8080808080808080L;
    private static final long BIT_5 = 0x2020202020202020L;
    private static final long QUOTES = ONES * '"';
    private static final long BACKSLASHES = ONES * '\\';
    private static final long OPENING = ONES * '{';
    private static final long CLOSING = ONES * '}';

    @Override
    int advance(byte[] bytes, int from, int limit) {
        int p = from;
        while (p < limit) {
            p = leap(bytes, p, limit);
            int end = Math.min(p + BLOCK, limit);
            int closed = walk(bytes, p, end);
            if (closed >= 0) {
                return closed;
            }
            p = end;
        }
        return -1;
    }

    /** Goes on to the first block that must be walked. A method without calls, for the JIT's sake. */
    private int leap(byte[] bytes, int from, int limit) {
        if (escaped) {
            return from;
        }
        int open = depth;
        long inside = quoted ? -1 : 0;
        int p = from;
        for (; p < limit; p += BLOCK) {
            long block = (long) LONG.get(bytes, p);
            long strings = (~((block ^ QUOTES) + LOWS) & HIGHS) * ONES ^ inside;
            long outside = ~strings & HIGHS;
            long folded = block | BIT_5;
            int opened = Long.bitCount(~((folded ^ OPENING) + LOWS) & outside);
            int closed = Long.bitCount(~((folded ^ CLOSING) + LOWS) & outside);
            long plain = ((block ^ BACKSLASHES) + LOWS) & ~block & HIGHS;
            if (plain != HIGHS || closed >= open) {
                break;
            }
            open += opened - closed;
            inside = strings >> 63;
        }
        depth = open;
        quoted = inside != 0;
        return p;
    }
}
