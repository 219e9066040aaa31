package io.github.tic4j.parquet;

import io.github.tic4j.table.TableSchema;
import io.github.tic4j.table.TableSource;
import java.io.IOException;
import java.nio.file.Path;

/**
 * The tables of a folder, whatever Parquet files and partitions they are in; columns that are not asked for are not read.
 * Reading needs hadoop-client-api, see {@link ParquetRows}.
 *
 * @param root the folder of the tables
 */
public record ParquetTables(Path root) implements TableSource {

    @Override
    public void forEach(TableSchema schema, RowConsumer consumer) throws IOException {
        TableFiles.forEach(root, schema, consumer);
    }
}
