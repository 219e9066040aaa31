package io.github.tic4j.pipeline;

import io.github.tic4j.mrf.Tally;
import io.github.tic4j.pipeline.FileResult.Outcome;
import io.github.tic4j.validate.QualityReport;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a run did.
 *
 * @param runId the run
 * @param startedAt when it began; for a run that was interrupted before, when that began
 * @param elapsed how long this process worked on it
 * @param payers how many payers it was for
 * @param files what became of each file, in the order of the listing
 * @param unlisted the payers whose index could not be read
 * @param stopped what ended the run before its time, such as a full disk, or {@code null}
 * @param quality what the rules say about the listed files that the tables hold as they are now, read by this run or before;
 *     each as of the day on which it was read; empty without rules
 * @param warnings what is worth knowing and no failure, such as findings about an index
 */
public record RunReport(
        String runId,
        Instant startedAt,
        Duration elapsed,
        int payers,
        List<FileResult> files,
        List<Unlisted> unlisted,
        @Nullable Exception stopped,
        Optional<QualityReport> quality,
        List<String> warnings) {

    /** Copies the lists. */
    public RunReport {
        files = List.copyOf(files);
        unlisted = List.copyOf(unlisted);
        warnings = List.copyOf(warnings);
    }

    /**
     * A payer whose files are not known, or not all of them.
     *
     * @param payer the payer's name
     * @param failure why its index could not be read
     */
    public record Unlisted(String payer, Exception failure) {}

    /** Whether every index was read, every file is committed and every step done. */
    public boolean isComplete() {
        return failures().isEmpty() && count(Outcome.NOT_TRIED) == 0;
    }

    /** How many files came to this. */
    public long count(Outcome outcome) {
        return files.stream().filter(file -> file.outcome() == outcome).count();
    }

    /** The account of the prices of the listed files that the tables hold as they are now, read by this run or before. */
    public Tally prices() {
        return files.stream().map(FileResult::prices).reduce(Tally.NONE, Tally::plus);
    }

    /** How many prices this run has written. */
    public long pricesOfThisRun() {
        return committed().mapToLong(file -> file.prices().delivered()).sum();
    }

    /** How many bytes the files have that this run has committed. */
    public long bytesOfThisRun() {
        return committed().mapToLong(FileResult::bytes).sum();
    }

    /** All that failed: indexes, files, and what stopped the run. */
    public List<Exception> failures() {
        return Stream.of(
                        unlisted.stream().map(Unlisted::failure),
                        files.stream().map(FileResult::failure),
                        Stream.of(stopped))
                .flatMap(failures -> failures)
                .filter(Objects::nonNull)
                .toList();
    }

    private Stream<FileResult> committed() {
        return files.stream().filter(file -> file.outcome() == Outcome.COMMITTED);
    }
}
