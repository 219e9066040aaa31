package io.github.tic4j.claims.layer;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How the rows of a table are made of values: its columns, each with a function. Built once, as a constant. */
final class RowMapping<T> {

    private final String name;
    private final List<Column> columns = new ArrayList<>();
    private final List<Value<T, ?>> values = new ArrayList<>();

    RowMapping(String name) {
        this.name = name;
    }

    RowMapping<T> text(String column, Value<T, String> value) {
        return add(column, Column.Type.TEXT, value);
    }

    /** The name of an enum value, or whatever {@code toString} of another value says. */
    RowMapping<T> word(String column, Value<T, ?> value) {
        return add(column, Column.Type.TEXT, row -> {
            Object found = value.of(row);
            return found == null ? null : found.toString();
        });
    }

    RowMapping<T> integer(String column, Value<T, ? extends Number> value) {
        return add(column, Column.Type.INTEGER, row -> {
            Number found = value.of(row);
            return found == null ? null : Long.valueOf(found.longValue());
        });
    }

    RowMapping<T> decimal(String column, Value<T, BigDecimal> value) {
        return add(column, Column.Type.DECIMAL, value);
    }

    RowMapping<T> date(String column, Value<T, LocalDate> value) {
        return add(column, Column.Type.DATE, value);
    }

    RowMapping<T> flag(String column, Value<T, Boolean> value) {
        return add(column, Column.Type.BOOLEAN, value);
    }

    Table table() {
        return new Table(name, columns);
    }

    List<@Nullable Object> row(T value) {
        List<@Nullable Object> row = new ArrayList<>(values.size());
        for (Value<T, ?> column : values) {
            row.add(column.of(value));
        }
        return row;
    }

    private RowMapping<T> add(String column, Column.Type type, Value<T, ?> value) {
        columns.add(new Column(column, type));
        values.add(value);
        return this;
    }

    /** Takes the value of a column out of a row. */
    @FunctionalInterface
    interface Value<T, V> {
        @Nullable
        V of(T row);
    }
}
