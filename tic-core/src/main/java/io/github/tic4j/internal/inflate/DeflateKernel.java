package io.github.tic4j.internal.inflate;

import static io.github.tic4j.internal.inflate.CodeTables.CODE_LENGTH_BITS;
import static io.github.tic4j.internal.inflate.CodeTables.DISTANCE_BITS;
import static io.github.tic4j.internal.inflate.CodeTables.END;
import static io.github.tic4j.internal.inflate.CodeTables.LENGTH;
import static io.github.tic4j.internal.inflate.CodeTables.LITERAL_BITS;
import static io.github.tic4j.internal.inflate.CodeTables.RARE;
import static io.github.tic4j.internal.inflate.CodeTables.subEntry;

import io.github.tic4j.source.ContentException;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The kernel of this package: it decodes DEFLATE (RFC 1951) faster than the platform's native code, in plain Java. It is
 * longer and denser than our rules allow elsewhere, since nearly all of the time to read a compressed file is spent in
 * {@link #decodeFast}; what can be told apart from that loop stands in {@link CodeTables} and {@link OwnDecoder}.
 *
 * <p><b>One look-up, several symbols.</b> Price files compress to long matches with a digit or two between them. An entry
 * of the {@code fused} table holds all that its index of ten bits decides: up to three literals <em>and</em> the length
 * behind them. That halves the number of turns of the loop. Eleven or twelve bits save few turns more and cost more to
 * fill than they gain, because gzip's command line begins a new block, with new tables, every 4,096 symbols on such files.
 *
 * <p><b>No guessing.</b> What is left is bound by mispredicted branches, about twenty cycles each, so the loop has next to
 * none that depend on the data. Literals are always stored as four bytes of which zero to three count. An entry without a
 * length goes through the match all the same, as a match of length nought: its distance is masked out, no bits are
 * dropped, and bytes from {@link #NO_MATCH} back are copied to where the next turn overwrites them; the distance is large
 * so that the copy does not wait for stores that have just been made. Matches are copied in 32 bytes, or in 64 where the
 * code lengths of the block say that long matches are frequent, whatever their length. Codes longer than the tables'
 * indices, ends of blocks, overlapping matches and matches over 64 bytes branch; the first three are rare. Only where the
 * code lengths say that four symbols of five are literals does a branch pay, which leads past the match.
 *
 * <p><b>Bits.</b> {@code bits} holds the next input, lowest bit first, of which the lowest six bits of {@code n} count as
 * taken from the input; what stands above in {@code bits} is right as well but will be read again, and what stands above
 * in {@code n} is rubbish that subtracting whole entries leaves there. One refill from eight bytes of input gives at least
 * 56 bits; a turn takes at most 48 (15 + 5 for a length, 15 + 13 for a distance). Between calls fewer than eight bits are
 * kept, so that the input's position is always exact: it may be compacted, and its next byte is what follows the stream.
 *
 * <p><b>Ends.</b> The fast loop runs while eight bytes of input are there; a gzip trailer has eight, so that it usually
 * runs to the end. For the last bytes of an input {@link #decodeTail} takes one symbol at a time and checks, before it
 * delivers the symbol, that its bits were not of the zeros behind the end. The output has slack behind its limit, so no
 * match is ever cut in two. History is whatever stands before the output in the same array.
 *
 * <p><b>Limits.</b> A stream must be decoded from its start. One fault ends it. The order of bytes is little-endian by
 * construction on every machine, but only little-endian machines with fast unaligned access gain.
 *
 * <p><b>Sources.</b> RFC 1951; the ideas of several symbols per look-up from Intel's ISA-L, of the refill and of doubling
 * tables from E. Biggers' libdeflate, of keeping rubbish above the bit count from F. Giesen's "Reading bits in far too
 * many ways". The behaviour on damaged streams follows zlib, against which it is tested.
 */
final class DeflateKernel {

    /** How far behind the limit of a call the output may be written. */
    static final int OUTPUT_SLACK = 320;

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int LITERAL_MASK = (1 << LITERAL_BITS) - 1;
    private static final int DISTANCE_MASK = (1 << DISTANCE_BITS) - 1;
    private static final int CODE_LENGTH_MASK = (1 << CODE_LENGTH_BITS) - 1;

    /** A distance entry that takes no bits. */
    private static final long NO_MATCH = 2048L << 32;

    private static final String NO_SUCH_CODE = "no such code";
    private static final String TOO_FAR_BACK = "a match begins before the start";
    private static final byte[] CODE_LENGTH_ORDER = {16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15};

    private final ByteInput input;
    private final CodeTables tables = new CodeTables();
    private final byte[] lengths = new byte[288 + 32];
    private Phase phase = Phase.BLOCK_START;
    private boolean inLastBlock;
    private int storedLeft;
    private long bits;
    private int bitCount;
    private @Nullable ContentException fault;

    DeflateKernel(ByteInput input) {
        this.input = input;
    }

    /** Makes ready for the next stream. */
    void reset() {
        phase = Phase.BLOCK_START;
        bits = 0;
        bitCount = 0;
        fault = null;
    }

    /**
     * Decodes until the limit is reached or exceeded, by less than {@link #OUTPUT_SLACK}, or the buffered input is used up.
     * At least one byte is decoded, for which the input may be read. All bytes of the stream before {@code from} that can
     * be referred to must still stand there; if there are fewer than 32 KiB, the first one at 0.
     *
     * @return the number of bytes, or -1 at the end of the stream
     * @throws ContentException if the stream is damaged or ends too early and all bytes before have been reported
     */
    int decode(byte[] out, int from, int limit) throws IOException {
        int op = from;
        while (op < limit && phase != Phase.ENDED && fault == null) {
            if (input.available() < phase.bytesNeeded && !input.isEnded()) {
                if (op > from) {
                    break;
                }
                input.require(phase.bytesNeeded);
            }
            switch (phase) {
                case BLOCK_START -> startBlock();
                case STORED -> op = copyStored(out, op, limit);
                default -> op = decodeTail(out, decodeFast(out, op, limit), limit);
            }
        }
        if (op > from) {
            return op - from;
        }
        if (fault != null) {
            throw fault;
        }
        return -1;
    }

    private int decodeFast(byte[] out, int from, int limit) {
        byte[] in = input.buffer;
        int lastInput = input.limit - Long.BYTES;
        long[] fused = tables.fused;
        long[] distances = tables.distances;
        int shortMatch = tables.shortMatch;
        int always = tables.areLiteralsFrequent ? 0 : -1;
        long bits = this.bits;
        int n = bitCount;
        int ip = input.position;
        int op = from;
        String problem = null;
        while (op < limit && ip <= lastInput) {
            bits |= (long) LONG.get(in, ip) << n;
            ip += (~n & 63) >>> 3;
            n |= 56;
            long entry = fused[(int) bits & LITERAL_MASK];
            int e = (int) entry;
            INT.set(out, op, (int) (entry >>> 32));
            op += e >>> 6 & 3;
            if ((e & (RARE | END)) != 0) {
                if ((e & RARE) != 0) {
                    entry = subEntry(tables.literals, LITERAL_BITS, entry, bits);
                    e = (int) entry;
                    if (e == 0) {
                        problem = NO_SUCH_CODE;
                        break;
                    }
                    out[op] = (byte) (entry >>> 32);
                    op += e >>> 6 & 3;
                }
                if ((e & END) != 0) {
                    bits >>>= e;
                    n -= e;
                    endBlock();
                    break;
                }
            }
            if ((e | always) >= 0) {
                // With at most ten bits each, three more need no refill.
                bits >>>= e;
                n -= e;
                for (int i = 0; i < 3; i++) {
                    entry = fused[(int) bits & LITERAL_MASK];
                    e = (int) entry;
                    if ((e & (LENGTH | RARE | END)) != 0) {
                        break;
                    }
                    INT.set(out, op, (int) (entry >>> 32));
                    op += e >>> 6 & 3;
                    bits >>>= e;
                    n -= e;
                }
                continue;
            }
            int length = (e >>> 21 & 511) + ((int) (bits >>> (e >>> 8)) & e >>> 16 & 31);
            bits >>>= e;
            n -= e;
            long isMatch = e >> 31;
            entry = (distances[(int) bits & DISTANCE_MASK] & isMatch) | (NO_MATCH & ~isMatch);
            e = (int) entry;
            if ((e & RARE) != 0) {
                entry = subEntry(distances, DISTANCE_BITS, entry, bits);
                e = (int) entry;
                if (e == 0) {
                    problem = NO_SUCH_CODE;
                    break;
                }
            }
            int distance = (int) (entry >>> 32) + ((int) (bits >>> (e >>> 8)) & e >>> 16);
            bits >>>= e;
            n -= e;
            int source = op - distance;
            if ((source | distance - length) < 0) {
                if (source < 0 && length > 0) {
                    problem = TOO_FAR_BACK;
                    break;
                }
                copyOverlapping(out, op, distance, length);
            } else {
                copy32(out, source, op);
                if (length > shortMatch) {
                    copy32(out, source + 32, op + 32);
                    if (length > 64) {
                        copy32(out, source + 64, op + 64);
                        copy32(out, source + 96, op + 96);
                        if (length > 128) {
                            System.arraycopy(out, source + 128, out, op + 128, length - 128);
                        }
                    }
                }
            }
            op += length;
        }
        this.bits = bits;
        this.bitCount = n & 63;
        input.position = ip;
        giveBackBytes();
        if (problem != null) {
            fault = damaged(problem);
        }
        return op;
    }

    private static void copy32(byte[] out, int source, int target) {
        long a = (long) LONG.get(out, source);
        long b = (long) LONG.get(out, source + 8);
        long c = (long) LONG.get(out, source + 16);
        long d = (long) LONG.get(out, source + 24);
        LONG.set(out, target, a);
        LONG.set(out, target + 8, b);
        LONG.set(out, target + 16, c);
        LONG.set(out, target + 24, d);
    }

    /** Each piece copied makes the next one twice as long. */
    private static void copyOverlapping(byte[] out, int from, int distance, int length) {
        int source = from - distance;
        int end = from + length;
        for (int op = from; op < end; ) {
            int count = Math.min(op - source, end - op);
            System.arraycopy(out, source, out, op, count);
            op += count;
        }
    }

    private int decodeTail(byte[] out, int from, int limit) {
        int op = from;
        while (op < limit && phase == Phase.CODED && fault == null && isAtTail()) {
            refill();
            long entry = lookUp(tables.literals, LITERAL_BITS);
            int e = (int) entry;
            int length = (e >>> 21 & 511) + ((int) (bits >>> (e >>> 8)) & e >>> 16 & 31);
            drop(e);
            long match = (e & LENGTH) == 0 ? NO_MATCH : lookUp(tables.distances, DISTANCE_BITS);
            int m = (int) match;
            int distance = (int) (match >>> 32) + ((int) (bits >>> (m >>> 8)) & m >>> 16);
            drop(m);
            giveBackBytes();
            if (isOverrun()) {
                fault = input.truncated("DEFLATE stream ends too early");
            } else if (entry == 0 || match == 0) {
                fault = damaged(NO_SUCH_CODE);
            } else if ((e & END) != 0) {
                endBlock();
            } else if ((e & LENGTH) == 0) {
                out[op++] = (byte) (entry >>> 32);
            } else if (distance > op) {
                fault = damaged(TOO_FAR_BACK);
            } else {
                copyOverlapping(out, op, distance, length);
                op += length;
            }
        }
        return op;
    }

    private boolean isAtTail() {
        return input.isEnded() && input.available() < Long.BYTES;
    }

    private long lookUp(long[] table, int tableBits) {
        long entry = table[(int) bits & (1 << tableBits) - 1];
        return ((int) entry & RARE) == 0 ? entry : subEntry(table, tableBits, entry, bits);
    }

    private int copyStored(byte[] out, int op, int limit) {
        int count = Math.min(Math.min(storedLeft, limit - op), input.available());
        System.arraycopy(input.buffer, input.position, out, op, count);
        input.position += count;
        storedLeft -= count;
        if (storedLeft == 0) {
            endBlock();
        } else if (count == 0) {
            fault = input.truncated("DEFLATE stream ends too early");
        }
        return op + count;
    }

    private void endBlock() {
        phase = inLastBlock ? Phase.ENDED : Phase.BLOCK_START;
    }

    private void startBlock() {
        inLastBlock = take(1) != 0;
        String problem = switch (take(2)) {
            case 0 -> startStored();
            case 1 -> startFixed();
            case 2 -> startDynamic();
            default -> "unknown kind of block";
        };
        giveBackBytes();
        if (isOverrun()) {
            fault = input.truncated("DEFLATE stream ends too early");
        } else if (problem != null) {
            fault = damaged(problem);
        }
    }

    private @Nullable String startStored() {
        giveBackBytes();
        bits = 0;
        bitCount = 0;
        storedLeft = take(16);
        phase = Phase.STORED;
        return (storedLeft ^ take(16)) == 0xffff ? null : "length of a stored block does not match its complement";
    }

    private @Nullable String startFixed() {
        tables.useFixedCodes();
        phase = Phase.CODED;
        return null;
    }

    private @Nullable String startDynamic() {
        int literalCount = take(5) + 257;
        int distanceCount = take(5) + 1;
        int orderCount = take(4) + 4;
        if (literalCount > 286 || distanceCount > 30) {
            return "too many codes";
        }
        Arrays.fill(lengths, 0, CODE_LENGTH_ORDER.length, (byte) 0);
        for (int i = 0; i < orderCount; i++) {
            lengths[CODE_LENGTH_ORDER[i]] = (byte) take(3);
        }
        if (!tables.useCodeLengthCode(lengths) || !readLengths(literalCount + distanceCount)) {
            return "code lengths are wrong";
        }
        if (lengths[256] == 0) {
            return "no code for the end of the block";
        }
        if (!tables.useDistanceCode(lengths, literalCount, distanceCount)
                || !tables.useLiteralCode(lengths, literalCount)) {
            return "code lengths do not make a code";
        }
        phase = Phase.CODED;
        return null;
    }

    private boolean readLengths(int total) {
        int value = -1;
        for (int i = 0; i < total; ) {
            refill();
            long entry = tables.codeLengths[(int) bits & CODE_LENGTH_MASK];
            int e = (int) entry;
            int repeat = (int) (entry >>> 32 & 0xff) + ((int) (bits >>> (e >>> 8)) & e >>> 16);
            int symbol = (int) (entry >>> 40);
            drop(e);
            value = symbol == 16 ? value : symbol;
            if ((e & RARE) != 0 || value < 0 || i + repeat > total) {
                return false;
            }
            for (int end = i + repeat; i < end; i++) {
                lengths[i] = (byte) value;
            }
        }
        return true;
    }

    private int take(int count) {
        refill();
        int value = (int) bits & (1 << count) - 1;
        drop(count);
        return value;
    }

    private void refill() {
        // Behind the end of the input stand zeros; further behind they are imagined, until isOverrun() is asked.
        if (input.position <= input.limit + Long.BYTES) {
            bits |= (long) LONG.get(input.buffer, input.position) << bitCount;
        }
        input.position += (63 - bitCount) >>> 3;
        bitCount |= 56;
    }

    private void drop(int entry) {
        bits >>>= entry;
        bitCount -= entry & 63;
    }

    private void giveBackBytes() {
        input.position -= bitCount >>> 3;
        bitCount &= 7;
        bits &= (1L << bitCount) - 1;
    }

    private boolean isOverrun() {
        return input.position > input.limit;
    }

    private ContentException damaged(String problem) {
        return input.malformed("DEFLATE stream is damaged: " + problem);
    }

    private enum Phase {
        BLOCK_START(640),
        STORED(1),
        CODED(64),
        ENDED(0);

        /** What should be buffered: for a block's start the longest header, else what makes a call worth it. */
        final int bytesNeeded;

        Phase(int bytesNeeded) {
            this.bytesNeeded = bytesNeeded;
        }
    }
}
