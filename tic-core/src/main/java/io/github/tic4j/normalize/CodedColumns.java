package io.github.tic4j.normalize;

import io.github.tic4j.table.ColumnBatch;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Several columns that have the same ids: each value of the group of columns is given once, and rows name it by its place. */
final class CodedColumns {

    private final String[] names;
    private final List<List<@Nullable Object>> values = new ArrayList<>();
    private int size;

    CodedColumns(String... names) {
        this.names = names;
        clear();
    }

    /** Adds a value of each column; their place. */
    int add(@Nullable Object... columns) {
        for (int i = 0; i < names.length; i++) {
            values.get(i).add(columns[i]);
        }
        return size++;
    }

    int size() {
        return size;
    }

    /** Forgets all values. Batches have to be given the columns again. */
    void clear() {
        values.clear();
        for (int i = 0; i < names.length; i++) {
            values.add(new AppendOnlyList<>());
        }
        size = 0;
    }

    void give(ColumnBatch batch, int[] ids) {
        for (int i = 0; i < names.length; i++) {
            batch.coded(names[i], ids, values.get(i));
        }
    }
}
