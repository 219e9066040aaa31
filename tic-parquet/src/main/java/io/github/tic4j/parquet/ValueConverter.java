package io.github.tic4j.parquet;

import io.github.tic4j.table.ColumnType;
import io.github.tic4j.table.Decimals;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.PrimitiveConverter;

/** Hands the values of one leaf column on as the classes that a row takes. */
final class ValueConverter extends PrimitiveConverter {

    private final ColumnType type;
    private final Consumer<Object> target;
    private Object[] decoded = new Object[0];

    ValueConverter(ColumnType type, Consumer<Object> target) {
        this.type = type;
        this.target = target;
    }

    @Override
    public boolean hasDictionarySupport() {
        return true;
    }

    @Override
    public void setDictionary(Dictionary dictionary) {
        decoded = new Object[dictionary.getMaxId() + 1];
        for (int id = 0; id < decoded.length; id++) {
            decoded[id] = switch (type) {
                case LONG, TIMESTAMP, LONG_LIST -> valueOf(dictionary.decodeToLong(id));
                case DATE -> valueOf(dictionary.decodeToInt(id));
                default -> valueOf(dictionary.decodeToBinary(id));
            };
        }
    }

    @Override
    public void addValueFromDictionary(int id) {
        target.accept(decoded[id]);
    }

    @Override
    public void addBinary(Binary value) {
        target.accept(valueOf(value));
    }

    @Override
    public void addLong(long value) {
        target.accept(valueOf(value));
    }

    @Override
    public void addInt(int value) {
        target.accept(valueOf(value));
    }

    @Override
    public void addBoolean(boolean value) {
        target.accept(value);
    }

    private Object valueOf(Binary value) {
        return type == ColumnType.DECIMAL
                ? new BigDecimal(new BigInteger(value.getBytesUnsafe()), Decimals.SCALE)
                : value.toStringUsingUTF8();
    }

    private Object valueOf(long value) {
        return type == ColumnType.TIMESTAMP ? Instant.EPOCH.plus(value, ChronoUnit.MICROS) : (Object) value;
    }

    private static Object valueOf(int days) {
        return LocalDate.ofEpochDay(days);
    }
}
