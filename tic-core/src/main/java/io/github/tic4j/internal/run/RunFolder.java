package io.github.tic4j.internal.run;

import io.github.tic4j.internal.run.ManifestEntry.Begun;
import io.github.tic4j.internal.run.ManifestEntry.Committed;
import io.github.tic4j.internal.run.ManifestEntry.Ended;
import io.github.tic4j.internal.run.ManifestEntry.Listed;
import io.github.tic4j.internal.run.ManifestEntry.StepDone;
import io.github.tic4j.table.TableFolder;
import io.github.tic4j.table.TableFormat;
import io.github.tic4j.table.TableSchema;
import io.github.tic4j.table.Tables;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder of a run, which may be killed at any moment.
 *
 * <p>A task writes below {@code _tasks/FILE-GENERATION}. Its line in the manifest is what commits it: once all it wrote is on
 * the disk, the line is added and forced, then the files get their names in the tables and those of an earlier generation go.
 * Whoever opens the folder after a crash repeats these renames for tasks that have their line, and deletes what other tasks
 * left. So a file's tables count all together or not at all, and those it replaces stay until then. What is written is
 * forced to the disk before the line is; should a power failure lose a name, the file counts as not committed.
 *
 * <p>Names depend on the number that a file got when it was first listed, not on which task was faster. Safe for use by
 * several threads; each task folder by one.
 */
public final class RunFolder implements Closeable {

    static final String TASKS = "_tasks";

    /** Where the reports on the quality of committed files are, one for each; hidden from readers of tables. */
    static final String QUALITY = ".quality";

    private final Path root;
    private final TableFormat format;
    private final TableFolder.Limits limits;
    private final RunLock lock;
    private final Manifest manifest;
    private final Map<String, Listed> listed = new ConcurrentHashMap<>();
    private final Map<String, Committed> committed = new ConcurrentHashMap<>();
    private final Set<String> stepsDone = new TreeSet<>();
    private @Nullable Begun begun;
    private boolean ended;

    private RunFolder(Path root, TableFormat format, TableFolder.Limits limits, RunLock lock, Manifest manifest) {
        this.root = root;
        this.format = format;
        this.limits = limits;
        this.lock = lock;
        this.manifest = manifest;
    }

