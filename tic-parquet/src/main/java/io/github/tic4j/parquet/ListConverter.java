package io.github.tic4j.parquet;

import io.github.tic4j.table.ColumnType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;

/** Gathers the values of a three-level list and hands them on together. */
final class ListConverter extends GroupConverter {

    private final Consumer<List<Object>> target;
    private final GroupConverter repeated;
    private List<Object> values = new ArrayList<>();

    ListConverter(ColumnType type, Consumer<List<Object>> target) {
        this.target = target;
        Converter element = new ValueConverter(type, value -> values.add(value));
        this.repeated = new GroupConverter() {
            @Override
            public Converter getConverter(int field) {
                return element;
            }

            @Override
            public void start() {}

            @Override
            public void end() {}
        };
    }

    @Override
    public Converter getConverter(int field) {
        return repeated;
    }

    @Override
    public void start() {
        values = new ArrayList<>();
    }

    @Override
    public void end() {
        target.accept(values);
    }
}
