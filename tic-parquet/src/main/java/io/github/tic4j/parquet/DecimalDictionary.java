package io.github.tic4j.parquet;

import io.github.tic4j.table.Decimals;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.io.api.Binary;

/**
 * Decimals as 128-bit whole numbers at the one scale, found by open addressing without an object for a value. A scaled long
 * reaches the scale with one multiplication whose 128-bit result cannot overflow: 19 digits times 10 to the 18th.
 *
 * <p>Prices are many and come in no order, so what costs is the memory that is touched. A slot holds part of the hash, so
 * that others are passed over unseen, and the halves of a value lie side by side.
 */
final class DecimalDictionary implements ValueDictionary {

    private static final int FIRST_CAPACITY = 1 << 10;
    private static final long HASH_BITS = 0xFFFF_FFFF_0000_0000L;
    private static final long[] POWERS = new long[Decimals.SCALE + 1];

    static {
        POWERS[0] = 1;
        for (int i = 1; i < POWERS.length; i++) {
            POWERS[i] = POWERS[i - 1] * 10;
        }
    }

    /** Another one in each dictionary, so that nobody can publish prices that all hash alike. */
    private final long multiplier = ThreadLocalRandom.current().nextLong() | 1;

    private long[] values = new long[2 * FIRST_CAPACITY]; // high and low half of each
    private long[] table = new long[2 * FIRST_CAPACITY]; // half a hash, and code + 1; 0 where free
    private int size;

    /** The code of a scaled long; the scale is 0 to 18. */
    int codeOf(long unscaled, int scale) {
        long power = POWERS[Decimals.SCALE - scale];
        return codeOf128(Math.multiplyHigh(unscaled, power), unscaled * power);
    }

    @Override
    public int codeOf(Object value) {
        BigInteger unscaled = Decimals.atScale((BigDecimal) value).unscaledValue();
        return codeOf128(unscaled.shiftRight(Long.SIZE).longValue(), unscaled.longValue());
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public long bytes() {
        return (long) size * AvroSchemas.DECIMAL_BYTES;
    }

    @Override
    public void count(int[] codes, int count, Statistics<?> statistics) {
        int min = codes[0];
        int max = min;
        for (int i = 1; i < count; i++) {
            int code = codes[i];
            if (compare(code, min) < 0) {
                min = code;
            }
            if (compare(code, max) > 0) {
                max = code;
            }
        }
        count(min, statistics);
        count(max, statistics);
    }

    @Override
    public BytesInput plain() {
        ByteBuffer plain = ByteBuffer.allocate(Math.toIntExact(bytes()));
        plain.asLongBuffer().put(values, 0, 2 * size);
        return BytesInput.from(plain.array());
    }

    private int compare(int code, int other) {
        int byHigh = Long.compare(values[2 * code], values[2 * other]);
        return byHigh != 0 ? byHigh : Long.compareUnsigned(values[2 * code + 1], values[2 * other + 1]);
    }

    private void count(int code, Statistics<?> statistics) {
        ByteBuffer value = ByteBuffer.allocate(AvroSchemas.DECIMAL_BYTES);
        value.putLong(values[2 * code]).putLong(values[2 * code + 1]);
        statistics.updateStats(Binary.fromConstantByteArray(value.array()));
    }

    private int codeOf128(long high, long low) {
        long hash = hashOf(high, low);
        int slot = (int) hash & (table.length - 1);
        while (table[slot] != 0) {
            int code = (int) table[slot] - 1;
            if (((table[slot] ^ hash) & HASH_BITS) == 0 && values[2 * code] == high && values[2 * code + 1] == low) {
                return code;
            }
            slot = (slot + 1) & (table.length - 1);
        }
        return add(high, low, slot, hash);
    }

    private int add(long high, long low, int free, long hash) {
        if (2 * size == values.length) {
            grow();
            return codeOf128(high, low);
        }
        values[2 * size] = high;
        values[2 * size + 1] = low;
        table[free] = hash & HASH_BITS | ++size;
        return size - 1;
    }

    private void grow() {
        values = Arrays.copyOf(values, 2 * values.length);
        table = new long[2 * table.length];
        for (int code = 0; code < size; code++) {
            long hash = hashOf(values[2 * code], values[2 * code + 1]);
            int slot = (int) hash & (table.length - 1);
            while (table[slot] != 0) {
                slot = (slot + 1) & (table.length - 1);
            }
            table[slot] = hash & HASH_BITS | code + 1;
        }
    }

    /** Spreads a value over 64 bits; the lower half is a place, the upper half tells values of one place apart. */
    private long hashOf(long high, long low) {
        long product = (low ^ Long.rotateLeft(high, 31)) * multiplier;
        return product ^ product >>> 32;
    }
}
