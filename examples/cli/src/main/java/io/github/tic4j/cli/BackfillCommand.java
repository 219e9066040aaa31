package io.github.tic4j.cli;

import io.github.tic4j.nppes.Provider;
import io.github.tic4j.nppes.ProviderDirectory;
import io.github.tic4j.nppes.backfill.Backfill;
import io.github.tic4j.nppes.backfill.BackfillOptions;
import io.github.tic4j.nppes.backfill.BackfillReport;
import io.github.tic4j.nppes.backfill.BackfillSink;
import io.github.tic4j.nppes.backfill.CachedDirectory;
import io.github.tic4j.nppes.backfill.FailedNpisFile;
import io.github.tic4j.nppes.backfill.LookupJournal;
import io.github.tic4j.nppes.backfill.NpiCollector;
import io.github.tic4j.nppes.fact.NppesColumns;
import io.github.tic4j.nppes.registry.RegistryClient;
import io.github.tic4j.nppes.registry.RegistryOptions;
import io.github.tic4j.nppes.taxonomy.TaxonomyTable;
import io.github.tic4j.parquet.ParquetFormat;
import io.github.tic4j.table.PendingFile;
import io.github.tic4j.table.Row;
import io.github.tic4j.table.TableSchema;
import io.github.tic4j.table.TableWriter;
import io.github.tic4j.table.Tables;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tic nppes backfill}: who is behind every NPI of a run. */
@Command(
        name = "backfill",
        mixinStandardHelpOptions = true,
        description = "Looks up every NPI of a run's tables. Started again, it asks for nothing twice.")
final class BackfillCommand implements Callable<Integer> {

    private static final List<TableSchema> SOURCES = List.of(Tables.PROVIDER_GROUPS, Tables.PROVIDERS);

    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description = "The run: a folder or s3://bucket/prefix.")
    private String data = "";

    @Option(names = "--out", paramLabel = "DIR", description = "Where results go; default ${DEFAULT-VALUE}.")
    private Path folder = Path.of("nppes_data");

    @Option(names = "--snapshot", paramLabel = "DIR", description = "A snapshot to ask before the registry.")
    private @Nullable Path snapshot;

    @Option(names = "--api", paramLabel = "URL", description = "The registry; the default is the public one.")
    private @Nullable URI api;

    @Option(names = "--taxonomy", paramLabel = "CSV", description = "NUCC's code set, oldest issue first.")
    private List<Path> taxonomies = List.of();

    @Option(names = "--limit", paramLabel = "N", description = "Look up so many NPIs at most.")
    private int limit = Integer.MAX_VALUE;

    @Option(names = "--workers", paramLabel = "N", description = "So many lookups at once; default ${DEFAULT-VALUE}.")
    private int workers = BackfillOptions.defaults().workers();

    @Option(names = "--batch-size", paramLabel = "N", description = "So many NPIs at a time; default ${DEFAULT-VALUE}.")
    private int batchSize = BackfillOptions.defaults().batchSize();

    @Option(
            names = "--request-delay",
            paramLabel = "S",
            description = "Seconds between requests; default ${DEFAULT-VALUE}.")
    private double requestDelay = 0.1;

    @Option(names = "--max-retries", paramLabel = "N", description = "Further attempts; default ${DEFAULT-VALUE}.")
    private int maxRetries = 3;

    @Option(
            names = "--minimum-success",
            paramLabel = "SHARE",
            description = "Share of NPIs that must be known for exit code 0; default ${DEFAULT-VALUE}.")
    private double minimumSuccess = BackfillOptions.defaults().minimumSuccess();

    private final Output output;

    BackfillCommand(Output output) {
        this.output = output;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        BackfillOptions options = new BackfillOptions(
                limit,
                workers,
                batchSize,
                minimumSuccess,
                BackfillOptions.defaults().failuresInARow());
        RegistryClient registry = RegistryClient.create(registryOptions());
        TaxonomyTable words = TaxonomyTable.load(taxonomies.toArray(Path[]::new));
        NpiCollector npis = collect();
        Files.createDirectories(folder);
        try (KnownProviders known = KnownProviders.open(snapshot == null ? null : List.of(snapshot));
                LookupJournal journal = LookupJournal.open(folder.resolve(KnownProviders.JOURNAL))) {
            ProviderDirectory directory =
                    ProviderDirectory.chain(known.directory(), new CachedDirectory(registry, journal));
            BackfillReport report = run(new Backfill(directory, options, words), npis, words);
            String statistics = report.toJson(registry.statistics());
            write(folder.resolve("nppes_statistics.json"), statistics);
            output.out().print(statistics);
            return gate(report);
        }
    }

    private RegistryOptions registryOptions() {
        if (requestDelay <= 0) {
            throw new IllegalArgumentException("--request-delay is more than 0 seconds, not " + requestDelay);
        }
        RegistryOptions.Builder options = RegistryOptions.builder()
                .requestsPerSecond(1 / requestDelay)
                .concurrency(workers)
                .attempts(maxRetries + 1);
        return (api == null ? options : options.baseUri(api)).build();
    }

    private NpiCollector collect() throws IOException {
        NpiCollector npis = new NpiCollector();
        try (DataFolder tables = DataFolder.open(data, SOURCES)) {
            tables.forEach(Tables.PROVIDER_GROUPS.select("npi"), group -> {
                List<Long> numbers = group.wholes(0);
                if (numbers != null) {
                    numbers.forEach(npis::add);
                }
            });
            tables.forEach(Tables.PROVIDERS.select("npi"), provider -> npis.add(provider.text(0)));
        }
        if (npis.read() == 0) {
            throw new IllegalArgumentException("No NPIs in " + data + ": neither table provider_groups nor providers");
        }
        return npis;
    }

    private BackfillReport run(Backfill backfill, NpiCollector npis, TaxonomyTable words)
            throws IOException, InterruptedException {
        Path table = folder.resolve("nppes_providers.parquet");
        try (TableWriter providers = ParquetFormat.defaults().open(NppesColumns.NPPES_PROVIDERS, table);
                FailedNpisFile failed = new FailedNpisFile(folder.resolve("failed_npis.json"))) {
            BackfillReport report = backfill.run(npis, new BackfillSink() {
                @Override
                public void provider(Provider provider) throws IOException {
                    Row row = NppesColumns.row(provider, words);
                    providers.write(row);
                }

                @Override
                public void failed(FailedNpi failure) throws IOException {
                    failed.add(failure);
                }
            });
            providers.commit();
            failed.finish();
            return report;
        }
    }

    private int gate(BackfillReport report) {
        if (report.passed()) {
            return ExitCode.FINE;
        }
        output.err()
                .println("tic: %.1f %% of the NPIs are known, %.1f %% were to be"
                        .formatted(100 * report.successRate(), 100 * report.minimumSuccess()));
        return ExitCode.FINDINGS;
    }

    /** Writes a small file that is there whole or not at all. */
    static void write(Path file, String text) throws IOException {
        try (PendingFile pending = new PendingFile(file)) {
            Files.writeString(pending.part(), text);
            pending.commit();
        }
    }
}
