package io.github.tic4j.internal.scan;

import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The bytes from the end of one item to the first key of the next. Where they stand again another item begins, most likely:
 * it is a guess, and whoever uses it has to see whether it was right.
 */
final class Separator {

    private static final int LONGEST = 256;

    private final byte[] bytes;

    /** How many of the bytes stand before the opening brace of the item. */
    final int lead;

    /** How far the separator can at least be moved on where a byte stands below its last. */
    private final int[] steps = new int[256];

    private Separator(byte[] bytes, int lead) {
        this.bytes = bytes;
        this.lead = lead;
        Arrays.fill(steps, bytes.length);
        for (int i = 0; i < bytes.length - 1; i++) {
            steps[bytes[i] & 0xFF] = bytes.length - 1 - i;
        }
    }

    /** Learns from the place between two items; {@code null} if nothing there would be found again. */
    static @Nullable Separator between(PlainBytes document, long end, long next) throws IOException {
        byte[] read = new byte[LONGEST];
        int lead = (int) Math.min(LONGEST, next - end + 1);
        int count = 0;
        for (int more = 0; more >= 0 && count < LONGEST; ) {
            more = document.read(end - 1 + count, read, count, LONGEST - count);
            count += Math.max(0, more);
        }
        int open = indexOf(read, '"', lead, count);
        int close = indexOf(read, '"', open + 1, count);
        return lead < count && read[lead] == '{' && open >= 0 && close >= 0
                ? new Separator(Arrays.copyOf(read, close + 1), lead)
                : null;
    }

    private static int indexOf(byte[] bytes, char wanted, int from, int to) {
        for (int i = Math.max(from, 0); i < to; i++) {
            if (bytes[i] == wanted) {
                return i;
            }
        }
        return -1;
    }

    /** How many bytes stand between two items. */
    int gap() {
        return lead - 1;
    }

    /**
     * Goes to the next item that begins before an offset, as far as can be guessed; false if none does. What stands below
     * the last byte of the separator says how far to go on (Horspool's algorithm).
     */
    boolean find(ByteScanner scanner, long before) throws IOException {
        while (scanner.offset() + lead < before) {
            byte[] window = scanner.buf;
            int end = scanner.pos + bytes.length;
            while (end <= scanner.limit) {
                if (Arrays.equals(window, end - bytes.length, end, bytes, 0, bytes.length)) {
                    scanner.pos = end - bytes.length + lead;
                    return scanner.offset() < before;
                }
                end += steps[window[end - 1] & 0xFF];
            }
            scanner.pos = Math.min(end - bytes.length, scanner.limit);
            if (scanner.fill() < 0) {
                return false;
            }
        }
        return false;
    }
}
