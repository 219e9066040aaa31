package io.github.tic4j.internal.inflate;

import java.util.Arrays;

/**
 * The lookup tables of one DEFLATE block. {@link DeflateKernel} says what they are good for; here is how an entry is laid
 * out. The lower half is control, of which the lowest six bits say how many bits of input to drop, so that
 * {@code bits >>> entry} drops them; the upper half is the value.
 *
 * <pre>
 *          literals and length                     distance                         code length
 *  0..5    bits to drop, extra bits included       same                             same
 *  6..7    number of literals
 *  8..13   where the extra bits start              same                             same
 * 14       RARE                                    same                             same
 * 15       END: the block ends behind the literals
 * 16..     mask of the extra bits                  same                             same
 * 21..29   base of the length
 * 31       LENGTH: a length follows the literals
 * 32..     the literals, the first one lowest      base of the distance             8 bits of repeat base, the value
 * </pre>
 *
 * A RARE entry stands for all codes that are longer than the index of the table and begin with it: its value is where
 * their sub-table starts, 8..13 is the number of the sub-table's index bits. A value of 0 means that there is no such
 * code.
 */
final class CodeTables {

    // Ten bits hold a literal or two and a length in most cases. Larger tables take longer to fill than they save.
    static final int LITERAL_BITS = 10;
    static final int DISTANCE_BITS = 8;
    static final int CODE_LENGTH_BITS = 7;

    static final int RARE = 1 << 14;
    static final int END = 1 << 15;
    static final int LENGTH = 1 << 31;

    /** What is copied in one go where matches are short. */
    static final int SHORT_COPY = 32;

    private static final int ONE_LITERAL = 1 << 6;
    private static final long CONTROL = 0xffff_ffffL;
    private static final int MAX_LENGTH = 15;
    private static final int LITERALS = 256;
    private static final int FIRST_LONG_LENGTH = 273;
    private static final long[] CODE_LENGTH_ENTRIES = codeLengthEntries();
    private static final long[] LITERAL_ENTRIES = literalEntries();
    private static final long[] DISTANCE_ENTRIES = distanceEntries();

    /** One symbol per entry, with the sub-tables behind. */
    final long[] literals = new long[(1 << LITERAL_BITS) + 512];

    /** Up to three literals, and the length behind them, per entry. */
    final long[] fused = new long[1 << LITERAL_BITS];

    /** One symbol per entry, with the sub-tables behind. */
    final long[] distances = new long[(1 << DISTANCE_BITS) + 512];

    /** For the code in which the lengths of the other codes are written. */
    final long[] codeLengths = new long[1 << CODE_LENGTH_BITS];

    /** Whether literals are so frequent that a branch which tells them from matches is mostly right. */
    boolean areLiteralsFrequent;

    /** The longest match for which one copy of {@link #SHORT_COPY} bytes is enough; -1 where long ones are frequent. */
    int shortMatch;

    private boolean areFixed;
    private final int[] count = new int[MAX_LENGTH + 1];
    private final int[] next = new int[MAX_LENGTH + 2];
    private final int[] sorted = new int[LITERAL_ENTRIES.length];
    private final long[] tails = new long[1 << LITERAL_BITS];

    /** Fills the tables for the fixed codes, unless they hold them already. */
    void useFixedCodes() {
        if (areFixed) {
            return;
        }
        byte[] lengths = new byte[LITERAL_ENTRIES.length];
        Arrays.fill(lengths, 0, 144, (byte) 8);
        Arrays.fill(lengths, 144, 256, (byte) 9);
        Arrays.fill(lengths, 256, 280, (byte) 7);
        Arrays.fill(lengths, 280, 288, (byte) 8);
        useLiteralCode(lengths, lengths.length);
        Arrays.fill(lengths, (byte) 5);
        useDistanceCode(lengths, 0, DISTANCE_ENTRIES.length);
        areFixed = true;
    }

    /** Fills the table for the code of the code lengths; false if the lengths do not make a code. */
    boolean useCodeLengthCode(byte[] lengths) {
        // Unlike the others this code must be complete even where it has one symbol only.
        return fill(codeLengths, CODE_LENGTH_BITS, CODE_LENGTH_ENTRIES, lengths, 0, CODE_LENGTH_ENTRIES.length)
                && next[MAX_LENGTH + 1] != 1;
    }

