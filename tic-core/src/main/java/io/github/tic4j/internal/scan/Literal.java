package io.github.tic4j.internal.scan;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Bytes that are expected to stand somewhere, compared eight at a time. The last eight are compared from the end, so that
 * no length needs a remainder, and blocks are taken in fours, since a loop with few lengths is guessed better.
 */
final class Literal {

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int STEP = 4 * Long.BYTES;

    final byte[] bytes;
    final int length;
    private final long head;
    private final long headMask;

    Literal(byte... bytes) {
        this.bytes = bytes;
        this.length = bytes.length;
        byte[] padded = Arrays.copyOf(bytes, Math.max(length, Long.BYTES));
        this.head = (long) LONG.get(padded, 0);
        this.headMask = length >= Long.BYTES ? -1 : (1L << (Byte.SIZE * length)) - 1;
    }

    /** Whether the bytes stand at a position of a scanner's buffer, before or within the slack behind its limit. */
    boolean standsIn(byte[] buf, int at) {
        return (((long) LONG.get(buf, at) ^ head) & headMask) == 0 && (length <= Long.BYTES || restStandsIn(buf, at));
    }

    private boolean restStandsIn(byte[] buf, int at) {
        if (at + length > buf.length) {
            return false;
        }
        int last = length - Long.BYTES;
        for (int i = 0; i <= last; i += STEP) {
            long difference = difference(buf, at, i)
                    | difference(buf, at, Math.min(i + Long.BYTES, last))
                    | difference(buf, at, Math.min(i + 2 * Long.BYTES, last))
                    | difference(buf, at, Math.min(i + 3 * Long.BYTES, last));
            if (difference != 0) {
                return false;
            }
        }
        return difference(buf, at, last) == 0;
    }

    private long difference(byte[] buf, int at, int i) {
        return (long) LONG.get(buf, at + i) ^ (long) LONG.get(bytes, i);
    }

    /** The eight bytes from a position on, or 0 if there are fewer. */
    long block(int at) {
        return at + Long.BYTES > length ? 0 : (long) LONG.get(bytes, at);
    }
}
