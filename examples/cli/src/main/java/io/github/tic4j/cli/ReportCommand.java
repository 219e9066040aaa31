package io.github.tic4j.cli;

import io.github.tic4j.parquet.Analytics;
import io.github.tic4j.parquet.Report;
import io.github.tic4j.table.DerivedTables;
import io.github.tic4j.table.Tables;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tic report}: one page to look at. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = "Writes one page about a run: prices by code and payer, spreads, coverage, quality, changes.")
final class ReportCommand implements Callable<Integer> {

    @Option(names = "--data", required = true, paramLabel = "DIR", description = "The folder of the tables.")
    private Path data = Path.of("");

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "The page, such as report.html.")
    private Path out = Path.of("");

    private final Output output;

    ReportCommand(Output output) {
        this.output = output;
    }

    @Override
    public Integer call() throws IOException {
        ParquetFolder folder = new ParquetFolder(data).requiring(Tables.RATES);
        if (!folder.has(DerivedTables.ANALYTICS)) {
            Path unused = Analytics.of(folder.root(), "none", "payer").run();
        }
        new Report(folder.root()).write(out);
        output.out().println("The report is in " + out);
        return ExitCode.FINE;
    }
}
