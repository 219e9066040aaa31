package io.github.tic4j.internal.inflate;

import java.util.Arrays;

/**
 * The lookup tables of one DEFLATE block. {@link DeflateKernel} says what they are good for; here is how an entry is laid
 * out. In all of them the lowest six bits say how many bits of input to drop, so that {@code bits >>> entry} drops them.
 *
 * <pre>
 * literal/length entry                         distance entry
 *  0..5   bits to drop, with the extra bits     0..5   bits to drop, with the extra bits
 *  8..13  where the extra bits start            8..13  where the extra bits start
 * 16..20  mask of the extra bits               16..28  mask of the extra bits
 * 21..29  base of the length                   40..54  base of the distance
 * 32..33  number of literals
 * 34      LENGTH: a length follows them
 * 35      END: the block ends behind them
 * 36      RARE                                 36      RARE
 * 40..63  the literals
 * </pre>
 *
 * A RARE entry stands for codes longer than the table's index: 40..63 is where their sub-table starts, 8..13 the number
 * of its index bits. A start of 0 means that there is no such code.
 */
final class CodeTables {

    static final int LITERAL_BITS = 10;
    static final int DISTANCE_BITS = 9;
    static final long LENGTH = 1L << 34;
    static final long END = 1L << 35;
    static final long RARE = 1L << 36;

    static final int CODE_LENGTH_BITS = 7;

    private static final int CODE_LENGTH_SYMBOLS = 19;
    private static final int MAX_LENGTH = 15;
    private static final int LITERAL_SYMBOLS = 288;
    private static final int DISTANCE_SYMBOLS = 32;
    private static final long LITERAL_FIELD = -1L << 40;
    private static final long[] CODE_LENGTH_ENTRIES = codeLengthEntries();
    private static final long[] LITERAL_ENTRIES = literalEntries();
    private static final long[] DISTANCE_ENTRIES = distanceEntries();

    /** One symbol per entry, with the sub-tables behind. */
    final long[] literals = new long[(1 << LITERAL_BITS) + 512];

    /** Up to three literals, and the length behind them, per entry. */
    final long[] fused = new long[1 << LITERAL_BITS];

    /** One symbol per entry, with the sub-tables behind. */
    final long[] distances = new long[(1 << DISTANCE_BITS) + 512];

    /** Repeat count at 40..47, value at 48. */
    final long[] codeLengths = new long[1 << CODE_LENGTH_BITS];

    private final int[] count = new int[MAX_LENGTH + 1];
    private final int[] first = new int[MAX_LENGTH + 2];
    private final int[] sorted = new int[LITERAL_SYMBOLS];

    /** Fills the tables for the fixed codes. */
    void useFixedCodes() {
        byte[] lengths = new byte[LITERAL_SYMBOLS];
        Arrays.fill(lengths, 0, 144, (byte) 8);
        Arrays.fill(lengths, 144, 256, (byte) 9);
        Arrays.fill(lengths, 256, 280, (byte) 7);
        Arrays.fill(lengths, 280, 288, (byte) 8);
        useLiteralCode(lengths, LITERAL_SYMBOLS);
        Arrays.fill(lengths, (byte) 5);
        useDistanceCode(lengths, 0, DISTANCE_SYMBOLS);
    }

    /** Fills the table of the code in which a block's code lengths are written; false if the lengths do not make a code. */
    boolean useLengthCode(byte[] lengths) {
        return fill(codeLengths, CODE_LENGTH_BITS, CODE_LENGTH_ENTRIES, lengths, 0, CODE_LENGTH_SYMBOLS)
                && (first[MAX_LENGTH + 1] != 1);
    }

    /** Fills the literal and length tables; false if the lengths do not make a code. */
    boolean useLiteralCode(byte[] lengths, int symbols) {
        if (!fill(literals, LITERAL_BITS, LITERAL_ENTRIES, lengths, 0, symbols)) {
            return false;
        }
        fuse();
        return true;
    }

    /** Fills the distance table; false if the lengths do not make a code. */
    boolean useDistanceCode(byte[] lengths, int from, int symbols) {
        return fill(distances, DISTANCE_BITS, DISTANCE_ENTRIES, lengths, from, symbols);
    }

    private void fuse() {
        for (int i = 0; i < fused.length; i++) {
            long entry = literals[i];
            for (int n = 1; n <= 3 && (entry & (LENGTH | END | RARE)) == 0; n++) {
                int used = (int) entry & 63;
                long next = literals[i >>> used];
                boolean fits = used + ((int) (next >>> 8) & 63) <= LITERAL_BITS && (next & RARE) == 0;
                if (!fits || n == 3 && (next & (LENGTH | END)) == 0) {
                    break;
                }
                entry += (next & ~LITERAL_FIELD) + (next >>> 40 << 40 + 8 * n);
            }
            fused[i] = entry;
        }
    }