    /** Fills the literal and length tables; false if the lengths do not make a code. */
    boolean useLiteralCode(byte[] lengths, int symbols) {
        areFixed = false;
        if (!fill(literals, LITERAL_BITS, LITERAL_ENTRIES, lengths, 0, symbols)) {
            return false;
        }
        fuse(lengths);
        int matches = frequency(lengths, LITERALS + 1, symbols);
        int longMatches = frequency(lengths, FIRST_LONG_LENGTH, symbols);
        shortMatch = 5 * longMatches > matches ? -1 : SHORT_COPY;
        areLiteralsFrequent = 5 * matches < 1 << MAX_LENGTH;
        return true;
    }

    /** Fills the distance table; false if the lengths do not make a code. */
    boolean useDistanceCode(byte[] lengths, int from, int symbols) {
        areFixed = false;
        return fill(distances, DISTANCE_BITS, DISTANCE_ENTRIES, lengths, from, symbols);
    }

    /** The entry that a RARE entry leads to, or 0 if there is no such code. */
    static long subEntry(long[] table, int tableBits, long entry, long bits) {
        int start = (int) (entry >>> 32);
        int index = (int) (bits >>> tableBits) & (1 << ((int) entry >>> 8 & 15)) - 1;
        long found = table[start + index];
        return start == 0 || ((int) found & RARE) != 0 ? 0 : found;
    }

    /** How frequent some symbols are together, in 2^-15: each bit more in a code's length halves it. */
    private static int frequency(byte[] lengths, int from, int to) {
        int frequency = 0;
        for (int symbol = from; symbol < to; symbol++) {
            frequency += lengths[symbol] == 0 ? 0 : 1 << (MAX_LENGTH - lengths[symbol]);
        }
        return frequency;
    }

    /**
     * Appends to each literal what follows in the same index. That depends only on the bits left, so it is worked out once
     * per length of a literal's code: {@code tails} holds what follows in {@code width} bits from {@code 1 << width} on.
     */
    private void fuse(byte[] lengths) {
        int literalLengths = 0;
        for (int symbol = 0; symbol < LITERALS; symbol++) {
            literalLengths |= 1 << lengths[symbol];
        }
        for (int width = 1; width < LITERAL_BITS; width++) {
            if ((literalLengths & 1 << (LITERAL_BITS - width)) != 0) {
                for (int index = 0; index < 1 << width; index++) {
                    tails[(1 << width) + index] = tail(index, width);
                }
            }
        }
        tails[0] = 0;
        tails[1] = 0;
        for (int index = 0; index < fused.length; index++) {
            long entry = literals[index];
            int used = (int) entry & 63;
            int tail = ((int) entry & ONE_LITERAL) == 0 ? 0 : (1 << (LITERAL_BITS - used)) + (index >>> used);
            fused[index] = entry + tails[tail];
        }
    }

    /** What can follow a literal in so many bits: literals, at most two, then a length or the end. */
    private long tail(int index, int width) {
        long tail = 0;
        int used = 0;
        for (int literalsBefore = 1; literalsBefore <= 3; literalsBefore++) {
            long entry = literals[index >>> used];
            boolean isLiteral = ((int) entry & ONE_LITERAL) != 0;
            int codeBits = (int) (entry >>> 8) & 63;
            if (used + codeBits > width || ((int) entry & RARE) != 0 || (isLiteral && literalsBefore == 3)) {
                break;
            }
            tail += (entry & CONTROL) + (entry >>> 32 << (32 + 8 * literalsBefore));
            used += codeBits;
            if (!isLiteral) {
                break;
            }
        }
        return tail;
    }

    /**
     * Fills the table of a canonical code. Codes come in order of length, and the table doubles by copying whenever the
     * length grows, which is cheaper than storing each short code many times.
     */
    private boolean fill(long[] table, int tableBits, long[] entries, byte[] lengths, int from, int symbols) {
        if (!sort(lengths, from, symbols)) {
            return false;
        }
        int used = next[MAX_LENGTH + 1];
        if (used < 2) {
            Arrays.fill(table, 0, 1 << tableBits, RARE);
        }
        int shortCodes = next[tableBits];
        int code = 0;
        int size = 1;
        int done = 0;
        for (int length = 1; length <= tableBits; length++) {
            System.arraycopy(table, 0, table, size, size);
            size <<= 1;
            for (int end = done + count[length]; done < end; done++) {
                table[code] = entries[sorted[done]] + length * 0x101L;
                code = following(code, length);
            }
        }
        if (shortCodes < used) {
            fillSubTables(table, tableBits, entries, code);
        }
        return true;
    }

