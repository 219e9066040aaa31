package io.github.tic4j.internal.inflate;

import static io.github.tic4j.internal.inflate.CodeTables.DISTANCE_BITS;
import static io.github.tic4j.internal.inflate.CodeTables.END;
import static io.github.tic4j.internal.inflate.CodeTables.LENGTH;
import static io.github.tic4j.internal.inflate.CodeTables.LITERAL_BITS;
import static io.github.tic4j.internal.inflate.CodeTables.RARE;

import io.github.tic4j.source.ContentException;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * KERNEL
 */
final class DeflateKernel {

    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int LITERAL_MASK = (1 << LITERAL_BITS) - 1;
    private static final int DISTANCE_MASK = (1 << DISTANCE_BITS) - 1;
    private static final int WORD = Long.BYTES;
    private static final int OUTPUT_SLACK = 320;
    private static final int HEADER_BYTES = 640;

    private enum Phase {
        BLOCK_START(HEADER_BYTES),
        STORED(1),
        CODED(4 * WORD),
        ENDED(0);

        final int bytesNeeded;

        Phase(int bytesNeeded) {
            this.bytesNeeded = bytesNeeded;
        }
    }

    private final ByteInput input;
    private final Window window;
    private final CodeTables tables = new CodeTables();

    // Between calls fewer than eight bits are held, the rest of the byte before the input's position.
    private long bits;
    private int bitCount;
    private Phase phase = Phase.BLOCK_START;
    private boolean inLastBlock;
    private int storedLeft;
    private int matchLeft;
    private int matchDistance;
    private int base;
    private int reachBeforeBase;
    private @Nullable ContentException fault;

    DeflateKernel(ByteInput input, Window window) {
        this.input = input;
        this.window = window;
    }

    void reset() {
        bits = 0;
        bitCount = 0;
        phase = Phase.BLOCK_START;
        inLastBlock = false;
        storedLeft = 0;
        matchLeft = 0;
        fault = null;
    }

    int decode(byte[] out, int offset, int length) throws IOException {
        boolean inPlace = out == window.bytes;
        base = inPlace ? offset - window.length : offset;
        reachBeforeBase = inPlace ? 0 : window.length;
        int limit = offset + length;
        int op = copyMatch(out, offset, limit);
        while (op < limit && phase != Phase.ENDED && fault == null) {
            if (!input.hasBuffered(phase.bytesNeeded) && !input.isEnded()) {
                if (op > offset) {
                    break;
                }
                input.require(phase.bytesNeeded);
            }
            switch (phase) {
                case BLOCK_START -> startBlock();
                case STORED -> op = copyStored(out, op, limit);
                default -> op = careful(out, fast(out, op, limit), limit);
            }
        }
        if (op > offset) {
            return op - offset;
        }
        if (fault != null) {
            throw fault;
        }
        return -1;
    }

