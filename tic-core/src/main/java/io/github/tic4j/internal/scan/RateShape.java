package io.github.tic4j.internal.scan;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The bytes between the ids and the prices of a rate, as the publisher's program writes them every time: what opens a
 * rate, what parts its ids, what leads from these to its prices, what parts prices, and what closes it. Learnt from a rate
 * that was read key by key; where the same bytes stand again they mean the same.
 */
final class RateShape {

    /** How much of a rate is looked at to learn from it. */
    static final int WINDOW = 4096;

    private @Nullable Literal opening;
    Literal betweenIds = new Literal((byte) ',');
    Literal beforePrices = new Literal((byte) ']');
    Literal betweenPrices = new Literal((byte) ',');
    Literal closing = new Literal((byte) ']');

    private final byte[] copy = new byte[WINDOW];
    private int copied;
    private long copyOffset;
    private boolean plain;
    private long expectedLeniencies;
    private boolean idsParted;
    private boolean pricesParted;
    private int firstId;
    private int idsEnd;
    private int firstPrice;
    private int pricesEnd;

    boolean isKnown() {
        return opening != null;
    }

    Literal opening() {
        return Objects.requireNonNull(opening);
    }

    /** Keeps the bytes of a rate that is about to be read key by key. */
    void watch(ByteScanner scanner, long leniencies) {
        expectedLeniencies = leniencies;
        copied = Math.min(WINDOW, scanner.limit - scanner.pos);
        System.arraycopy(scanner.buf, scanner.pos, copy, 0, copied);
        copyOffset = scanner.offset();
        plain = true;
        firstId = -1;
        idsEnd = -1;
        firstPrice = -1;
        pricesEnd = -1;
    }

    /** The rate has something that the quick way does not read. */
    void odd() {
        plain = false;
    }

    void id(long start, long end) {
        if (isKnown()) {
            return;
        }
        if (firstId < 0) {
            firstId = at(start);
        } else if (!idsParted && plain) {
            betweenIds = slice(idsEnd, at(start));
            idsParted = true;
        }
        plain &= firstPrice < 0;
        idsEnd = at(end);
    }

    /** A price; leniencies within it are its own affair. */
    void price(long start, long end, long leniencies) {
        expectedLeniencies += leniencies;
        if (firstPrice < 0) {
            firstPrice = at(start);
        } else if (!pricesParted && plain && pricesEnd > 0 && at(start) > 0) {
            betweenPrices = slice(pricesEnd, at(start));
            pricesParted = true;
        }
        pricesEnd = at(end);
    }

    /** The rate has been read; learns from it if it was plain. */
    void learn(long end, long leniencies) {
        int last = at(end);
        plain &= leniencies == expectedLeniencies;
        if (plain
                && firstId > 0
                && idsEnd > firstId
                && firstPrice > idsEnd
                && pricesEnd > firstPrice
                && last > pricesEnd) {
            opening = slice(0, firstId);
            beforePrices = slice(idsEnd, firstPrice);
            closing = slice(pricesEnd, last);
        }
    }

    private int at(long offset) {
        long position = offset - copyOffset;
        return position <= copied ? (int) position : -1;
    }

    private Literal slice(int from, int to) {
        if (from < 0 || to < from) {
            plain = false;
            return new Literal((byte) ',');
        }
        return new Literal(Arrays.copyOfRange(copy, from, to));
    }
}
