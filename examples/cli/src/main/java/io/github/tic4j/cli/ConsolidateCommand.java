package io.github.tic4j.cli;

import io.github.tic4j.parquet.Consolidation;
import io.github.tic4j.table.TableSchema;
import io.github.tic4j.table.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tic consolidate}: joins the batches of each table into sorted files. */
@Command(
        name = "consolidate",
        mixinStandardHelpOptions = true,
        description = "Joins the batches of each table and partition into one sorted file without duplicates.")
final class ConsolidateCommand implements Callable<Integer> {

    @Option(names = "--data", required = true, paramLabel = "DIR", description = "The folder of the tables.")
    private Path data = Path.of("");

    private final Output output;

    ConsolidateCommand(Output output) {
        this.output = output;
    }

    @Override
    public Integer call() throws IOException {
        if (!Files.isDirectory(data)) {
            throw new NoSuchFileException(data.toString());
        }
        TextTable table = new TextTable("file", "made of", "rows", "duplicates dropped");
        Consolidation consolidation = Consolidation.of(data);
        for (TableSchema schema : Tables.all()) {
            for (Consolidation.Merged merged : consolidation.run(schema)) {
                table.add(
                        data.relativize(merged.file()),
                        merged.files(),
                        merged.rows() - merged.duplicates(),
                        merged.duplicates());
            }
        }
        if (table.size() == 0) {
            throw new IOException(
                    "There are no tables in " + data + ": expected Parquet files in folders such as rates");
        }
        table.print(output.out());
        return ExitCode.FINE;
    }
}
