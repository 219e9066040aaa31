package io.github.tic4j.table;

import java.io.Closeable;
import java.io.IOException;

/**
 * Takes the rows of one table. A host that stores rows elsewhere (a queue, a database) implements this.
 *
 * <p>Nothing counts before {@link #commit()}: an exception between opening and commit leaves no trace of a file under its
 * own name, because leaving the try-with-resources block closes, and closing without commit discards.
 *
 * <pre>{@code
 * try (TableWriter rates = format.open(Tables.RATES, path)) {
 *     rates.write(row);
 *     rates.commit();
 * }
 * }</pre>
 *
 * <p>A writer is used by one thread at a time.
 */
public interface TableWriter extends Closeable {

    /**
     * Adds a row. The row may be changed and written again afterwards.
     *
     * @throws IllegalArgumentException if the row is of another table or a required column is null
     * @throws IOException if storing fails; the writer can then only be closed
     */
    void write(Row row) throws IOException;

    /**
     * Adds the rows of a batch, which may be filled again afterwards. Unless a format stores columns as they are, each
     * becomes a {@link Row}, so that only {@link #write(Row)} has to be implemented.
     *
     * @throws IllegalArgumentException if the batch is of another table, a required column is null, or a value does not suit
     *     its column; the writer can then only be closed
     * @throws IOException if storing fails; the writer can then only be closed
     */
    default void write(ColumnBatch batch) throws IOException {
        Row row = new Row(batch.schema());
        for (int i = 0; i < batch.rows(); i++) {
            batch.fill(row, i);
            write(row);
        }
    }

    /**
     * Says something about the table as a whole, such as the run or the ledger, at any time before {@link #commit()}. A
     * later value of a key replaces an earlier one. Formats that have no place for it ignore it.
     */
    default void describe(String key, String value) {}

    /** How many bytes were stored so far, without those still buffered; 0 where that means nothing. */
    default long bytes() {
        return 0;
    }

    /**
     * Completes the table, makes it durable and publishes it. Afterwards only {@link #close()} may be called.
     *
     * @throws IOException if completing fails; nothing is published
     */
    void commit() throws IOException;

    /** Releases what is held and, if there was no {@link #commit()}, discards what was written. Idempotent. */
    @Override
    void close() throws IOException;
}
