package io.github.tic4j.internal.scan;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Goes from one element or key to the next where the window holds both, past commas and indentation. */
final class Blanks {

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long TABS = 0x0909090909090909L;
    private static final long SPACES = 0x2020202020202020L;

    private Blanks() {}

    /** As {@link ByteScanner#more}, which it asks where anything is not as usual. */
    static boolean more(ByteScanner scanner, int close, boolean first) throws IOException {
        byte[] buf = scanner.buf;
        int p = scanner.pos;
        boolean comma = !first && buf[p] == ',';
        int next = skip(buf, comma ? p + 1 : p);
        byte b = buf[next];
        if (next < scanner.limit) {
            if (b == close && !comma) {
                scanner.pos = next + 1;
                return false;
            }
            if ((comma || first) && b > ' ' && b != ',' && b != ']' && b != '}') {
                scanner.pos = next;
                return true;
            }
        }
        return scanner.more(close, first);
    }

    /** The position behind white space; at most the end of the window and some bytes. */
    private static int skip(byte[] buf, int from) {
        int p = from;
        while (buf[p] <= ' ' && buf[p] > 0) {
            byte b = buf[p];
            if (b == '\n' || b == '\r') {
                p++;
            } else if (b == '\t') {
                p += run((long) LONG.get(buf, p) ^ TABS);
            } else if (b == ' ') {
                p += run((long) LONG.get(buf, p) ^ SPACES);
            } else {
                return p;
            }
        }
        return p;
    }

    /** How many of the first bytes are zero. */
    private static int run(long differences) {
        return Long.numberOfTrailingZeros(differences) >>> 3;
    }
}
