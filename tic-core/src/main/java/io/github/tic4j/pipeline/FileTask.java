package io.github.tic4j.pipeline;

import io.github.tic4j.internal.run.Disk;
import io.github.tic4j.internal.run.ManifestEntry.Committed;
import io.github.tic4j.internal.run.OutputException;
import io.github.tic4j.internal.run.RunFolder;
import io.github.tic4j.internal.run.TaskFolder;
import io.github.tic4j.mrf.Tally;
import io.github.tic4j.normalize.FileContent;
import io.github.tic4j.normalize.NormalizedFile;
import io.github.tic4j.normalize.SourceFile;
import io.github.tic4j.payer.ListedFile;
import io.github.tic4j.payer.Payer;
import io.github.tic4j.pipeline.FileResult.Outcome;
import io.github.tic4j.read.MrfVisitor;
import io.github.tic4j.source.HttpSource;
import io.github.tic4j.source.Source;
import io.github.tic4j.source.SourceUnreachableException;
import io.github.tic4j.validate.QualityCheck;
import io.github.tic4j.validate.QualityReport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads one file and commits its tables, or finds that there is nothing to do. Run once, by one thread. */
final class FileTask {

    /** With less room than this it is not worth to begin. */
    private static final long LEAST_ROOM = 64L << 20;

    private static final Figures NOTHING = new Figures(Tally.NONE, Map.of());

    private final RunContext run;
    private final PayerFiles files;
    private final String fileId;
    private final String host;
    private final ProgressMeter.FileMeter meter;

    FileTask(RunContext run, PayerFiles files, String fileId) {
        this.run = run;
        this.files = files;
        this.fileId = fileId;
        this.host = Objects.requireNonNullElse(files.file(fileId).url().uri().getHost(), "");
        this.meter = run.progress().file(files.sizeOf(files.file(fileId)));
    }

    /** The host that it burdens; empty for a local file. It stays the same when the link changes. */
    String host() {
        return host;
    }

    String payer() {
        return files.payer().name();
    }

    /** Its address without secrets. */
    String source() {
        return files.file(fileId).url().toString();
    }

    /**
     * Does it. What is wrong with the file is part of the result.
     *
     * @throws OutputException if nothing can be written
     * @throws InterruptedIOException if the thread is interrupted
     */
    FileResult run() throws OutputException, InterruptedIOException {
        long start = System.nanoTime();
        try {
            return result(read(), start);
        } catch (OutputException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            Crew.requireUninterrupted(e);
            return result(new Ended(Outcome.FAILED, 0, NOTHING, e), start);
        } finally {
            meter.done();
        }
    }

    /** A result for a file whose turn did not come. */
    FileResult notTried() {
        return result(new Ended(Outcome.NOT_TRIED, 0, NOTHING, null), System.nanoTime());
    }

    /**
     * How an attempt ended.
     *
     * @param outcome what came of it
     * @param bytes the file's size
     * @param figures the figures of its tables
     * @param failure why it failed, or {@code null}
     */
    private record Ended(
            Outcome outcome,
            long bytes,
            Figures figures,
            @Nullable Exception failure) {}

    private FileResult result(Ended ended, long start) {
        return new FileResult(
                fileId,
                payer(),
                source(),
                ended.outcome,
                ended.bytes,
                ended.figures.prices(),
                ended.figures.rows(),
                ended.failure,
                Duration.ofNanos(System.nanoTime() - start));
    }

    /** Reads it under its link, and under a fresher one for as long as the one at hand turns out to have run out. */
    private Ended read() throws IOException {
        while (true) {
            ListedFile link = files.file(fileId);
            try {
                return attempt(link);
            } catch (IOException | RuntimeException e) {
                IOException failure = ioFailure(e);
                if (failure == null) {
                    throw e;
                }
                boolean signed = link.url().expiresAt().isPresent();
                if (!(failure instanceof SourceUnreachableException)
                        || !signed
                        || files.fresher(fileId, link).isEmpty()) {
                    throw failure;
                }
                meter.restart();
            }
        }
    }

