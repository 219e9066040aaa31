package io.github.tic4j.table;

import java.io.IOException;

/**
 * Where tables are read from: a folder of Parquet or text files, a database. What reads tables takes this, so that it needs
 * the libraries of no format.
 */
@FunctionalInterface
public interface TableSource {

    /**
     * Hands on every row of a table, in the order in which it is stored; no row if the table is not there.
     *
     * @param schema the columns wanted, which may be some of the table's; one that is not stored is null in every row
     * @throws IOException if reading fails, or the consumer does
     */
    void forEach(TableSchema schema, RowConsumer consumer) throws IOException;

    /** What is done with a row. */
    @FunctionalInterface
    interface RowConsumer {

        /** Takes a row, which the source may fill anew afterwards. */
        void accept(Row row) throws IOException;
    }
}
