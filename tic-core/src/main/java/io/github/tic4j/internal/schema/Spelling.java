package io.github.tic4j.internal.schema;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A text that is looked for in bytes, eight of them at a time. Up to eight bytes behind the place that is looked at are
 * read, so that much must follow whatever is compared.
 */
public final class Spelling {

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final int length;
    private final long[] blocks;
    private final long lastMask;

    Spelling(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        length = bytes.length;
        blocks = new long[Math.max(1, (length + Long.BYTES - 1) / Long.BYTES)];
        byte[] padded = Arrays.copyOf(bytes, blocks.length * Long.BYTES);
        for (int i = 0; i < blocks.length; i++) {
            blocks[i] = (long) LONG.get(padded, i * Long.BYTES);
        }
        int rest = length - (blocks.length - 1) * Long.BYTES;
        lastMask = rest == 0 ? 0 : -1L >>> (Long.SIZE - rest * Byte.SIZE);
    }

    /** How many bytes it has. */
    public int length() {
        return length;
    }

    /** Whether it stands at a position. */
    public boolean isAt(byte[] bytes, int from) {
        int last = blocks.length - 1;
        for (int i = 0; i < last; i++) {
            if ((long) LONG.get(bytes, from + i * Long.BYTES) != blocks[i]) {
                return false;
            }
        }
        return ((long) LONG.get(bytes, from + last * Long.BYTES) & lastMask) == blocks[last];
    }
}
