package io.github.tic4j.parquet;

import io.github.tic4j.table.TableFormat;
import io.github.tic4j.table.TableSchema;
import io.github.tic4j.table.TableWriter;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Tables as Parquet: decimals as decimals, dates as dates, lists as three-level lists, dictionaries wherever values repeat,
 * and minima and maxima for every row group and page, so that a filter on a sorted column reads only what it wants.
 *
 * <p>Batches of columns are stored as they come, without an object per row: dictionary ids become dictionary codes, runs stay
 * runs. That is many times faster than rows, which take the same way after their values were given ids.
 *
 * <p>What is {@linkplain TableWriter#describe said about the table} is in the footer under {@code tic4j.KEY}, beside
 * {@code tic4j.table} and {@code tic4j.schema_version}.
 *
 * @param compression how pages are compressed
 * @param rowGroupRows how many rows make a row group; more compress better, fewer take less memory and let more threads
 *     read at once
 * @param rowGroupBytes how many compressed bytes make a row group, if that comes first; one open writer holds about as much
 */
public record ParquetFormat(Compression compression, int rowGroupRows, long rowGroupBytes) implements TableFormat {

    /** The pages' limit in rows: small enough that a page's minimum and maximum tell something. */
    static final int PAGE_ROWS = 20_000;

    /** What a dictionary may grow to: prices and provider sets repeat, but only over many rows. */
    static final int DICTIONARY_BYTES = 8 << 20;

    /** Checks that the sizes are at least one page. */
    public ParquetFormat {
        if (rowGroupRows < 1 || rowGroupBytes < 1) {
            throw new IllegalArgumentException("Row groups must have at least 1 row and 1 byte, were rowGroupRows "
                    + rowGroupRows + ", rowGroupBytes " + rowGroupBytes);
        }
    }

    /** Zstandard, row groups of 1,048,576 rows or 64 MiB. */
    public static ParquetFormat defaults() {
        return new ParquetFormat(Compression.ZSTD, 1 << 20, 64L << 20);
    }

    /** The same with another compression. */
    public ParquetFormat with(Compression other) {
        return new ParquetFormat(other, rowGroupRows, rowGroupBytes);
    }

    @Override
    public String extension() {
        return ".parquet";
    }

    @Override
    public TableWriter open(TableSchema schema, Path file) throws IOException {
        return new ParquetTableWriter(schema, file, this);
    }
}
