package io.github.tic4j.cli;

import io.github.tic4j.parquet.ParquetFormat;
import io.github.tic4j.parquet.ParquetRows;
import io.github.tic4j.table.Row;
import io.github.tic4j.table.TableFolder;
import io.github.tic4j.table.TableFormat;
import io.github.tic4j.table.TableSchema;
import io.github.tic4j.table.TableWriter;
import io.github.tic4j.table.TextFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A folder of Parquet tables, as a run writes them.
 *
 * @param root the folder
 */
record ParquetFolder(Path root) {

    private static final Map<String, TableFormat> FORMATS = new LinkedHashMap<>();

    static {
        FORMATS.put(".parquet", ParquetFormat.defaults());
        for (TextFormat format : TextFormat.values()) {
            FORMATS.put(format.extension(), format);
        }
    }

    /** Whether a path names a file by its ending; else it is taken for a folder. */
    static boolean isFile(Path path) {
        return FORMATS.keySet().stream().anyMatch(path.toString()::endsWith);
    }

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
        Path file = target;
        TableFormat format = ParquetFormat.defaults();
        if (isFile(target)) {
            format = FORMATS.entrySet().stream()
                    .filter(known -> target.toString().endsWith(known.getKey()))
                    .findFirst()
                    .orElseThrow()
                    .getValue();
        } else {
            TableFolder folder = new ParquetFolder(target).tables();
            file = folder.folderOf(table).resolve(folder.finalName(table));
        }
        if (Files.exists(file) && Files.isSameFile(file, parquet)) {
            return file;
        }
        try (ParquetRows rows = ParquetRows.open(parquet, table);
                TableWriter writer = format.open(table, file)) {
            for (Row row : rows) {
                writer.write(row);
            }
            writer.commit();
        }
        return file;
    }
}
