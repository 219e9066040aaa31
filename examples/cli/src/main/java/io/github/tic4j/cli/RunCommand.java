package io.github.tic4j.cli;

import io.github.tic4j.config.Configuration;
import io.github.tic4j.config.Configuration.Bucket;
import io.github.tic4j.config.Configuration.Flag;
import io.github.tic4j.parquet.Analytics;
import io.github.tic4j.parquet.Compression;
import io.github.tic4j.parquet.Consolidation;
import io.github.tic4j.parquet.ParquetFormat;
import io.github.tic4j.parquet.Report;
import io.github.tic4j.pipeline.Pipeline;
import io.github.tic4j.pipeline.PipelineOptions;
import io.github.tic4j.pipeline.PlannedFile;
import io.github.tic4j.pipeline.ProgressFile;
import io.github.tic4j.pipeline.RunReport;
import io.github.tic4j.pipeline.WebhookAlert;
import io.github.tic4j.s3.S3Layout;
import io.github.tic4j.s3.S3Location;
import io.github.tic4j.s3.S3Options;
import io.github.tic4j.s3.S3RunUpload;
import io.github.tic4j.s3.S3Store;
import io.github.tic4j.s3.S3WriteOptions;
import io.github.tic4j.table.TableSchema;
import io.github.tic4j.table.Tables;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tic run}: from the indexes of payers to tables, as a configuration says. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Reads the files of payers into tables, as a configuration says. Stop it at any moment and run it"
                + " again: it goes on where it was.")
final class RunCommand implements Callable<Integer> {