    private int fast(byte[] out, int from, int limit) {
        final byte[] in = input.buffer;
        final long[] fused = tables.fused;
        final long[] distances = tables.distances;
        final int lastInput = input.limit - WORD;
        final int lastOutput = limit - OUTPUT_SLACK;
        final int base = this.base;
        long bits = this.bits;
        int n = bitCount;
        int ip = input.position;
        int op = from;
        while (op <= lastOutput && ip <= lastInput) {
            bits |= (long) LONG.get(in, ip) << n;
            ip += 63 - n >>> 3;
            n |= 56;
            long entry = fused[(int) bits & LITERAL_MASK];
            INT.set(out, op, (int) (entry >>> 40));
            op += (int) (entry >>> 32) & 3;
            if ((entry & LENGTH) == 0) {
                if ((entry & (END | RARE)) == 0) {
                    bits >>>= entry;
                    n -= (int) entry & 63;
                    continue;
                }
                if ((entry & RARE) != 0) {
                    entry = subEntry(tables.literals, LITERAL_BITS, entry, bits);
                    if (entry == 0) {
                        fault = input.malformed("DEFLATE stream is damaged: no such literal or length code");
                        break;
                    }
                    out[op] = (byte) (entry >>> 40);
                    op += (int) (entry >>> 32) & 3;
                }
                if ((entry & LENGTH) == 0) {
                    bits >>>= entry;
                    n -= (int) entry & 63;
                    if ((entry & END) != 0) {
                        endBlock();
                        break;
                    }
                    continue;
                }
            }
            int length =
                    ((int) (entry >>> 21) & 511) + ((int) (bits >>> (int) (entry >>> 8)) & (int) (entry >>> 16) & 31);
            bits >>>= entry;
            n -= (int) entry & 63;
            entry = distances[(int) bits & DISTANCE_MASK];
            if ((entry & RARE) != 0) {
                entry = subEntry(distances, DISTANCE_BITS, entry, bits);
                if (entry == 0) {
                    fault = input.malformed("DEFLATE stream is damaged: no such distance code");
                    break;
                }
            }
            int distance =
                    (int) (entry >>> 40) + ((int) (bits >>> (int) (entry >>> 8)) & (int) (entry >>> 16) & 0xffff);
            bits >>>= entry;
            n -= (int) entry & 63;
            int source = op - distance;
            int end = op + length;
            if (source < base) {
                if (distance - (op - base) > reachBeforeBase) {
                    fault = input.malformed(
                            "DEFLATE stream is damaged: distance " + distance + " reaches before the start");
                    break;
                }
                copy(out, op, length, distance);
            } else if (distance >= 32) {
                do {
                    long a = (long) LONG.get(out, source);
                    long b = (long) LONG.get(out, source + 8);
                    long c = (long) LONG.get(out, source + 16);
                    long d = (long) LONG.get(out, source + 24);
                    LONG.set(out, op, a);
                    LONG.set(out, op + 8, b);
                    LONG.set(out, op + 16, c);
                    LONG.set(out, op + 24, d);
                    op += 32;
                    source += 32;
                } while (op < end);
            } else if (distance >= 8) {
                do {
                    LONG.set(out, op, (long) LONG.get(out, source));
                    op += 8;
                    source += 8;
                } while (op < end);
            } else {
                for (; op < end; op++) {
                    out[op] = out[op - distance];
                }
            }
            op = end;
        }
        this.bits = bits;
        this.bitCount = n;
        input.position = ip;
        giveBackBytes();
        return op;
    }

    private int careful(byte[] out, int from, int limit) {
        final byte[] in = input.buffer;
        int op = from;
        while (op < limit && phase == Phase.CODED && fault == null) {
            if (limit - op > OUTPUT_SLACK && input.hasBuffered(2 * WORD)) {
                break;
            }
            if (!input.hasBuffered(WORD) && !input.isEnded()) {
                break;
            }
            refill(in);
            long entry = tables.literals[(int) bits & LITERAL_MASK];
            if ((entry & RARE) != 0) {
                entry = subEntry(tables.literals, LITERAL_BITS, entry, bits);
            }
            if (entry == 0) {
                fail("no such literal or length code");
                break;
            }
            int length =
                    ((int) (entry >>> 21) & 511) + ((int) (bits >>> (int) (entry >>> 8)) & (int) (entry >>> 16) & 31);
            drop(entry);
            if ((entry & LENGTH) != 0) {
                long code = tables.distances[(int) bits & DISTANCE_MASK];
                if ((code & RARE) != 0) {
                    code = subEntry(tables.distances, DISTANCE_BITS, code, bits);
                }
                if (code == 0) {
                    fail("no such distance code");
                    break;
                }
                matchDistance =
                        (int) (code >>> 40) + ((int) (bits >>> (int) (code >>> 8)) & (int) (code >>> 16) & 0xffff);
                drop(code);
                giveBackBytes();
                if (isOverrun()) {
                    fail("");
                    break;
                }
                if (matchDistance - (op - base) > reachBeforeBase) {
                    fail("distance " + matchDistance + " reaches before the start");
                    break;
                }
                matchLeft = length;
                op = copyMatch(out, op, limit);
                continue;
            }
            giveBackBytes();
            if (isOverrun()) {
                fail("");
                break;
            }
            if ((entry & END) != 0) {
                endBlock();
            } else {
                out[op++] = (byte) (entry >>> 40);
            }
        }
        return op;
    }

    private static long subEntry(long[] table, int tableBits, long entry, long bits) {
        int start = (int) (entry >>> 40);
        if (start == 0) {
            return 0;
        }
        int index = (int) (bits >>> tableBits) & (1 << ((int) (entry >>> 8) & 15)) - 1;
        long found = table[start + index];
        return (found & RARE) != 0 ? 0 : found;
    }

    private int copyMatch(byte[] out, int op, int limit) {
        int length = Math.min(matchLeft, limit - op);
        if (length > 0) {
            copy(out, op, length, matchDistance);
            matchLeft -= length;
        }
        return op + length;
    }

    private void copy(byte[] out, int op, int length, int distance) {
        int before = Math.min(length, distance - (op - base));
        int end = op + length;
        if (before > 0) {
            System.arraycopy(window.bytes, window.end - (distance - (op - base)), out, op, before);
            op += before;
        }
        for (; op < end; op++) {
            out[op] = out[op - distance];
        }
    }

