package io.github.tic4j.collaboratemd.pipeline;

import io.github.tic4j.collaboratemd.ClientBuilder;
import io.github.tic4j.collaboratemd.CollaborateMdClient;
import io.github.tic4j.collaboratemd.Delay;
import io.github.tic4j.collaboratemd.pipeline.Run.Task;
import io.github.tic4j.collaboratemd.postgres.ReportDatabase;
import io.github.tic4j.collaboratemd.postgres.RunLock;
import io.github.tic4j.collaboratemd.postgres.TaskState;
import io.github.tic4j.collaboratemd.postgres.TrackedReport;
import io.github.tic4j.collaboratemd.postgres.TrackingTable;
import io.github.tic4j.collaboratemd.postgres.ViewOutcome;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the reports of a configuration from CollaborateMD into PostgreSQL:
 *
 * <pre>{@code
 * PipelineConfig config = PipelineConfig.read(Path.of("config.ini"), System.getenv());
 * PipelineReport report = ReportPipeline.of(config).run();
 * System.exit(report.status().exitCode());
 * }</pre>
 *
 * <p>Every step can be killed and called again: what is done is recorded in the database and not done twice. Only one
 * step runs at a time per schema and per credentials, on whatever machine. Thread-safe.
 */
public final class ReportPipeline {

