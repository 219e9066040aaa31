package io.github.tic4j.cli;

import io.github.tic4j.parquet.ParquetRows;
import io.github.tic4j.table.DerivedTables;
import io.github.tic4j.table.Row;
import io.github.tic4j.testing.LoopbackServer;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tic demo}: the whole way, from the indexes of three made-up payers to tables and figures. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        subcommands = CollaborateMdDemo.class,
        description = "Publishes three made-up payers on this machine, and runs them into tables and figures.")
final class DemoCommand implements Callable<Integer> {

    private static final int SHOWN = 5;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where to; the default is a folder under the system's temporary one.")
    private Path folder = Path.of(System.getProperty("java.io.tmpdir"), "tic4j-demo");

    private final Output output;

    DemoCommand(Output output) {
        this.output = output;
    }

    @Override
    public Integer call() throws IOException {
        Files.createDirectories(folder);
        Path tables = folder.resolve("tables");
        deleteEarlier(tables);
        try (LoopbackServer server = LoopbackServer.start()) {
            DemoPayers payers = DemoPayers.on(server);
            Path config = Files.writeString(folder.resolve("config.yaml"), config(payers, tables));
            say("1. Three made-up payers publish their prices at http://127.0.0.1:" + server.port()
                    + ", each in its own way:");
            say("   acorn_health   schema 1, plain JSON, provider groups inside the rates, ids such as 690.10");
            say("   bluebird       schema 2, gzip, providers listed after the prices that refer to them");
            say("   cedar_mutual   schema 2, zip, the header at the end");
            say("   Each index lists its files under signed links, one file under two of them.");
            say("\n2. Reading them into tables (tic run --config " + config + "):\n");
            int code = Tic.run(output, "run", "--config", config.toString());
            if (code != ExitCode.FINE) {
                return code;
            }
        }
        say("\n3. What the three pay for the same service:\n");
        showSpread(tables);
        say("\n4. Who is paid, from a made-up NPPES file (tic nppes build, tic facts):\n");
        DemoFacts facts = new DemoFacts(tables, folder.resolve("facts"));
        facts.write(output.out());
        say("\n5. Have a look:");
        say("   " + tables.resolve("report.html") + "   a page about the run");
        say("   " + tables.resolve("rates") + "   every price, once; beside it organisations, providers, plans, files");
        say("   " + tables.resolve("analytics") + "   figures for each billing code");
        say("   " + tables.resolve("processing_statistics.json") + "   the run in numbers");
        say("   " + facts.file() + "   each of them with organisation, NPI, name, specialty, address");
        say("   duckdb -c \"select billing_code, count(*), median(negotiated_rate) from '"
                + tables.resolve("rates/*.parquet") + "' group by all\"");
        say("With payers of your own: docs/configuration.md. A run that is stopped goes on when it is started again.");
        return ExitCode.FINE;
    }

    /** The server has another port each time, so that to a run its files would be others than before. */
    private static void deleteEarlier(Path tables) throws IOException {
        if (Files.exists(tables.resolve("manifest.jsonl"))) {
            try (Stream<Path> all = Files.walk(tables)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private static String config(DemoPayers payers, Path tables) {
        StringBuilder yaml = new StringBuilder("payer_endpoints:\n");
        payers.indexes()
                .forEach((payer, index) -> yaml.append("  ")
                        .append(payer)
                        .append(": \"")
                        .append(index)
                        .append("\"\n"));
        return yaml.append("processing:\n  parallel_workers: 2\noutput:\n  local_directory: \"")
                .append(tables.toString().replace("\\", "\\\\"))
                .append("\"\n")
                .toString();
    }

    private void showSpread(Path tables) throws IOException {
        List<Figures> codes = new ArrayList<>();
        Path file = tables.resolve("analytics/analytics_final.parquet");
        try (ParquetRows rows = ParquetRows.open(file, DerivedTables.ANALYTICS)) {
            for (Row row : rows) {
                Figures.of(row).ifPresent(codes::add);
            }
        }
        codes.sort(Comparator.comparing(Figures::prices).reversed().thenComparing(Figures::code));
        output.out()
                .printf("   %-18s %7s %7s %12s %12s %12s%n", "code", "prices", "payers", "lowest", "median", "highest");
        codes.stream()
                .limit(SHOWN)
                .forEach(code -> output.out()
                        .printf(
                                Locale.ROOT,
                                "   %-18s %,7d %7d %,12.2f %,12.2f %,12.2f%n",
                                code.code,
                                code.prices,
                                code.payers,
                                code.lowest,
                                code.median,
                                code.highest));
    }

    /** What is shown of a billing code. */
    private record Figures(
            String code, long prices, long payers, BigDecimal lowest, BigDecimal median, BigDecimal highest) {

        /** The figures in dollars over all payers, of a code that several payers have. */
        static Optional<Figures> of(Row row) {
            if (row.value("payer_count") instanceof Long payers
                    && row.value("rate_count") instanceof Long prices
                    && row.value("min_rate") instanceof BigDecimal lowest
                    && row.value("median_rate") instanceof BigDecimal median
                    && row.value("max_rate") instanceof BigDecimal highest
                    && payers > 1
                    && "none".equals(row.value("grouping"))
                    && "dollars".equals(row.value("unit"))) {
                String code = row.value("billing_code_type") + " " + row.value("procedure_code");
                return Optional.of(new Figures(code, prices, payers, lowest, median, highest));
            }
            return Optional.empty();
        }
    }

    private void say(String line) {
        output.out().println(line);
    }
}
