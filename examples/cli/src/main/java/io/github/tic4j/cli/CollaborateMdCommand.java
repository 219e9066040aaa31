package io.github.tic4j.cli;

import io.github.tic4j.collaboratemd.pipeline.ConfigException;
import io.github.tic4j.collaboratemd.pipeline.PipelineConfig;
import io.github.tic4j.collaboratemd.pipeline.PipelineReport;
import io.github.tic4j.collaboratemd.pipeline.PipelineStatus;
import io.github.tic4j.collaboratemd.pipeline.ReportPipeline;
import io.github.tic4j.collaboratemd.pipeline.TableOutcome;
import io.github.tic4j.collaboratemd.postgres.LoadResult;
import io.github.tic4j.collaboratemd.postgres.TrackedReport;
import io.github.tic4j.collaboratemd.postgres.ViewOutcome;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code tic collaboratemd}: brings reports from CollaborateMD into PostgreSQL. Its exit codes are the pipeline's. */
@Command(
        name = "collaboratemd",
        mixinStandardHelpOptions = true,
        description = "Brings reports from CollaborateMD into PostgreSQL.",
        footer = {
            "",
            "Exit codes: 0 complete, 1 failed, 2 invalid configuration or usage, 3 some reports did not come, "
                    + "4 another run is under way, 5 reports are still running.",
        })
final class CollaborateMdCommand implements Runnable {

    @Spec
    private @Nullable CommandSpec spec;

    private final Output output;

    CollaborateMdCommand(Output output) {
        this.output = output;
    }

    @Override
    public void run() {
        throw new ParameterException(
                Objects.requireNonNull(spec).commandLine(), "Missing a command: generate, status, fetch, load or run");
    }

    /** Which configuration. */
    static final class Config {
        @Option(
                names = "--config",
                required = true,
                paramLabel = "FILE",
                description = "INI or JSON; each key can be set by the environment.")
        private Path file = Path.of("");

        ReportPipeline pipeline() throws IOException {
            return ReportPipeline.of(PipelineConfig.read(file, System.getenv()));
        }
    }

    @Command(name = "generate", mixinStandardHelpOptions = true, description = "Asks the service to run the reports.")
    int generate(@picocli.CommandLine.Mixin Config config) {
        return step(config, ReportPipeline::generate);
    }

    @Command(
            name = "status",
            mixinStandardHelpOptions = true,
            description = "Tells how far the last run is; asks the database only.")
    int status(@picocli.CommandLine.Mixin Config config) {
        return step(config, ReportPipeline::status);
    }

    @Command(name = "fetch", mixinStandardHelpOptions = true, description = "Waits for the results and keeps them.")
    int fetch(@picocli.CommandLine.Mixin Config config) {
        return step(config, ReportPipeline::fetch);
    }

    @Command(
            name = "load",
            mixinStandardHelpOptions = true,
            description = "Loads what is complete and applies the views.")
    int load(@picocli.CommandLine.Mixin Config config) {
        return step(config, ReportPipeline::load);
    }

    @Command(name = "run", mixinStandardHelpOptions = true, description = "Generates, fetches and loads.")
    int run(@picocli.CommandLine.Mixin Config config) {
        return step(config, ReportPipeline::run);
    }

    private int step(Config config, Function<ReportPipeline, PipelineReport> step) {
        PipelineStatus status;
        try {
            PipelineReport report = step.apply(config.pipeline());
            print(report, output.out());
            status = report.status();
        } catch (ConfigException | IOException unusable) {
            output.err().println("tic: " + Tic.message(unusable));
            status = PipelineStatus.INVALID_CONFIGURATION;
        } catch (RuntimeException failure) {
            // All of them, since the code that the command line has for the unexpected means "still running" here.
            output.err().println("tic: " + Tic.message(failure));
            status = PipelineStatus.FAILED;
        }
        return status.exitCode();
    }

    /** Prints what a step did: every report, then the tables and the views of a load. */
    static void print(PipelineReport report, PrintStream out) {
        out.println(report.runId().isEmpty() ? report.status() : report.status() + ", run " + report.runId());
        reports(report.reports(), out);
        tables(report.tables(), out);
        views(report.views(), out);
    }

    private static void reports(List<TrackedReport> reports, PrintStream out) {
        TextTable table = new TextTable("instance", "account", "report", "state", "rows", "note");
        for (TrackedReport report : reports) {
            table.add(
                    report.key().instance(),
                    report.key().account(),
                    report.key().report(),
                    report.state(),
                    report.rows(),
                    report.note());
        }
        printUnlessEmpty(table, out);
    }

    private static void tables(List<TableOutcome> tables, PrintStream out) {
        TextTable table = new TextTable("instance", "table", "outcome", "read", "inserted", "removed", "drift", "note");
        for (TableOutcome outcome : tables) {
            LoadResult loaded = outcome.loaded();
            table.add(
                    outcome.instance(),
                    outcome.report(),
                    outcome.kind(),
                    loaded == null ? null : loaded.rowsRead(),
                    loaded == null ? null : loaded.rowsInserted(),
                    loaded == null ? null : loaded.rowsRemoved(),
                    loaded == null ? null : loaded.drift().size(),
                    outcome.missing().isEmpty() ? outcome.reason() : "without " + String.join(", ", outcome.missing()));
        }
        printUnlessEmpty(table, out);
    }

    private static void views(List<ViewOutcome> views, PrintStream out) {
        TextTable table = new TextTable("view", "", "reason");
        for (ViewOutcome view : views) {
            table.add(view.view(), view.isApplied() ? "applied" : "left out", view.reason());
        }
        printUnlessEmpty(table, out);
    }

    private static void printUnlessEmpty(TextTable table, PrintStream out) {
        if (table.size() > 0) {
            out.println();
            table.print(out);
        }
    }
}