    /** The failure of a source or of the output that an exception stands for, or {@code null}. */
    private static @Nullable IOException ioFailure(Exception e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof OutputException output) {
                return output;
            }
        }
        if (e instanceof UncheckedIOException unchecked) {
            return unchecked.getCause();
        }
        return e instanceof IOException failure ? failure : null;
    }

    private Ended attempt(ListedFile link) throws IOException {
        Payer payer = files.payer();
        Source published = files.published(link);
        Committed before = committed();
        Optional<Cache> cache = run.options().cache().map(Cache::new);
        // A server tells it with the file itself.
        boolean toldWithTheFile = published instanceof HttpSource && before == null && cache.isEmpty();
        FileState state = toldWithTheFile ? FileState.UNKNOWN : FileState.of(published);
        String validator = state.validator();
        if (before != null && validator != null && validator.equals(before.validator())) {
            return unchanged(before);
        }
        Source source = cache.isPresent() ? cache.get().fetch(fileId, published, state) : published;
        if (before != null && validator == null && isSame(before, source)) {
            return unchanged(before);
        }
        Disk.requireRoom(run.options().folder(), LEAST_ROOM, "the tables of " + link.url());
        try (MeteredSource metered = new MeteredSource(source, validator, meter::read);
                TaskFolder task = run.folder().task(fileId, run.progress()::records)) {
            SourceFile file = SourceFile.builder(payer.content(link, metered), files.publisher())
                    .url(link.url())
                    .plans(link.plans())
                    .description(link.description())
                    .run(run.begun().runId(), run.begun().startedAt())
                    .content(() -> contentOf(metered))
                    .build();
            Optional<QualityCheck> check = run.check(payer);
            MrfVisitor listener = check.<MrfVisitor>map(judge -> judge).orElseGet(() -> new MrfVisitor() {});
            NormalizedFile read = run.normalizer(payer, link, check).normalize(file, task.tables(), listener);
            if (check.isPresent()) {
                task.keepQuality(saved(check.get().report()));
            }
            return commit(read, metered, task, before);
        }
    }

    /** What it was committed as, if nothing but the file itself could make that another thing now. */
    private @Nullable Committed committed() {
        boolean judged = run.folder().quality(fileId).isPresent();
        return Optional.ofNullable(run.folder().committed(fileId))
                .filter(last -> last.settings().equals(settings()))
                .filter(last -> judged || run.options().rules().isEmpty())
                .orElse(null);
    }

    private static byte[] saved(QualityReport report) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        report.save(bytes);
        return bytes.toByteArray();
    }

    private Ended commit(NormalizedFile read, MeteredSource metered, TaskFolder task, @Nullable Committed before)
            throws IOException {
        if (read.failure() != null) {
            throw read.failure();
        }
        if (!read.ledger().isBalanced()) {
            throw new IllegalStateException("The account of " + source() + " does not add up: "
                    + read.ledger().toJson());
        }
        Figures figures = new Figures(read.ledger().prices(), read.rows());
        Optional<FileContent> content = contentOf(metered);
        String sha256 = content.map(FileContent::sha256).orElse("");
        long bytes = content.map(FileContent::bytes).orElse(0L);
        if (before != null && content.isPresent() && sha256.equals(before.sha256())) {
            run.folder().confirm(before.withValidator(metered.validator()));
            return unchanged(before);
        }
        run.folder()
                .commit(task, new RunFolder.Outcome(settings(), metered.validator(), sha256, bytes, figures.toMap()));
        return new Ended(Outcome.COMMITTED, bytes, figures, null);
    }

    private static Ended unchanged(Committed before) {
        return new Ended(Outcome.UNCHANGED, before.bytes(), Figures.of(before.figures()), null);
    }

    private boolean isSame(Committed before, Source source) throws IOException {
        try (MeteredSource unread = new MeteredSource(source, null, bytes -> {})) {
            return unread.content().sha256().equals(before.sha256());
        }
    }

    /** The file's content, unless a limit ended the reading: the rest of the file would then be read for this alone. */
    private Optional<FileContent> contentOf(MeteredSource metered) {
        boolean limited = run.options().normalizing().maxPrices() < Long.MAX_VALUE;
        if (limited && !metered.isAtEnd()) {
            return Optional.empty();
        }
        try {
            return Optional.of(metered.content());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String settings() {
        return RunContext.settings(run.options(), files.payer());
    }
}
