package io.github.tic4j.parquet;

import io.github.tic4j.table.Decimals;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.io.api.Binary;

/**
 * Decimals as 128-bit whole numbers at the one scale, found by open addressing without an object for a value. A scaled long
 * reaches the scale with one multiplication whose 128-bit result cannot overflow: 19 digits times 10 to the 18th.
 */
final class DecimalDictionary implements ValueDictionary {

    private static final int FIRST_CAPACITY = 1 << 10;
    private static final long[] POWERS = new long[Decimals.SCALE + 1];

    static {
        POWERS[0] = 1;
        for (int i = 1; i < POWERS.length; i++) {
            POWERS[i] = POWERS[i - 1] * 10;
        }
    }

    private long[] high = new long[FIRST_CAPACITY];
    private long[] low = new long[FIRST_CAPACITY];
    private int[] table = new int[2 * FIRST_CAPACITY]; // code + 1 at the place of its hash, 0 where free
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
    public int compare(int code, int other) {
        int byHigh = Long.compare(high[code], high[other]);
        return byHigh != 0 ? byHigh : Long.compareUnsigned(low[code], low[other]);
    }

    @Override
    public void update(Statistics<?> statistics, int code) {
        ByteBuffer value = ByteBuffer.allocate(AvroSchemas.DECIMAL_BYTES);
        value.putLong(high[code]).putLong(low[code]);
        statistics.updateStats(Binary.fromConstantByteArray(value.array()));
    }

    @Override
    public BytesInput plain() {
        ByteBuffer values = ByteBuffer.allocate(Math.toIntExact(bytes()));
        for (int code = 0; code < size; code++) {
            values.putLong(high[code]).putLong(low[code]);
        }
        return BytesInput.from(values.array());
    }

    private int codeOf128(long hi, long lo) {
        int slot = slotOf(hi, lo);
        while (table[slot] != 0) {
            int code = table[slot] - 1;
            if (low[code] == lo && high[code] == hi) {
                return code;
            }
            slot = (slot + 1) & (table.length - 1);
        }
        return add(hi, lo, slot);
    }

    private int add(long hi, long lo, int slot) {
        if (size == high.length) {
            grow();
            return codeOf128(hi, lo);
        }
        high[size] = hi;
        low[size] = lo;
        table[slot] = ++size;
        return size - 1;
    }

    private void grow() {
        high = Arrays.copyOf(high, 2 * size);
        low = Arrays.copyOf(low, 2 * size);
        table = new int[4 * size];
        for (int code = 0; code < size; code++) {
            int slot = slotOf(high[code], low[code]);
            while (table[slot] != 0) {
                slot = (slot + 1) & (table.length - 1);
            }
            table[slot] = code + 1;
        }
    }

    private int slotOf(long hi, long lo) {
        long hash = (lo ^ Long.rotateLeft(hi, 31)) * 0x9E3779B97F4A7C15L;
        return (int) (hash ^ hash >>> 32) & (table.length - 1);
    }
}
