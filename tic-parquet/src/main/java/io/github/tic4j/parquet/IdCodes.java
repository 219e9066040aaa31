package io.github.tic4j.parquet;

import io.github.tic4j.table.Column;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which code stands for which id of a batch's list. Forgets all when the list is another one. */
final class IdCodes {

    static final int UNKNOWN = -2;

    private @Nullable List<?> source;
    private int[] codes = {};

    void use(List<?> values) {
        int known = source == values ? codes.length : 0;
        source = values;
        if (known <= values.size()) {
            // One place more than values, since -1 for null is an id too.
            codes = Arrays.copyOf(codes, Math.max(values.size() + 1, 2 * known));
            Arrays.fill(codes, known, codes.length, UNKNOWN);
        }
    }

    int find(int id) {
        int place = id + 1;
        return place >= 0 && place < codes.length ? codes[place] : UNKNOWN;
    }

    void put(int id, int code) {
        codes[id + 1] = code;
    }

    static @Nullable Object valueOf(int id, List<?> values, Column column) {
        if (id < 0 || id >= values.size()) {
            throw new IllegalArgumentException(
                    "Column " + column.name() + " has id " + id + " for a list of " + values.size() + " values");
        }
        return values.get(id);
    }
}
