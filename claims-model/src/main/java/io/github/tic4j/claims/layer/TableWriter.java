package io.github.tic4j.claims.layer;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes one table. What was not committed when it is closed is thrown away. Not thread-safe. */
public interface TableWriter extends Closeable {

    /**
     * Writes a row.
     *
     * @param row a value for each column, in order
     * @throws IllegalArgumentException if the row does not fit the table
     */
    void write(List<? extends @Nullable Object> row) throws IOException;

    /** Makes the table visible, whole, in place of an earlier one of its name. */
    void commit() throws IOException;
}