    private static final String LOG_LEVEL = "org.slf4j.simpleLogger.log.io.github.tic4j";

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "The configuration; default $ETL_CONFIG, or else production_config.yaml.")
    private @Nullable Path config;

    @Option(names = "--payers", paramLabel = "NAME", split = ",", description = "Only these payers.")
    private List<String> payers = new ArrayList<>();

    @Option(names = "--max-files", paramLabel = "N", description = "Only the first files of each payer.")
    private @Nullable String maxFiles;

    @Option(names = "--max-records", paramLabel = "N", description = "Only the first prices of each file.")
    private @Nullable String maxRecords;

    @Option(names = "--workers", paramLabel = "N", description = "How many files are read at a time.")
    private @Nullable String workers;

    @Option(names = "--out", paramLabel = "DIR", description = "Where the tables go.")
    private @Nullable String out;

    @Option(
            names = "--test-mode",
            description = "Read 5 files of each payer and 1,000 prices of each file, unless told.")
    private boolean testMode;

    @Option(names = "--dry-run", description = "List what would be read, with sizes, and read none of it.")
    private boolean dryRun;

    @Option(names = "--print-config", description = "Show the configuration as it results, secrets masked, and end.")
    private boolean printConfig;

    @Option(names = "--quiet", description = "Print nothing but failures.")
    private boolean quiet;

    @Option(names = "--debug", description = "Log what happens, and failures with their stack traces.")
    private boolean debug;

    @Option(
            names = "--progress-file",
            paramLabel = "FILE",
            description =
                    "Where progress is written as CSV; default progress_PID.csv in the system's temporary folder.")
    private Path progressFile = Path.of(
            System.getProperty("java.io.tmpdir"),
            "progress_" + ProcessHandle.current().pid() + ".csv");

    private final Output output;

    RunCommand(Output output) {
        this.output = output;
    }

    @Override
    public Integer call() throws IOException {
        Map<String, String> environment = System.getenv();
        Path file = config == null ? Path.of(environment.getOrDefault("ETL_CONFIG", "production_config.yaml")) : config;
        Configuration configuration = Configuration.read(file, environment, flags());
        if (printConfig) {
            output.out().print(configuration);
            return ExitCode.FINE;
        }
        setLogLevel(configuration);
        if (!quiet) {
            configuration.warnings().forEach(warning -> output.err().println("tic: " + warning));
        }
        PipelineOptions.Builder options = payers.isEmpty() ? configuration.pipeline() : configuration.pipeline(payers);
        if (configuration.output().format().equals("parquet")) {
            addParquet(options, configuration);
        }
        if (dryRun) {
            return show(Pipeline.of(options.build()).plan());
        }
        addListeners(options, configuration);
        PipelineOptions built = options.build();
        RunReport report;
        try {
            report = Pipeline.of(built).run();
        } catch (IOException unusable) {
            // The folder of the tables: what is wrong with a source is in the report.
            output.err().println("tic: " + Tic.message(unusable));
            return ExitCode.FAILED;
        }
        RunSummary summary = new RunSummary(report, built.folder());
        summary.printFailures(output.err());
        if (!quiet) {
            summary.printWarnings(output.err());
            summary.print(output.out());
        }
        if (report.stopped() == null && configuration.output().bucket().isPresent()) {
            upload(configuration.output().bucket().get(), built.folder());
        }
        return summary.exitCode();
    }

    private List<Flag> flags() {
        List<Flag> flags = new ArrayList<>();
        addFlag(flags, "processing.max_files_per_payer", maxFiles, "--max-files");
        addFlag(flags, "processing.max_records_per_file", maxRecords, "--max-records");
        addFlag(flags, "processing.parallel_workers", workers, "--workers");
        addFlag(flags, "output.local_directory", out, "--out");
        addFlag(flags, "development.test_mode", testMode ? "true" : null, "--test-mode");
        addFlag(flags, "logging.level", debug ? "DEBUG" : null, "--debug");
        return flags;
    }

    private static void addFlag(List<Flag> flags, String key, @Nullable String value, String name) {
        if (value != null) {
            flags.add(new Flag(key, value, name));
        }
    }

    /** Before the first logger is made: lines about each file would tear the bar apart, so they are for debugging. */
    private void setLogLevel(Configuration configuration) {
        String asked = configuration.logLevel().orElse("INFO").toLowerCase(Locale.ROOT);
        String level = quiet || asked.equals("info") || asked.equals("critical")
                ? "error"
                : asked.equals("warning") ? "warn" : asked;
        System.setProperty(LOG_LEVEL, level);
    }

    private void addParquet(PipelineOptions.Builder options, Configuration configuration) {
        String compression = configuration.output().compression().toUpperCase(Locale.ROOT);
        ParquetFormat format = ParquetFormat.defaults().with(Compression.valueOf(compression));
        options.format(format);
        if (configuration.output().consolidate()) {
            options.step("consolidation", folder -> consolidate(folder, format));
        }
        options.step(
                "analytics", folder -> Analytics.of(folder, "none", "payer").run());
        options.step("report", folder -> new Report(folder).write(folder.resolve("report.html")));
    }

    private static void consolidate(Path folder, ParquetFormat format) throws IOException {
        long sortBytes = Consolidation.of(folder).sortBytes();
        Consolidation consolidation = new Consolidation(folder, format, sortBytes);
        for (TableSchema table : Tables.all()) {
            consolidation.run(table);
        }
    }

    private void addListeners(PipelineOptions.Builder options, Configuration configuration) {
        options.listener(new ProgressFile(progressFile));
        if (!quiet && configuration.showsProgress()) {
            options.listener(new RunProgress(output.err(), ProgressLine.isOnTerminal()));
        }
        configuration
                .alarm()
                .webhook()
                .ifPresent(webhook -> options.listener(new WebhookAlert(
                        URI.create(webhook), configuration.alarm().errors())));
    }

    private int show(List<PlannedFile> plan) {
        long known = 0;
        for (PlannedFile file : plan) {
            known += file.size().orElse(0);
            String size = file.size().isPresent()
                    ? String.format(Locale.ROOT, "%,d", file.size().getAsLong())
                    : "unknown";
            output.out()
                    .printf(
                            "%-12s %-20s %15s  %s%n",
                            file.state().name().toLowerCase(Locale.ROOT), file.payer(), size, file.source());
        }
        output.out().printf("%,d files, %,d bytes as far as it is known%n", plan.size(), known);
        return ExitCode.FINE;
    }

    /** Afterwards, so that what the run says about itself goes too; what is there already is not sent again. */
    private void upload(Bucket bucket, Path folder) throws IOException {
        S3Options.Builder options = S3Options.builder();
        bucket.region().ifPresent(options::region);
        bucket.endpoint().map(URI::create).ifPresent(options::endpoint);
        String prefix = bucket.prefix().isEmpty() ? "" : bucket.prefix() + "/";
        try (S3Store store = S3Store.connect(options.build())) {
            S3RunUpload upload = new S3RunUpload(
                    store, new S3Layout(S3Location.of(bucket.name(), prefix)), S3WriteOptions.defaults());
            S3RunUpload.Report sent = upload.mirror(folder);
            if (!quiet) {
                output.out().println("s3://" + bucket.name() + "/" + prefix + ": " + sent);
            }
        }
    }
}
