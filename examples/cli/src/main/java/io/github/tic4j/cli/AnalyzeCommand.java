package io.github.tic4j.cli;

import io.github.tic4j.parquet.Analytics;
import io.github.tic4j.parquet.ParquetRows;
import io.github.tic4j.table.DerivedTables;
import io.github.tic4j.table.Row;
import io.github.tic4j.table.Tables;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tic analyze}: figures about the prices of each billing code. */
@Command(
        name = "analyze",
        mixinStandardHelpOptions = true,
        description = "Works out figures about the prices of each billing code.")
final class AnalyzeCommand implements Callable<Integer> {

    private static final int MOST_SHOWN = 20;
    private static final Comparator<Row> BY_COUNT = Comparator.comparing(row -> whole(row, "rate_count"));

    @Option(names = "--data", required = true, paramLabel = "DIR", description = "The folder of the tables.")
    private Path data = Path.of("");

    @Option(
            names = "--by",
            split = ",",
            paramLabel = "NAME",
            description =
                    "What to group by: none, payer, billing_class, setting, arrangement, plan, organization, state, "
                            + "specialty. Default: none,payer.")
    private List<String> by = new ArrayList<>();

    @Option(
            names = "--out",
            paramLabel = "PATH",
            description =
                    "Where to write the figures besides the folder: a file (.parquet, .csv, .jsonl, also .gz), or "
                            + "another folder.")
    private @Nullable Path out;

    private final Output output;

    AnalyzeCommand(Output output) {
        this.output = output;
    }

    @Override
    public Integer call() throws IOException {
        ParquetFolder folder = new ParquetFolder(data).requiring(Tables.RATES);
        String[] groupings = by.isEmpty() ? new String[] {"none", "payer"} : by.toArray(String[]::new);
        Path analytics = Analytics.of(folder.root(), groupings).run();
        print(analytics);
        Path file = out == null ? analytics : ParquetFolder.export(DerivedTables.ANALYTICS, analytics, out);
        output.out().println("\nThe figures are in " + file);
        return ExitCode.FINE;
    }

    private void print(Path analytics) throws IOException {
        PriorityQueue<Row> largest = new PriorityQueue<>(BY_COUNT);
        long rows = 0;
        try (ParquetRows figures = ParquetRows.open(analytics, DerivedTables.ANALYTICS)) {
            for (Row row : figures) {
                rows++;
                largest.add(row);
                if (largest.size() > MOST_SHOWN) {
                    largest.remove();
                }
            }
        }
        output.out()
                .printf("%,d rows of figures%s%n%n", rows, rows > MOST_SHOWN ? ", those with the most prices:" : ":");
        TextTable table = new TextTable(
                "by", "group", "type", "code", "unit", "prices", "min", "p25", "median", "p75", "max", "mean",
                "method");
        largest.stream()
                .sorted(BY_COUNT.reversed().thenComparing(Row::toString))
                .forEach(row -> table.add(
                        row.value("grouping"),
                        row.value("group_value"),
                        row.value("billing_code_type"),
                        row.value("procedure_code"),
                        row.value("unit"),
                        row.value("rate_count"),
                        figure(row, "min_rate"),
                        figure(row, "p25_rate"),
                        figure(row, "median_rate"),
                        figure(row, "p75_rate"),
                        figure(row, "max_rate"),
                        figure(row, "avg_rate"),
                        row.value("method")));
        table.print(output.out());
    }

    private static Long whole(Row row, String column) {
        return (Long) Objects.requireNonNull(row.value(column));
    }

    private static @Nullable String figure(Row row, String column) {
        return row.value(column) instanceof BigDecimal number
                ? number.setScale(2, RoundingMode.HALF_UP).toPlainString()
                : null;
    }
}
