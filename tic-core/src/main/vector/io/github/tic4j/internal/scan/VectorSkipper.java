package io.github.tic4j.internal.scan;

import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Sixty-four bytes at a time with the vector API. Comparisons give four masks of one bit a byte: quotes, backslashes,
 * opening and closing brackets; the rest is arithmetic on {@code long}s.
 *
 * <p>Xoring the mask of quotes with itself shifted by 1, 2, 4 ... 32 gives each bit the parity of the quotes up to it:
 * whether it lies within a string. Escaped quotes are taken out before. Where a block could close the last bracket, its
 * closing brackets are tried one by one. Two kinds of block are walked byte by byte: one with a backslash outside strings,
 * where it escapes nothing, and the last one if it has escapes, since an escaped byte may lie behind the limit.
 */
final class VectorSkipper extends BracketSkipper {

    private static final int BLOCK = Long.SIZE;
    private static final VectorSpecies<Byte> SPECIES =
            ByteVector.SPECIES_PREFERRED.length() > BLOCK ? ByteVector.SPECIES_512 : ByteVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    @Override
    int advance(byte[] bytes, int from, int limit) {
        int p = from;
        while (p < limit) {
            p = leap(bytes, p, limit);
            if (depth == 0) {
                return p;
            }
            int end = Math.min(p + BLOCK, limit);
            int closed = walk(bytes, p, end);
            if (closed >= 0) {
                return closed;
            }
            p = end;
        }
        return -1;
    }

    /** Goes on to behind the last closing bracket, or to the first block that must be walked. */
    private int leap(byte[] bytes, int from, int limit) {
        int open = depth;
        long inside = quoted ? -1 : 0;
        int p = from;
        for (; p < limit; p += BLOCK) {
            long quotes = 0;
            long backslashes = 0;
            long opening = 0;
            long closing = 0;
            for (int lane = 0; lane < BLOCK; lane += LANES) {
                ByteVector block = ByteVector.fromArray(SPECIES, bytes, p + lane);
                // Bit 5 makes one pair of brackets of two.
                ByteVector folded = block.or((byte) 0x20);
                quotes |= block.eq((byte) '"').toLong() << lane;
                backslashes |= block.eq((byte) '\\').toLong() << lane;
                opening |= folded.eq((byte) '{').toLong() << lane;
                closing |= folded.eq((byte) '}').toLong() << lane;
            }
            long strings = parity(quotes) ^ inside;
            if (backslashes != 0 || escaped) {
                long escapedBytes = escapedBytes(backslashes, escaped);
                strings = parity(quotes & ~escapedBytes) ^ inside;
                if ((backslashes & ~strings) != 0 || p + BLOCK > limit) {
                    break;
                }
                escaped = (backslashes & ~escapedBytes) < 0;
            }
            opening &= ~strings;
            closing &= ~strings;
            int last = lastClosing(opening, closing, open);
            if (last >= 0) {
                restart();
                depth = 0;
                return p + last + 1;
            }
            open += Long.bitCount(opening) - Long.bitCount(closing);
            inside = strings >> 63;
        }
        depth = open;
        quoted = inside != 0;
        return p;
    }

    /** Each bit becomes the parity of itself and all lower ones. */
    private static long parity(long bits) {
        long parity = bits ^ bits << 1;
        parity ^= parity << 2;
        parity ^= parity << 4;
        parity ^= parity << 8;
        parity ^= parity << 16;
        return parity ^ parity << 32;
    }

    /** The bytes behind each backslash that is not escaped itself. */
    private static long escapedBytes(long backslashes, boolean firstEscaped) {
        long escapedBytes = firstEscaped ? 1 : 0;
        for (long rest = backslashes; rest != 0; rest &= rest - 1) {
            long backslash = Long.lowestOneBit(rest);
            if ((backslash & escapedBytes) == 0) {
                escapedBytes |= backslash << 1;
            }
        }
        return escapedBytes;
    }

    /** Which closing bracket leaves none open, or -1. */
    private static int lastClosing(long opening, long closing, int open) {
        if (Long.bitCount(closing) < open) {
            return -1;
        }
        int left = open;
        for (long rest = closing; rest != 0; rest &= rest - 1) {
            int at = Long.numberOfTrailingZeros(rest);
            left--;
            if (left + Long.bitCount(opening & ((1L << at) - 1)) == 0) {
                return at;
            }
        }
        return -1;
    }
}
