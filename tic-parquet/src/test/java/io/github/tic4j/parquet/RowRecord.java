package io.github.tic4j.parquet;

import io.github.tic4j.table.ColumnType;
import io.github.tic4j.table.Row;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
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
            return new GenericData.Fixed(DECIMAL, PlainValues.bytesOf(number));
        }
        if (value instanceof LocalDate date) {
            return Math.toIntExact(date.toEpochDay());
        }
        if (value instanceof Instant moment) {
            return PlainValues.microsOf(moment);
        }
        return value;
    }

    @Override
    public void put(int column, Object value) {
        throw new UnsupportedOperationException("A row is shown for writing only");
    }
}
