package io.github.tic4j.parquet;

import io.github.tic4j.table.ColumnType;
import io.github.tic4j.table.Decimals;
import io.github.tic4j.table.Row;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/** Shows a row to Avro as a record, without copying it. */
final class RowRecord implements IndexedRecord {

    private static final Schema DECIMAL = AvroSchemas.typeOf(ColumnType.DECIMAL);

    private final Schema schema;
    private final Row row;

    RowRecord(Schema schema, Row row) {
        this.schema = schema;
        this.row = row;
    }

    @Override
    public Schema getSchema() {
        return schema;
    }

    @Override
    public @Nullable Object get(int column) {
        Object value = row.value(column);
        if (value instanceof BigDecimal number) {
            return new GenericData.Fixed(DECIMAL, bytesOf(number));
        }
        if (value instanceof LocalDate date) {
            return Math.toIntExact(date.toEpochDay());
        }
        if (value instanceof Instant moment) {
            return microsOf(moment);
        }
        return value;
    }

    @Override
    public void put(int column, Object value) {
        throw new UnsupportedOperationException("A row is shown for writing only");
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
