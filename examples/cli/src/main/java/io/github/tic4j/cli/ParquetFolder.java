package io.github.tic4j.cli;

import io.github.tic4j.parquet.ParquetFormat;
import io.github.tic4j.parquet.ParquetRows;
import io.github.tic4j.table.Row;
import io.github.tic4j.table.TableFolder;
import io.github.tic4j.table.TableFormat;
import io.github.tic4j.table.TableSchema;
import io.github.tic4j.table.TableWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A folder of Parquet tables, as a run writes them.
 *
 * @param root the folder
 */
record ParquetFolder(Path root) {

    /**
     * The folder, if it has files of a table.
     *
     * @throws IOException if it has none, which is told in words
     */
    ParquetFolder requiring(TableSchema table) throws IOException {
        if (!has(table)) {
            throw new IOException("There is no table " + table.name() + " in " + root
                    + ": expected Parquet files below " + tables().folderOf(table));
        }
        return this;
    }

    boolean has(TableSchema table) throws IOException {
        return !tables().files(table).isEmpty();
    }

    TableFolder tables() {
        return new TableFolder(root, ParquetFormat.defaults());
    }

    /** Writes a table's file again: as a file by its ending, or as the table of another folder. */
    static Path export(TableSchema table, Path parquet, Path target) throws IOException {
        Optional<TableFormat> format = TableFormats.of(target, ParquetFormat.defaults());
        TableFolder folder = new ParquetFolder(target).tables();
        Path file = format.isPresent() ? target : folder.folderOf(table).resolve(folder.finalName(table));
        if (Files.exists(file) && Files.isSameFile(file, parquet)) {
            return file;
        }
        try (ParquetRows rows = ParquetRows.open(parquet, table);
                TableWriter writer = format.orElse(ParquetFormat.defaults()).open(table, file)) {
            for (Row row : rows) {
                writer.write(row);
            }
            writer.commit();
        }
        return file;
    }
}
