package io.github.tic4j.parquet;

import io.github.tic4j.table.ColumnType;
import io.github.tic4j.table.Decimals;
import io.github.tic4j.table.Row;
import io.github.tic4j.table.TableSchema;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows as bytes that compare, byte by byte and unsigned, as the rows do: first by the columns of the sort key, then by all
 * others. Sorting, merging and finding duplicates then never look inside.
 *
 * <p>A value is a byte 1 and its content, null a byte 0, so that null comes first. Numbers are big-endian with the sign bit
 * turned over. Texts end with two zero bytes; a zero byte inside is followed by 255. Lists are their elements and a byte 0.
 * No value's bytes are the beginning of another's, so that a text that stands again is known by them and not decoded again.
 *
 * <p>Used by one thread at a time.
 */
final class RowCodec {

    private static final int ABSENT = 0;
    private static final int PRESENT = 1;
    private static final int ESCAPED = 0xFF;

    private final TableSchema schema;
    private final int[] order;
    private final int keyColumns;
    private final Memo[] memos;
    private byte[] buffer = new byte[1 << 10];
    private int length;
    private byte[] input = {};
    private int position;

    /** A codec of a table's rows that sorts by the columns named, then by the others. */
    RowCodec(TableSchema schema, List<String> key) {
        this.schema = schema;
        List<Integer> columns = new ArrayList<>();
        key.forEach(column -> columns.add(schema.indexOf(column)));
        for (int i = 0; i < schema.columns().size(); i++) {
            if (!columns.contains(i)) {
                columns.add(i);
            }
        }
        this.order = columns.stream().mapToInt(Integer::intValue).toArray();
        this.keyColumns = key.size();
        this.memos = new Memo[order.length];
        Arrays.setAll(memos, i -> new Memo());
    }

    SortedRow encode(Row row) {
        length = 0;
        int keyLength = 0;
        for (int i = 0; i < order.length; i++) {
            if (i == keyColumns) {
                keyLength = length;
            }
            encode(row.value(order[i]), memos[i]);
        }
        return new SortedRow(Arrays.copyOf(buffer, length), keyColumns == order.length ? length : keyLength);
    }

    private void encode(@Nullable Object value, Memo memo) {
        if (!(value instanceof String)) {
            write(value);
        } else if (value == memo.text) {
            append(memo.bytes);
        } else {
            int start = length;
            write(value);
            memo.text = value;
            memo.bytes = Arrays.copyOfRange(buffer, start, length);
        }
    }

    Row decode(SortedRow sorted) {
        input = sorted.bytes();
        position = 0;
        Row row = new Row(schema);
        for (int i = 0; i < order.length; i++) {
            ColumnType type = schema.columns().get(order[i]).type();
            row.set(order[i], type == ColumnType.TEXT ? decodeText(memos[i]) : read(type));
        }
        return row;
    }

    private @Nullable Object decodeText(Memo memo) {
        int start = position;
        int end = start + memo.bytes.length;
        if (end <= input.length && Arrays.equals(input, start, end, memo.bytes, 0, memo.bytes.length)) {
            position = end;
            return memo.text;
        }
        Object text = read(ColumnType.TEXT);
        if (text != null) {
            memo.text = text;
            memo.bytes = Arrays.copyOfRange(input, start, position);
        }
        return text;
    }

    private void write(@Nullable Object value) {
        if (value == null) {
            append(ABSENT);
            return;
        }
        append(PRESENT);
        if (value instanceof String text) {
            writeText(text);
        } else if (value instanceof Long number) {
            writeLong(number);
        } else if (value instanceof BigDecimal number) {
            byte[] bytes = PlainValues.bytesOf(number);
            bytes[0] ^= Byte.MIN_VALUE;
            append(bytes);
        } else if (value instanceof LocalDate date) {
            writeLong(date.toEpochDay());
        } else if (value instanceof Instant moment) {
            writeLong(PlainValues.microsOf(moment));
        } else if (value instanceof Boolean bool) {
            append(bool ? 1 : 0);
        } else {
            ((List<?>) value).forEach(this::write);
            append(ABSENT);
        }
    }

    private void writeText(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (text.indexOf(0) < 0) {
            append(bytes);
        } else {
            for (byte b : bytes) {
                append(b);
                if (b == 0) {
                    append(ESCAPED);
                }
            }
        }
        append(0);
        append(0);
    }

    private void writeLong(long number) {
        reserve(Long.BYTES);
        ByteBuffer.wrap(buffer).putLong(length, number ^ Long.MIN_VALUE);
        length += Long.BYTES;
    }

    private void append(int b) {
        reserve(1);
        buffer[length++] = (byte) b;
    }

    private void append(byte[] bytes) {
        reserve(bytes.length);
        System.arraycopy(bytes, 0, buffer, length, bytes.length);
        length += bytes.length;
    }

    private void reserve(int count) {
        if (buffer.length - length < count) {
            buffer = Arrays.copyOf(buffer, Math.max(2 * buffer.length, length + count));
        }
    }

    private @Nullable Object read(ColumnType type) {
        if (input[position++] == ABSENT) {
            return null;
        }
        return switch (type) {
            case TEXT -> readText();
            case LONG -> readLong();
            case DECIMAL -> readDecimal();
            case DATE -> LocalDate.ofEpochDay(readLong());
            case TIMESTAMP -> Instant.EPOCH.plus(readLong(), ChronoUnit.MICROS);
            case BOOL -> input[position++] == 1;
            case TEXT_LIST -> readList(ColumnType.TEXT);
            case LONG_LIST -> readList(ColumnType.LONG);
        };
    }

    private String readText() {
        int start = position;
        int end = start;
        boolean escaped = false;
        while (input[end] != 0 || input[end + 1] == (byte) ESCAPED) {
            escaped |= input[end] == 0;
            end += input[end] == 0 ? 2 : 1;
        }
        position = end + 2;
        return escaped
                ? unescaped(Arrays.copyOfRange(input, start, end))
                : new String(input, start, end - start, StandardCharsets.UTF_8);
    }

    private static String unescaped(byte[] bytes) {
        int length = 0;
        for (int i = 0; i < bytes.length; i++) {
            bytes[length++] = bytes[i];
            i += bytes[i] == 0 ? 1 : 0;
        }
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    private long readLong() {
        long number = ByteBuffer.wrap(input).getLong(position) ^ Long.MIN_VALUE;
        position += Long.BYTES;
        return number;
    }

    private BigDecimal readDecimal() {
        byte[] bytes = Arrays.copyOfRange(input, position, position + AvroSchemas.DECIMAL_BYTES);
        position += bytes.length;
        bytes[0] ^= Byte.MIN_VALUE;
        return new BigDecimal(new BigInteger(bytes), Decimals.SCALE);
    }

    private List<Object> readList(ColumnType element) {
        List<Object> list = new ArrayList<>();
        for (Object next = read(element); next != null; next = read(element)) {
            list.add(next);
        }
        return list;
    }

    /** The last text of a column, and its bytes. */
    private static final class Memo {
        private @Nullable Object text;
        private byte[] bytes = {ABSENT};
    }
}
