package io.github.tic4j.claims.layer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table's name and columns.
 *
 * @param name its name, in lower case with underscores
 * @param columns its columns, in order
 */
public record Table(String name, List<Column> columns) {

    /** Copies the list. */
    public Table {
        columns = List.copyOf(columns);
    }

    /**
     * Checks that a row has a value of the right class, or null, for each column.
     *
     * @throws IllegalArgumentException if not
     */
    public void check(List<? extends @Nullable Object> row) {
        if (row.size() != columns.size()) {
            throw new IllegalArgumentException(
                    "a row of " + name + " has " + columns.size() + " values, was given " + row.size());
        }
        for (int i = 0; i < columns.size(); i++) {
            Object value = row.get(i);
            Column column = columns.get(i);
            if (value != null && !column.type().valueClass().isInstance(value)) {
                throw new IllegalArgumentException(name + "." + column.name() + " holds "
                        + column.type().valueClass().getSimpleName() + ", was given "
                        + value.getClass().getSimpleName());
            }
        }
    }
}
