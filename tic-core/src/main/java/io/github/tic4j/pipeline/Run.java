package io.github.tic4j.pipeline;

import io.github.tic4j.internal.run.Layout;
import io.github.tic4j.internal.run.ManifestEntry.Begun;
import io.github.tic4j.internal.run.RunFolder;
import io.github.tic4j.payer.ListedFile;
import io.github.tic4j.pipeline.RunReport.Unlisted;
import io.github.tic4j.table.PendingFile;
import io.github.tic4j.validate.QualityReport;
import io.github.tic4j.validate.QualityRules;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One run, from the indexes to the last finishing step. */
final class Run {

    private static final Logger LOG = LoggerFactory.getLogger(Pipeline.class);
    private static final DateTimeFormatter RUN_ID =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final String STATISTICS = "processing_statistics.json";
    private static final String QUALITY = "quality_report.json";

    private final PipelineOptions options;
    private final Listeners listeners;
    private final ProgressMeter progress = new ProgressMeter(System::nanoTime);
    private final List<Unlisted> unlisted = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    Run(PipelineOptions options) {
        this.options = options;
        this.listeners = new Listeners(options.listeners());
    }

    RunReport run() throws IOException {
        List<PayerFiles> payers = PayerFiles.of(options);
        try (RunFolder folder = RunFolder.open(options.folder(), options.format(), options.limits())) {
            Begun begun = folder.begin(begun());
            RunContext context = new RunContext(options, folder, begun, progress);
            Crew crew = new Crew(options.filesAtATime(), options.workersPerHost());
            List<FileTask> tasks = list(payers, context, crew);
            listeners.tell(listener -> listener.listed(progress.progress()));
            FileWork.Done done = new FileWork(crew, listeners, progress).work(tasks);
            Exception stopped = done.stopped();
            if (stopped == null) {
                stopped = finish(folder);
            }
            if (stopped == null) {
                folder.end();
            }
            RunReport report = report(context, done.results(), stopped);
            write(report);
            listeners.tell(listener -> listener.finished(report));
            return report;
        }
    }

    private Begun begun() {
        // Microseconds are what tables can hold.
        Instant start = options.startedAt().orElseGet(Instant::now).truncatedTo(ChronoUnit.MICROS);
        boolean partitioned = options.partitioning() == Partitioning.PAYER_AND_DATE;
        return new Begun(
                RUN_ID.format(start), start, new Layout(options.format().extension(), partitioned));
    }

    /** Reads the indexes side by side, and numbers their files in the order of the options. */
    private List<FileTask> list(List<PayerFiles> payers, RunContext context, Crew crew) throws IOException {
        IOException stopped = crew.work(payers);
        if (stopped != null) {
            throw stopped;
        }
        List<RunFolder.Candidate> candidates = new ArrayList<>();
        for (PayerFiles files : payers) {
            String payer = files.payer().name();
            Optional.ofNullable(files.failure()).ifPresent(failure -> unlisted.add(new Unlisted(payer, failure)));
            warnings.addAll(files.findings());
            files.files()
                    .forEach((id, file) -> candidates.add(
                            new RunFolder.Candidate(id, payer, file.url().toString())));
        }
        context.folder().list(candidates);
        List<FileTask> tasks = new ArrayList<>();
        for (PayerFiles files : payers) {
            for (Map.Entry<String, ListedFile> file : files.files().entrySet()) {
                tasks.add(new FileTask(context, files, file.getKey()));
            }
        }
        return tasks;
    }

    /** Does the finishing steps that are not done; what stopped them, or {@code null}. */
    private @Nullable Exception finish(RunFolder folder) throws IOException {
        for (Map.Entry<String, FinishingStep> step : options.steps().entrySet()) {
            String name = step.getKey();
            if (folder.isDone(name)) {
                continue;
            }
            try {
                step.getValue().run(options.folder());
            } catch (IOException | RuntimeException e) {
                LOG.warn("Step {} failed: {}", name, e.getMessage());
                return new IOException("Step " + name + " failed: " + e.getMessage(), e);
            }
            folder.stepDone(name);
        }
        return null;
    }

    /** Writes the figures; where nothing can be written, the report is all there is. */
    private void write(RunReport report) throws IOException {
        try {
            write(STATISTICS, Statistics.of(report));
            Optional<QualityReport> quality =
                    report.quality().filter(found -> !found.files().isEmpty());
            if (quality.isPresent()) {
                write(QUALITY, quality.get().toJson());
            }
        } catch (IOException e) {
            if (report.stopped() == null) {
                throw e;
            }
            LOG.warn("The figures of the run cannot be written: {}", e.getMessage());
        }
    }

    private void write(String name, String text) throws IOException {
        try (PendingFile pending = new PendingFile(options.folder().resolve(name))) {
            Files.writeString(pending.part(), text);
            pending.commit();
        }
    }

    /** The sum of what was kept about each file whose rows the tables hold as it is now, by this run or before. */
    private QualityReport quality(RunFolder folder, QualityRules rules, List<FileResult> results) {
        Stream<QualityReport> kept =
                results.stream().filter(FileResult::isInTables).flatMap(file -> kept(folder, rules, file).stream());
        return QualityReport.sum(rules, kept);
    }

    private Optional<QualityReport> kept(RunFolder folder, QualityRules rules, FileResult file) {
        Optional<Path> kept = folder.quality(file.fileId());
        if (kept.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(kept.get())) {
            return Optional.of(QualityReport.load(in, rules));
        } catch (IOException e) {
            warnings.add(QUALITY + " says nothing of " + file.source() + ": " + e.getMessage());
            return Optional.empty();
        }
    }

    private RunReport report(RunContext context, List<FileResult> results, @Nullable Exception stopped) {
        Optional<QualityReport> quality = context.rules().map(rules -> quality(context.folder(), rules, results));
        return new RunReport(
                context.begun().runId(),
                context.begun().startedAt(),
                progress.progress().elapsed(),
                options.payers().size(),
                results,
                unlisted,
                stopped,
                quality,
                warnings);
    }
}