    private void fillSubTables(long[] table, int tableBits, long[] entries, int firstCode) {
        int code = firstCode;
        int done = next[tableBits];
        int tableEnd = 1 << tableBits;
        int prefix = -1;
        int start = 0;
        for (int length = tableBits + 1; length <= MAX_LENGTH; length++) {
            for (int left = count[length]; left > 0; left--) {
                if ((code & (1 << tableBits) - 1) != prefix) {
                    prefix = code & (1 << tableBits) - 1;
                    int bits = subTableBits(tableBits, length, left);
                    start = tableEnd;
                    tableEnd += 1 << bits;
                    table[prefix] = (long) start << 32 | RARE | bits << 8;
                }
                long entry = entries[sorted[done++]] + length * 0x101L;
                for (int i = start + (code >>> tableBits); i < tableEnd; i += 1 << (length - tableBits)) {
                    table[i] = entry;
                }
                code = following(code, length);
            }
        }
    }

    /** How many bits a sub-table needs whose first code has the given length, of which so many codes are left. */
    private int subTableBits(int tableBits, int length, int left) {
        int bits = length - tableBits;
        int space = left;
        while (space < 1 << bits) {
            bits++;
            space = (space << 1) + count[tableBits + bits];
        }
        return bits;
    }

    /** The next code of a canonical code, in the reversed order of bits in which codes are read; 0 behind the last. */
    private static int following(int code, int length) {
        int bit = Integer.highestOneBit(~code & (1 << length) - 1);
        return (code & (bit - 1)) | bit;
    }

    /** Sorts the symbols by the lengths of their codes; afterwards {@code next} has where each length ends. */
    private boolean sort(byte[] lengths, int from, int symbols) {
        Arrays.fill(count, 0);
        for (int i = from; i < from + symbols; i++) {
            count[lengths[i]]++;
        }
        int unused = count[0];
        count[0] = 0;
        next[1] = 0;
        int space = 1;
        for (int length = 1; length <= MAX_LENGTH; length++) {
            space = (space << 1) - count[length];
            if (space < 0) {
                return false;
            }
            next[length + 1] = next[length] + count[length];
        }
        for (int i = 0; i < symbols; i++) {
            int length = lengths[from + i];
            if (length != 0) {
                sorted[next[length]++] = i;
            }
        }
        // An incomplete code is lawful only as a single code of one bit, or where nothing is coded at all.
        return space == 0 || unused == symbols || (unused == symbols - 1 && count[1] == 1);
    }

    private static long[] codeLengthEntries() {
        long[] entries = new long[19];
        for (int symbol = 0; symbol < 16; symbol++) {
            entries[symbol] = (long) symbol << 40 | 1L << 32;
        }
        entries[16] = 16L << 40 | 3L << 32 | extra(2);
        entries[17] = 3L << 32 | extra(3);
        entries[18] = 11L << 32 | extra(7);
        return entries;
    }

    private static long[] literalEntries() {
        long[] entries = new long[288];
        for (int literal = 0; literal < LITERALS; literal++) {
            entries[literal] = (long) literal << 32 | ONE_LITERAL;
        }
        entries[256] = END;
        int base = 3;
        for (int symbol = 257; symbol < 285; symbol++) {
            int extraBits = Math.max(0, (symbol - 261) >> 2);
            entries[symbol] = (LENGTH & CONTROL) | (long) base << 21 | extra(extraBits);
            base += 1 << extraBits;
        }
        entries[285] = (LENGTH & CONTROL) | 258L << 21;
        entries[286] = RARE;
        entries[287] = RARE;
        return entries;
    }

    private static long[] distanceEntries() {
        long[] entries = new long[32];
        int base = 1;
        for (int symbol = 0; symbol < 30; symbol++) {
            int extraBits = Math.max(0, (symbol >> 1) - 1);
            entries[symbol] = (long) base << 32 | extra(extraBits);
            base += 1 << extraBits;
        }
        entries[30] = RARE;
        entries[31] = RARE;
        return entries;
    }

    private static long extra(int bits) {
        return ((1L << bits) - 1) << 16 | bits;
    }
}
