package io.github.tic4j.cli;

import io.github.tic4j.parquet.ParquetFormat;
import io.github.tic4j.table.TableFormat;
import io.github.tic4j.table.TextFormat;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** The formats of tables that the command line knows, by the endings of their files. */
final class TableFormats {

    private TableFormats() {}

    /** The format of a file, by the ending of its name; nothing for any other path, which is taken for a folder. */
    static Optional<TableFormat> of(Path path, ParquetFormat parquet) {
        return Stream.concat(Stream.<TableFormat>of(parquet), Arrays.stream(TextFormat.values()))
                .filter(format -> path.toString().endsWith(format.extension()))
                .findFirst();
    }
}
