package io.github.tic4j.parquet;

import io.github.tic4j.table.Row;
import io.github.tic4j.table.TableWriter;
import io.github.tic4j.table.Tables;
import java.io.IOException;
import java.nio.file.Path;

/** What a test runs in a class loader that has no Hadoop. */
public final class WithoutHadoop {

    private WithoutHadoop() {}

    /** Writes with every compression, by rows and by columns. */
    public static void write(Path folder) throws IOException {
        for (Compression compression : Compression.values()) {
            ParquetFormat format = ParquetFormat.defaults().with(compression);
            try (TableWriter writer = format.open(Tables.RATES, folder.resolve("rows.parquet"))) {
                for (Row row : RandomRows.of(Tables.RATES, 10, 1)) {
                    writer.write(row);
                }
                writer.commit();
            }
            try (TableWriter writer = format.open(Tables.RATES, folder.resolve("columns.parquet"))) {
                writer.write(new RowColumns(Tables.RATES).batch(RandomRows.of(Tables.RATES, 10, 1), 0));
                writer.commit();
            }
        }
    }

    /** Reads what was written. */
    public static void read(Path folder) throws IOException {
        try (ParquetRows rows = ParquetRows.open(folder.resolve("rows.parquet"), Tables.RATES)) {
            rows.iterator().next();
        }
    }
}