    private int copyStored(byte[] out, int op, int limit) {
        int count = Math.min(Math.min(storedLeft, limit - op), input.limit - input.position);
        System.arraycopy(input.buffer, input.position, out, op, count);
        input.position += count;
        storedLeft -= count;
        if (storedLeft == 0) {
            endBlock();
        } else if (count == 0) {
            fault = input.truncated("DEFLATE stream ends within a stored block");
        }
        return op + count;
    }

    private void endBlock() {
        phase = inLastBlock ? Phase.ENDED : Phase.BLOCK_START;
    }

    private void startBlock() {
        inLastBlock = take(1) != 0;
        switch (take(2)) {
            case 0 -> startStored();
            case 1 -> {
                tables.useFixedCodes();
                phase = Phase.CODED;
            }
            case 2 -> startDynamic();
            default -> fail("unknown block type");
        }
        giveBackBytes();
        if (fault == null && isOverrun()) {
            fail("");
        }
    }

    private void startStored() {
        giveBackBytes();
        bits = 0;
        bitCount = 0;
        int length = take(16);
        int complement = take(16);
        if ((length ^ complement) != 0xffff) {
            fail("stored block's length and its complement differ");
        }
        storedLeft = length;
        phase = Phase.STORED;
        if (length == 0) {
            endBlock();
        }
    }

    private static final byte[] ORDER = {16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15};
    private final byte[] lengths = new byte[288 + 32 + 138];

    private void startDynamic() {
        int literalCount = take(5) + 257;
        int distanceCount = take(5) + 1;
        int codeCount = take(4) + 4;
        if (literalCount > 286 || distanceCount > 30) {
            fail("too many length or distance codes");
            return;
        }
        Arrays.fill(lengths, 0, 19, (byte) 0);
        for (int i = 0; i < codeCount; i++) {
            lengths[ORDER[i]] = (byte) take(3);
        }
        if (!tables.useLengthCode(lengths)) {
            fail("code lengths' code is not a code");
            return;
        }
        int total = literalCount + distanceCount;
        int previous = -1;
        for (int i = 0; i < total; ) {
            refill(input.buffer);
            long entry = tables.codeLengths[(int) bits & 127];
            if ((entry & RARE) != 0) {
                fail("no such code length");
                return;
            }
            int repeat =
                    ((int) (entry >>> 40) & 0xff) + ((int) (bits >>> (int) (entry >>> 8)) & (int) (entry >>> 16) & 127);
            int value = (int) (entry >>> 48);
            drop(entry);
            if (value == 16) {
                value = previous;
            }
            if (value < 0 || i + repeat > total) {
                fail("code length repeats wrongly");
                return;
            }
            if (repeat == 1) {
                lengths[i++] = (byte) value;
            } else {
                Arrays.fill(lengths, i, i + repeat, (byte) value);
                i += repeat;
            }
            previous = value;
        }
        if (lengths[256] == 0) {
            fail("no code for the end of the block");
        } else if (!tables.useDistanceCode(lengths, literalCount, distanceCount)) {
            fail("distance code is not a code");
        } else if (!tables.useLiteralCode(lengths, literalCount)) {
            fail("literal and length code is not a code");
        } else {
            phase = Phase.CODED;
        }
    }

    private int take(int count) {
        refill(input.buffer);
        int value = (int) bits & (1 << count) - 1;
        bits >>>= count;
        bitCount -= count;
        return value;
    }

    private void refill(byte[] in) {
        // Behind the end of the input stand zeros; further behind they are imagined, until isOverrun() is asked.
        if (input.position <= input.limit + WORD) {
            bits |= (long) LONG.get(in, input.position) << bitCount;
        }
        input.position += 63 - bitCount >>> 3;
        bitCount |= 56;
    }

    private void drop(long entry) {
        bits >>>= entry;
        bitCount -= (int) entry & 63;
    }

    private void giveBackBytes() {
        input.position -= bitCount >>> 3;
        bitCount &= 7;
        bits &= (1L << bitCount) - 1;
    }

    private boolean isOverrun() {
        return input.position > input.limit;
    }

    private void fail(String problem) {
        giveBackBytes();
        if (input.isEnded() && input.limit - input.position < 2) {
            fault = input.truncated("DEFLATE stream ends too early");
        } else {
            fault = input.malformed("DEFLATE stream is damaged: " + problem);
        }
    }
}
