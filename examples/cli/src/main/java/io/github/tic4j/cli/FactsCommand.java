package io.github.tic4j.cli;

import io.github.tic4j.nppes.fact.FactOptions;
import io.github.tic4j.nppes.fact.FactSummary;
import io.github.tic4j.nppes.fact.FactTable;
import io.github.tic4j.nppes.fact.ServiceClassifier;
import io.github.tic4j.nppes.taxonomy.TaxonomyTable;
import io.github.tic4j.parquet.Compression;
import io.github.tic4j.parquet.ParquetFormat;
import io.github.tic4j.s3.S3Location;
import io.github.tic4j.table.TableFolder;
import io.github.tic4j.table.TableFormat;
import io.github.tic4j.table.TableSchema;
import io.github.tic4j.table.TableSource;
import io.github.tic4j.table.TableWriter;
import io.github.tic4j.table.Tables;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tic facts}: the fact table of a run. */
@Command(
        name = "facts",
        mixinStandardHelpOptions = true,
        description = "Joins a run's prices with organisations, NPIs and NPPES.")
final class FactsCommand implements Callable<Integer> {

    private static final List<TableSchema> SOURCES = List.of(
            Tables.RATES,
            Tables.PROVIDER_SETS,
            Tables.PROVIDER_GROUPS,
            Tables.ORGANIZATIONS,
            Tables.PAYERS,
            Tables.FILES);

    /** Many columns with long dictionaries: smaller row groups than usual keep the writer within 512 MB of heap. */
    private static final ParquetFormat PARQUET = new ParquetFormat(Compression.ZSTD, 1 << 18, 32L << 20);

    /** As usual, but for the number of partitions that are written at a time. */
    private static final TableFolder.Limits LIMITS = new TableFolder.Limits(10_000_000, 1L << 30, 2);

    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description = "The run: a folder or s3://bucket/prefix.")
    private String data = "";

    @Option(
            names = "--nppes",
            paramLabel = "DIR",
            description = "A snapshot or the results of a backfill; of several the first that knows an NPI counts.")
    private List<Path> nppes = List.of();

    @Option(names = "--taxonomy", paramLabel = "CSV", description = "NUCC's code set, oldest issue first.")
    private List<Path> taxonomies = List.of();

    @Option(names = "--join", paramLabel = "left|inner", description = "Default ${DEFAULT-VALUE}.")
    private FactOptions.Join join = FactOptions.defaults().join();

    @Option(names = "--grain", paramLabel = "npi|organization", description = "Default ${DEFAULT-VALUE}.")
    private FactOptions.Grain grain = FactOptions.defaults().grain();

    @Option(names = "--sample", paramLabel = "N", description = "Only so many prices, drawn at random.")
    private long sample = FactOptions.defaults().sample();

    @Option(names = "--seed", paramLabel = "N", description = "What drawing starts from; default ${DEFAULT-VALUE}.")
    private long seed = FactOptions.defaults().seed();

    @Option(names = "--columns", split = ",", paramLabel = "NAME", description = "Only these columns.")
    private List<String> columns = FactOptions.defaults().columns();

    @Option(names = "--legacy-categories", description = "Service categories as the original pipeline had them.")
    private boolean legacyCategories;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "PATH",
            description = "A file that ends in .parquet, .csv, .jsonl, .csv.gz or .jsonl.gz, or a folder for Parquet"
                    + " files by payer and date.")
    private Path out = Path.of("");

    @Option(names = "--upload", paramLabel = "URL", description = "Then send the results to s3://bucket/prefix.")
    private @Nullable String upload;

    private final Output output;

    FactsCommand(Output output) {
        this.output = output;
    }

    @Override
    public Integer call() throws IOException {
        S3Location target = upload == null ? null : S3Location.parse(upload);
        FactOptions options = new FactOptions(
                join,
                grain,
                sample,
                seed,
                legacyCategories ? ServiceClassifier.legacy() : ServiceClassifier.standard(),
                columns,
                FactOptions.defaults().scratch());
        Optional<TableFormat> format = TableFormats.of(out, PARQUET);
        FactSummary summary;
        try (DataFolder tables = DataFolder.open(data, SOURCES);
                KnownProviders known = KnownProviders.open(nppes)) {
            TaxonomyTable words = TaxonomyTable.load(taxonomies.toArray(Path[]::new));
            FactTable facts = new FactTable(tables, known.directory(), words, options);
            summary = write(facts, tables, format);
        }
        Path summaryFile = format.isPresent() ? sibling("_summary.json") : out.resolve("fact_table_summary.json");
        BackfillCommand.write(summaryFile, summary.toJson());
        output.out().print(summary.toJson());
        if (target != null) {
            new FactUpload(target).send(out, summaryFile, Instant.now()).forEach(output.out()::println);
        }
        return ExitCode.FINE;
    }

    private FactSummary write(FactTable facts, TableSource tables, Optional<TableFormat> format) throws IOException {
        try (TableWriter writer = format.isPresent()
                ? format.get().open(facts.schema(), out)
                : PartitionedFacts.open(new TableFolder(out, PARQUET, LIMITS), facts.schema(), tables)) {
            FactSummary summary = facts.write(writer);
            if (summary.prices().count() == 0) {
                throw new IllegalArgumentException("No prices in " + data + ": table rates is absent or empty");
            }
            writer.describe("summary", summary.toJson());
            writer.commit();
            return summary;
        }
    }

    /** The file beside the output that has its name up to the first dot, and another ending. */
    private Path sibling(String ending) {
        String name = String.valueOf(out.getFileName());
        return out.resolveSibling(name.substring(0, name.indexOf('.')) + ending);
    }
}