    /**
     * Builds the table of a canonical code. Codes come in order of length, and the table doubles by copying whenever the
     * length grows, which is cheaper than storing each short code many times.
     */
    private boolean fill(long[] table, int tableBits, long[] entries, byte[] lengths, int from, int symbols) {
        if (!sort(lengths, from, symbols)) {
            return false;
        }
        int used = first[MAX_LENGTH + 1];
        if (used < 2) {
            Arrays.fill(table, 0, 1 << tableBits, RARE);
        }
        int tableEnd = 1 << tableBits;
        int subPrefix = -1;
        int subStart = 0;
        int subSize = 0;
        int code = 0;
        int next = 0;
        int size = 1;
        for (int length = 1; next < used; length++) {
            if (length <= tableBits) {
                System.arraycopy(table, 0, table, size, size);
                size <<= 1;
            }
            for (int left = count[length]; left > 0; left--) {
                long entry = entries[sorted[next++]] + length * 0x101L;
                if (length <= tableBits) {
                    table[code] = entry;
                } else {
                    int prefix = code & (1 << tableBits) - 1;
                    if (prefix != subPrefix) {
                        int subBits = length - tableBits;
                        int space = left;
                        while (space < 1 << subBits) {
                            subBits++;
                            space = (space << 1) + count[tableBits + subBits];
                        }
                        subPrefix = prefix;
                        subStart = tableEnd;
                        subSize = 1 << subBits;
                        tableEnd += subSize;
                        table[prefix] = (long) subStart << 40 | RARE | (long) subBits << 8;
                    }
                    for (int i = code >>> tableBits; i < subSize; i += 1 << length - tableBits) {
                        table[subStart + i] = entry;
                    }
                }
                // The next code of a canonical code, in the reversed order of bits in which codes are read.
                int bit = Integer.highestOneBit(~code & (1 << length) - 1);
                code = bit == 0 ? 0 : code & bit - 1 | bit;
            }
        }
        for (; size < 1 << tableBits; size <<= 1) {
            System.arraycopy(table, 0, table, size, size);
        }
        return true;
    }

    private boolean sort(byte[] lengths, int from, int symbols) {
        Arrays.fill(count, 0);
        for (int i = 0; i < symbols; i++) {
            count[lengths[from + i]]++;
        }
        int unused = count[0];
        count[0] = 0;
        first[1] = 0;
        int space = 1;
        for (int length = 1; length <= MAX_LENGTH; length++) {
            space = (space << 1) - count[length];
            if (space < 0) {
                return false;
            }
            first[length + 1] = first[length] + count[length];
        }
        for (int i = 0; i < symbols; i++) {
            int length = lengths[from + i];
            if (length != 0) {
                sorted[first[length]++] = i;
            }
        }
        // An incomplete code is lawful only as a single code of one bit, or where nothing is coded at all.
        return space == 0 || unused == symbols || unused == symbols - 1 && count[1] == 1;
    }

    private static long[] codeLengthEntries() {
        long[] entries = new long[CODE_LENGTH_SYMBOLS];
        for (int symbol = 0; symbol < 16; symbol++) {
            entries[symbol] = (long) symbol << 48 | 1L << 40;
        }
        entries[16] = 16L << 48 | 3L << 40 | mask(2) << 16 | 2;
        entries[17] = 3L << 40 | mask(3) << 16 | 3;
        entries[18] = 11L << 40 | mask(7) << 16 | 7;
        return entries;
    }

    private static long[] literalEntries() {
        long[] entries = new long[LITERAL_SYMBOLS];
        for (int literal = 0; literal < 256; literal++) {
            entries[literal] = (long) literal << 40 | 1L << 32;
        }
        entries[256] = END;
        int base = 3;
        for (int symbol = 257; symbol < 285; symbol++) {
            int extra = Math.max(0, (symbol - 261) >> 2);
            entries[symbol] = LENGTH | (long) base << 21 | mask(extra) << 16 | extra;
            base += 1 << extra;
        }
        entries[285] = LENGTH | 258L << 21;
        entries[286] = RARE;
        entries[287] = RARE;
        return entries;
    }

    private static long[] distanceEntries() {
        long[] entries = new long[DISTANCE_SYMBOLS];
        int base = 1;
        for (int symbol = 0; symbol < 30; symbol++) {
            int extra = Math.max(0, (symbol >> 1) - 1);
            entries[symbol] = (long) base << 40 | mask(extra) << 16 | extra;
            base += 1 << extra;
        }
        entries[30] = RARE;
        entries[31] = RARE;
        return entries;
    }

    private static long mask(int bits) {
        return (1L << bits) - 1;
    }
}