    /**
     * Opens a folder for this process alone, finishes what a crash interrupted and deletes what it left.
     *
     * @throws IOException if another run is at work in it, or its manifest is damaged
     */
    public static RunFolder open(Path root, TableFormat format, TableFolder.Limits limits) throws IOException {
        make(root);
        RunLock lock = RunLock.take(root);
        try {
            Manifest manifest = Manifest.open(root);
            RunFolder folder = new RunFolder(root, format, limits, lock, manifest);
            manifest.read().forEach(folder::apply);
            folder.recover();
            return folder;
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static void make(Path root) throws OutputException {
        try {
            Files.createDirectories(root);
        } catch (FileAlreadyExistsException e) {
            throw new OutputException("to " + root, new IOException("it is no folder", e));
        } catch (IOException e) {
            throw new OutputException("to " + root, e);
        }
    }

    /** What is committed in a folder, without opening it for work; nothing if it is no folder of a run. */
    public static Map<String, Committed> peek(Path root) throws IOException {
        Map<String, Committed> committed = new HashMap<>();
        for (ManifestEntry entry : Manifest.peek(root)) {
            if (entry instanceof Committed file) {
                committed.put(file.fileId(), file);
            }
        }
        return committed;
    }

    /**
     * Begins a run, or goes on with the one that was interrupted, under its identity.
     *
     * @throws IllegalArgumentException if the folder's tables are stored in another way
     */
    public synchronized Begun begin(Begun fresh) throws IOException {
        Begun last = begun;
        if (last != null && !last.layout().equals(fresh.layout())) {
            throw new IllegalArgumentException("The tables in " + root + " are stored as " + last.layout() + ", not as "
                    + fresh.layout() + ": run with the same format and layout, or in another folder");
        }
        if (last != null && !ended) {
            return last;
        }
        add(List.of(fresh));
        return fresh;
    }

    /**
     * A file to be given a number.
     *
     * @param fileId the file
     * @param payer the payer's name
     * @param source the address without secrets
     */
    public record Candidate(String fileId, String payer, String source) {}

    /** Gives numbers to files that have none yet, in the order given. */
    public synchronized void list(List<Candidate> candidates) throws IOException {
        LocalDate day = LocalDate.ofInstant(current().startedAt(), ZoneOffset.UTC);
        int next = listed.values().stream().mapToInt(Listed::number).max().orElse(0) + 1;
        List<Listed> lines = new ArrayList<>();
        Set<String> added = new HashSet<>();
        for (Candidate candidate : candidates) {
            if (!listed.containsKey(candidate.fileId()) && added.add(candidate.fileId())) {
                lines.add(new Listed(candidate.fileId(), next++, candidate.payer(), candidate.source(), day));
            }
        }
        add(lines);
    }

    /** What a file was committed as, or {@code null} if it was not or its tables have been deleted since. */
    public synchronized @Nullable Committed committed(String fileId) {
        Committed last = committed.get(fileId);
        return last != null && hasTables(last) ? last : null;
    }

    /** The report that was kept with what a file was last committed as, if there is one. */
    public Optional<Path> quality(String fileId) {
        return Optional.ofNullable(committed.get(fileId))
                .map(file -> quality(fileId, file.generation()))
                .filter(Files::exists);
    }

    /**
     * A place for a new attempt at a file that has been listed.
     *
     * @param prices told how many prices have been written
     */
    public synchronized TaskFolder task(String fileId, LongConsumer prices) throws IOException {
        Listed file = Objects.requireNonNull(listed.get(fileId), "a task is for a listed file");
        Path folder = root.resolve(TASKS).resolve(folderName(fileId, nextGeneration(fileId)));
        Disk.deleteTree(folder);
        return new TaskFolder(file, new TableFolder(folder, new GuardedFormat(format, prices), limits));
    }

    /**
     * What is to be kept about a file that was read.
     *
     * @param settings what of the options shapes the tables, as a hash
     * @param validator what the source says about the file's state, or {@code null}
     * @param sha256 the hash of the file's bytes; empty if not all of them were read
     * @param bytes how many these are
     * @param figures what the host wants to know again
     */
    public record Outcome(
            String settings, @Nullable String validator, String sha256, long bytes, Map<String, Long> figures) {}

    /** Puts what a task wrote in the place of what the file had before. */
    public void commit(TaskFolder task, Outcome outcome) throws OutputException {
        try {
            commitWhole(task, outcome);
        } catch (OutputException e) {
            throw e;
        } catch (IOException e) {
            throw new OutputException("the tables of " + task.file().source(), e);
        }
    }

    private void commitWhole(TaskFolder task, Outcome outcome) throws IOException {
        String fileId = task.file().fileId();
        Committed before = committed.get(fileId);
        if (before != null) {
            // Even an empty table replaces: by a file's batch consolidation knows that older rows of it are void.
            for (TableSchema schema : Tables.all()) {
                if (before.parts().containsKey(schema.name())) {
                    task.tables().writer(schema);
                }
            }
        }
        Map<String, Integer> parts = task.complete();
        Committed line = new Committed(
                fileId,
                nextGeneration(fileId),
                outcome.settings(),
                outcome.validator(),
                outcome.sha256(),
                outcome.bytes(),
                parts,
                outcome.figures());
        add(List.of(line));
        publish(task.root(), line);
    }

    /** Notes that a file's source says something else of it than before, though its content is the same. */
    public void confirm(Committed same) throws OutputException {
        try {
            add(List.of(same));
        } catch (IOException e) {
            throw new OutputException("the manifest", e);
        }
    }

    /** Whether a finishing step has been done for all that is committed. */
    public synchronized boolean isDone(String step) {
        return stepsDone.contains(step);
    }

    /** Notes that a finishing step has been done. */
    public void stepDone(String step) throws IOException {
        add(List.of(new StepDone(step)));
    }

    /** Ends the run. The manifest then has no line twice, in an order that does not tell which task was faster. */
    public synchronized void end() throws IOException {
        List<ManifestEntry> lines = new ArrayList<>(List.of(current()));
        List<Listed> files = listed.values().stream()
                .sorted(Comparator.comparingInt(Listed::number))
                .toList();
        lines.addAll(files);
        files.stream()
                .map(file -> committed.get(file.fileId()))
                .filter(Objects::nonNull)
                .forEach(lines::add);
        stepsDone.stream().map(StepDone::new).forEach(lines::add);
        lines.add(new Ended());
        Disk.deleteTree(root.resolve(TASKS));
        manifest.rewrite(lines);
        ended = true;
    }

    @Override
    public void close() throws IOException {
        try (lock) {
            manifest.close();
        }
    }

    private synchronized void add(List<? extends ManifestEntry> entries) throws IOException {
        manifest.append(entries);
        entries.forEach(this::apply);
    }

    private void apply(ManifestEntry entry) {
        if (entry instanceof Begun run) {
            begun = run;
            ended = false;
        } else if (entry instanceof Listed file) {
            listed.put(file.fileId(), file);
        } else if (entry instanceof Committed file) {
            Committed before = committed.put(file.fileId(), file);
            if (before == null || before.generation() != file.generation()) {
                stepsDone.clear();
            }
        } else if (entry instanceof StepDone done) {
            stepsDone.add(done.step());
        } else {
            ended = true;
        }
    }

    private Begun current() {
        return Objects.requireNonNull(begun, "a run has begun");
    }

    private int nextGeneration(String fileId) {
        Committed last = committed.get(fileId);
        return last == null ? 1 : last.generation() + 1;
    }

    private static String folderName(String fileId, int generation) {
        return fileId + "-" + generation;
    }

    private Path quality(String fileId, int generation) {
        return root.resolve(QUALITY).resolve(folderName(fileId, generation));
    }

    private void recover() throws IOException {
        Path tasks = root.resolve(TASKS);
        if (!Files.isDirectory(tasks)) {
            return;
        }
        Map<String, Committed> unpublished = new HashMap<>();
        for (Committed file : committed.values()) {
            unpublished.put(folderName(file.fileId(), file.generation()), file);
        }
        try (Stream<Path> folders = Files.list(tasks)) {
            for (Path folder : folders.sorted().toList()) {
                Committed file = unpublished.get(String.valueOf(folder.getFileName()));
                if (file == null) {
                    Disk.deleteTree(folder);
                } else {
                    publish(folder, file);
                }
            }
        }
        Files.delete(tasks);
    }

    /** Gives a committed task's files their names; may be repeated. */
    private void publish(Path folder, Committed file) throws IOException {
        Listed listing = listingOf(file);
        Layout layout = current().layout();
        for (Map.Entry<String, Integer> table : file.parts().entrySet()) {
            int parts = table.getValue();
            for (int part = 1; part <= parts; part++) {
                Path written = folder.resolve(Layout.batch(table.getKey(), part, layout.extension()));
                if (Files.exists(written)) {
                    Disk.move(written, root.resolve(layout.file(listing, table.getKey(), part)));
                }
            }
            deleteFrom(parts + 1, part -> root.resolve(layout.file(listing, table.getKey(), part)));
        }
        Path report = folder.resolve(TaskFolder.QUALITY);
        if (Files.exists(report)) {
            Disk.move(report, quality(file.fileId(), file.generation()));
        }
        Files.deleteIfExists(quality(file.fileId(), file.generation() - 1));
        Disk.deleteTree(folder);
    }

    /** Deletes the parts of an earlier generation, the last one first, so that a crash leaves no gap to stop at. */
    private static void deleteFrom(int first, IntFunction<Path> path) throws IOException {
        int end = first;
        while (Files.exists(path.apply(end))) {
            end++;
        }
        for (int part = end - 1; part >= first; part--) {
            Files.delete(path.apply(part));
        }
    }

    private boolean hasTables(Committed file) {
        Listed listing = listingOf(file);
        Layout layout = current().layout();
        return file.parts().entrySet().stream()
                .allMatch(table -> IntStream.rangeClosed(1, table.getValue())
                                .allMatch(
                                        part -> Files.exists(root.resolve(layout.file(listing, table.getKey(), part))))
                        || Files.exists(root.resolve(layout.finalFile(listing, table.getKey()))));
    }

    private Listed listingOf(Committed file) {
        return Objects.requireNonNull(listed.get(file.fileId()), "what is committed has been listed");
    }
}
