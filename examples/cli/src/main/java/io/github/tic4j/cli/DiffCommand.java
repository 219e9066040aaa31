package io.github.tic4j.cli;

import io.github.tic4j.parquet.Comparison;
import io.github.tic4j.parquet.ParquetFormat;
import io.github.tic4j.table.DerivedTables;
import io.github.tic4j.table.Tables;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tic diff}: what became of the prices from one run to a later one. */
@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        description = "Tells which prices came, went and changed from one run to a later one.")
final class DiffCommand implements Callable<Integer> {

    @Option(names = "--before", required = true, paramLabel = "DIR", description = "The tables of the earlier run.")
    private Path before = Path.of("");

    @Option(names = "--after", required = true, paramLabel = "DIR", description = "The tables of the later run.")
    private Path after = Path.of("");

    @Option(
            names = "--out",
            paramLabel = "PATH",
            description =
                    "Where to write the changes: a folder, or a file (.parquet, .csv, .jsonl, also .gz) besides the "
                            + "folder of the later run, which is the default.")
    private @Nullable Path out;

    private final Output output;

    DiffCommand(Output output) {
        this.output = output;
    }

    @Override
    public Integer call() throws IOException {
        ParquetFolder earlier = new ParquetFolder(before).requiring(Tables.RATES);
        ParquetFolder later = new ParquetFolder(after).requiring(Tables.RATES);
        boolean toFile =
                out != null && TableFormats.of(out, ParquetFormat.defaults()).isPresent();
        Path folder = out == null || toFile ? later.root() : out;
        Comparison.Changes changes =
                Comparison.of(earlier.root(), later.root(), folder).run();
        output.out()
                .printf(
                        "%,d unchanged, %,d changed, %,d added, %,d removed%n",
                        changes.unchanged(), changes.changed(), changes.added(), changes.removed());
        Path file = out != null && toFile
                ? ParquetFolder.export(DerivedTables.RATE_CHANGES, changes.file(), out)
                : changes.file();
        output.out().println("\nThe changes are in " + file);
        return ExitCode.FINE;
    }
}