    private static final Logger LOG = LoggerFactory.getLogger(ReportPipeline.class);
    private static final int MAX_INSTANCES_AT_ONCE = 32;
    private static final DateTimeFormatter RUN_ID =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);

    private final PipelineConfig config;
    private final ReportDatabase database;
    private final TrackingTable tracking;
    private final InstantSource clock;
    private final Delay delay;
    private final Map<String, CollaborateMdClient> clients = new HashMap<>();

    private ReportPipeline(Builder builder) {
        config = builder.config;
        clock = builder.clock;
        delay = builder.delay;
        DataSource dataSource = builder.dataSource != null
                ? builder.dataSource
                : config.postgres().dataSource();
        database = new ReportDatabase(dataSource, config.schema(), config.statementTimeout(), delay);
        tracking = database.tracking();
        for (InstanceConfig instance : config.instances()) {
            ClientBuilder client = CollaborateMdClient.builder(instance.credentials())
                    .baseUrl(instance.baseUrl())
                    .clock(clock)
                    .delay(delay);
            clients.put(instance.key(), builder.client.apply(client).build());
        }
    }

    /** A pipeline with the database and the clients that its configuration describes. */
    public static ReportPipeline of(PipelineConfig config) {
        return builder(config).build();
    }

    /** A builder for a pipeline that uses parts of its host. */
    public static Builder builder(PipelineConfig config) {
        return new Builder(config);
    }

    /** Parts that a host may give to a pipeline. Not thread-safe. */
    public static final class Builder {

        private final PipelineConfig config;
        private @Nullable DataSource dataSource;
        private InstantSource clock = InstantSource.system();
        private Delay delay = Delay.system();
        private UnaryOperator<ClientBuilder> client = UnaryOperator.identity();

        private Builder(PipelineConfig config) {
            this.config = config;
        }

        /** Where connections come from, instead of the configured database; it stays the host's to close. */
        public Builder dataSource(DataSource value) {
            dataSource = value;
            return this;
        }

        /** The clock; default the system's. */
        public Builder clock(InstantSource value) {
            clock = value;
            return this;
        }

        /** How waits are waited; default the system's timer. */
        public Builder delay(Delay value) {
            delay = value;
            return this;
        }

        /** A last word on how clients are built, such as other timing; default none. */
        public Builder client(UnaryOperator<ClientBuilder> value) {
            client = value;
            return this;
        }

        /** The pipeline. */
        public ReportPipeline build() {
            return new ReportPipeline(this);
        }
    }

    /**
     * Runs every report of every account that this run does not have yet. The run is the last one if it is unfinished and
     * young enough, else a new one.
     */
    public PipelineReport generate() {
        return locked(() -> {
            Run run = open();
            generate(run);
            return report(run, statusOf(run, state -> !state.isFailure()), List.of(), List.of());
        });
    }

    /** Waits for the results of the last run and keeps them for the load. */
    public PipelineReport fetch() {
        return locked(() -> last(run -> {
            fetch(run);
            PipelineStatus status = statusOf(run, state -> state.isDelivered() || state == TaskState.SKIPPED);
            return report(run, status, List.of(), List.of());
        }));
    }

    /** Loads what is complete, and applies the views. */
    public PipelineReport load() {
        return locked(() -> last(this::load));
    }

    /** Generates, fetches and loads. Results that expired meanwhile are run once more. */
    public PipelineReport run() {
        return locked(() -> {
            Run run = open();
            generate(run);
            fetch(run);
            if (run.reports().stream().anyMatch(report -> report.state() == TaskState.EXPIRED)) {
                generate(run);
                fetch(run);
            }
            return load(run);
        });
    }

    /** How far the last run is. Asks the database only, and takes no lock. */
    public PipelineReport status() {
        database.createSchema();
        tracking.upgrade();
        return last(run -> report(run, statusOf(run, ReportPipeline::isDone), List.of(), List.of()));
    }

    private PipelineReport locked(Supplier<PipelineReport> step) {
        database.createSchema();
        Set<String> names = new HashSet<>(Set.of("schema " + config.schema()));
        for (InstanceConfig instance : config.instances()) {
            // The host only: an address that ends in its version is no other service.
            String host = URI.create(instance.baseUrl()).getAuthority();
            names.add("credentials " + host + " " + instance.credentials().username());
        }
        Optional<RunLock> lock = database.tryLock(names);
        if (lock.isEmpty()) {
            LOG.warn("Another run holds the lock");
            return nothing(PipelineStatus.LOCKED);
        }
        RunLock held = lock.get();
        try {
            tracking.upgrade();
            return step.get();
        } finally {
            held.close();
        }
    }

    private Run open() {
        Instant now = clock.instant();
        String id = tracking.unfinishedRun(now.minus(config.resumeWithin())).orElseGet(() -> {
            String fresh = RUN_ID.format(now);
            tracking.start(fresh, now);
            return fresh;
        });
        return run(id);
    }

    private PipelineReport last(Function<Run, PipelineReport> step) {
        return tracking.latestRun().map(this::run).map(step).orElseGet(() -> nothing(PipelineStatus.INCOMPLETE));
    }

    private Run run(String id) {
        return new Run(id, config, tracking, clock, clients);
    }

    private void generate(Run run) {
        Generator generator = new Generator(run, delay);
        Waiting.forAll(MAX_INSTANCES_AT_ONCE, config.instances(), generator::generate);
        new Summary(config.outputFolder(), run, archives(run)).writeIdentifiers();
        log("generated", run);
    }

    private void fetch(Run run) {
        Fetcher fetcher = new Fetcher(run, archives(run));
        List<Task> open = run.plan().stream().filter(fetcher::isOpen).toList();
        Waiting.forAll(config.fetchThreads(), open, fetcher::fetch);
        new Summary(config.outputFolder(), run, archives(run)).writeFetches(List.of());
        log("fetched", run);
    }

    private PipelineReport load(Run run) {
        Loader loader = new Loader(run, database, archives(run), config.missingAccounts());
        List<TableOutcome> tables = new ArrayList<>();
        for (InstanceConfig instance : config.instances()) {
            for (ReportConfig report : instance.reports()) {
                tables.add(loader.load(instance, report));
            }
        }
        List<ViewOutcome> views = database.applyViews(config.views());
        new Summary(config.outputFolder(), run, archives(run)).writeFetches(tables);
        log("loaded", run);
        PipelineStatus status = statusOf(run, ReportPipeline::isDone);
        if (status == PipelineStatus.COMPLETE) {
            tracking.finish(run.id(), clock.instant());
        }
        boolean hasFailed = tables.stream().anyMatch(table -> table.kind() == TableOutcome.Kind.FAILED);
        return report(run, hasFailed ? PipelineStatus.FAILED : status, tables, views);
    }

    private ArchiveFolder archives(Run run) {
        return new ArchiveFolder(config.outputFolder(), run.id());
    }

    /** Complete if every planned report satisfies the condition; pending if those that do not may still. */
    private static PipelineStatus statusOf(Run run, Predicate<TaskState> isSatisfied) {
        boolean isComplete = true;
        for (Task task : run.plan()) {
            TaskState state = run.find(task).map(TrackedReport::state).orElse(TaskState.FAILED);
            if (state.isFailure()) {
                return PipelineStatus.INCOMPLETE;
            }
            isComplete &= isSatisfied.test(state);
        }
        return isComplete ? PipelineStatus.COMPLETE : PipelineStatus.PENDING;
    }

    private static boolean isDone(TaskState state) {
        return state == TaskState.LOADED || state == TaskState.SKIPPED;
    }

    private static PipelineReport report(
            Run run, PipelineStatus status, List<TableOutcome> tables, List<ViewOutcome> views) {
        return new PipelineReport(status, run.id(), run.reports(), tables, views);
    }

    private static PipelineReport nothing(PipelineStatus status) {
        return new PipelineReport(status, "", List.of(), List.of(), List.of());
    }

    private static void log(String done, Run run) {
        Map<TaskState, Long> counts = run.reports().stream()
                .collect(Collectors.groupingBy(TrackedReport::state, TreeMap::new, Collectors.counting()));
        LOG.info("Run {} {}: {} reports planned, {}", run.id(), done, run.plan().size(), counts);
    }
}
