package io.github.tic4j.parquet;

import io.github.tic4j.table.ColumnType;
import io.github.tic4j.table.Decimals;
import io.github.tic4j.table.Row;
import io.github.tic4j.table.TableSchema;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows as bytes that compare, byte by byte and unsigned, as the rows do: first by the columns of the sort key, then by all
 * others. Sorting, merging and finding duplicates then never look inside.
 *
 * <p>A value is a byte 1 and its content, null a byte 0, so that null comes first. Numbers are big-endian with the sign bit
 * turned over. Texts end with two zero bytes; a zero byte inside is followed by 255. Lists are their elements and a byte 0.
 */
final class RowCodec {

    private static final int ABSENT = 0;
    private static final int PRESENT = 1;
    private static final int ESCAPED = 0xFF;

    private final TableSchema schema;
    private final int[] order;
    private final int keyColumns;

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
    }

    SortedRow encode(Row row) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(256);
        int keyLength = 0;
        for (int i = 0; i < order.length; i++) {
            if (i == keyColumns) {
                keyLength = out.size();
            }
            write(row.value(order[i]), out);
        }
        return new SortedRow(out.toByteArray(), keyColumns == order.length ? out.size() : keyLength);
    }

    Row decode(SortedRow sorted) {
        ByteBuffer in = ByteBuffer.wrap(sorted.bytes());
        Row row = new Row(schema);
        for (int column : order) {
            row.set(column, read(schema.columns().get(column).type(), in));
        }
        return row;
    }

    private static void write(@Nullable Object value, ByteArrayOutputStream out) {
        if (value == null) {
            out.write(ABSENT);
            return;
        }
        out.write(PRESENT);
        if (value instanceof String text) {
            writeText(text, out);
        } else if (value instanceof Long number) {
            writeLong(number, out);
        } else if (value instanceof BigDecimal number) {
            byte[] bytes = PlainValues.bytesOf(number);
            bytes[0] ^= Byte.MIN_VALUE;
            out.writeBytes(bytes);
        } else if (value instanceof LocalDate date) {
            writeLong(date.toEpochDay(), out);
        } else if (value instanceof Instant moment) {
            writeLong(PlainValues.microsOf(moment), out);
        } else if (value instanceof Boolean bool) {
            out.write(bool ? 1 : 0);
        } else {
            ((List<?>) value).forEach(element -> write(element, out));
            out.write(ABSENT);
        }
    }

    private static void writeText(String text, ByteArrayOutputStream out) {
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            out.write(b);
            if (b == 0) {
                out.write(ESCAPED);
            }
        }
        out.write(0);
        out.write(0);
    }

    private static void writeLong(long number, ByteArrayOutputStream out) {
        out.writeBytes(
                ByteBuffer.allocate(Long.BYTES).putLong(number ^ Long.MIN_VALUE).array());
    }

    private static @Nullable Object read(ColumnType type, ByteBuffer in) {
        if (in.get() == ABSENT) {
            return null;
        }
        return switch (type) {
            case TEXT -> readText(in);
            case LONG -> readLong(in);
            case DECIMAL -> readDecimal(in);
            case DATE -> LocalDate.ofEpochDay(readLong(in));
            case TIMESTAMP -> Instant.EPOCH.plus(readLong(in), ChronoUnit.MICROS);
            case BOOL -> in.get() == 1;
            case TEXT_LIST -> readList(ColumnType.TEXT, in);
            case LONG_LIST -> readList(ColumnType.LONG, in);
        };
    }

    private static String readText(ByteBuffer in) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        for (byte b = in.get(); b != 0 || in.get() == (byte) ESCAPED; b = in.get()) {
            text.write(b);
        }
        return text.toString(StandardCharsets.UTF_8);
    }

    private static long readLong(ByteBuffer in) {
        return in.getLong() ^ Long.MIN_VALUE;
    }

    private static BigDecimal readDecimal(ByteBuffer in) {
        byte[] bytes = new byte[AvroSchemas.DECIMAL_BYTES];
        in.get(bytes);
        bytes[0] ^= Byte.MIN_VALUE;
        return new BigDecimal(new BigInteger(bytes), Decimals.SCALE);
    }

    private static List<Object> readList(ColumnType element, ByteBuffer in) {
        List<Object> list = new ArrayList<>();
        for (Object next = read(element, in); next != null; next = read(element, in)) {
            list.add(next);
        }
        return list;
    }
}
