package io.github.tic4j.parquet;

import io.github.tic4j.table.Decimals;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.column.values.ValuesWriter;
import org.apache.parquet.column.values.plain.BooleanPlainValuesWriter;
import org.apache.parquet.column.values.plain.FixedLenByteArrayPlainValuesWriter;
import org.apache.parquet.column.values.plain.PlainValuesWriter;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.PrimitiveType;

/**
 * How single values are stored: texts and decimals as {@link Binary}, dates as days, moments as microseconds.
 *
 * @param leaf the column's type in Parquet
 */
record PlainValues(PrimitiveType leaf) {

    private static final int FIRST_SLAB = 1 << 10;
    private static final int LARGEST_SLAB = 1 << 24;

    /** The form in which Parquet stores a canonical value of a row. */
    Object stored(Object value) {
        if (value instanceof String text) {
            return Binary.fromConstantByteArray(text.getBytes(StandardCharsets.UTF_8));
        }
        if (value instanceof BigDecimal number) {
            return Binary.fromConstantByteArray(bytesOf(number));
        }
        if (value instanceof LocalDate date) {
            return Math.toIntExact(date.toEpochDay());
        }
        return value instanceof Instant moment ? (Object) microsOf(moment) : value;
    }

    ValuesWriter newWriter() {
        HeapByteBufferAllocator heap = HeapByteBufferAllocator.getInstance();
        return switch (leaf.getPrimitiveTypeName()) {
            case BOOLEAN -> new BooleanPlainValuesWriter();
            case FIXED_LEN_BYTE_ARRAY ->
                new FixedLenByteArrayPlainValuesWriter(leaf.getTypeLength(), FIRST_SLAB, LARGEST_SLAB, heap);
            default -> new PlainValuesWriter(FIRST_SLAB, LARGEST_SLAB, heap);
        };
    }

    static void write(Object stored, ValuesWriter writer) {
        if (stored instanceof Binary binary) {
            writer.writeBytes(binary);
        } else if (stored instanceof Long number) {
            writer.writeLong(number);
        } else if (stored instanceof Integer number) {
            writer.writeInteger(number);
        } else {
            writer.writeBoolean((Boolean) stored);
        }
    }

    static void update(Object stored, Statistics<?> statistics) {
        if (stored instanceof Binary binary) {
            statistics.updateStats(binary);
        } else if (stored instanceof Long number) {
            statistics.updateStats(number);
        } else if (stored instanceof Integer number) {
            statistics.updateStats(number);
        } else {
            statistics.updateStats((Boolean) stored);
        }
    }

    static long microsOf(Instant moment) {
        return Math.addExact(Math.multiplyExact(moment.getEpochSecond(), 1_000_000L), moment.getNano() / 1000);
    }

    static byte[] bytesOf(BigDecimal number) {
        byte[] digits = Decimals.atScale(number).unscaledValue().toByteArray();
        byte[] bytes = new byte[AvroSchemas.DECIMAL_BYTES];
        int pad = bytes.length - digits.length;
        Arrays.fill(bytes, 0, pad, (byte) (number.signum() < 0 ? -1 : 0));
        System.arraycopy(digits, 0, bytes, pad, digits.length);
        return bytes;
    }
}
