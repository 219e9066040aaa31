package io.github.tic4j.pipeline;

import java.io.IOException;
import java.util.List;

/**
 * Reads the files of payers into the tables of a folder.
 *
 * <pre>{@code
 * PipelineOptions options = PipelineOptions.builder(Path.of("out"))
 *         .payer("bcbs_il", "https://mrf.example.org/index.json")
 *         .build();
 * RunReport report = Pipeline.of(options).run();
 * System.out.println(report.prices() + " " + report.failures());
 * }</pre>
 *
 * <p>A run may be killed at any moment. The next one on the folder goes on where it was, under its identity, and the tables
 * come out as if nothing had happened. Files that have not changed are not read again; the rows of one that has are
 * replaced. What fails costs its file and is reported; a full disk ends the run, and what was committed stays.
 *
 * <p>Immutable; it may be run again.
 */
public final class Pipeline {

    private final PipelineOptions options;

    private Pipeline(PipelineOptions options) {
        this.options = options;
    }

    /** A pipeline with these options. */
    public static Pipeline of(PipelineOptions options) {
        return new Pipeline(options);
    }

    /**
     * Runs until everything is done or nothing more can be.
     *
     * @throws IOException if the folder cannot be used: another run is at work in it, it cannot be written to, or its
     *     manifest is damaged
     * @throws java.io.InterruptedIOException if the thread is interrupted; files at work are given up, those committed stay
     * @throws IllegalArgumentException if the folder's tables are stored in another way, or it lies in a folder that is an
     *     index
     */
    public RunReport run() throws IOException {
        return new Run(options).run();
    }

    /**
     * What a run would read, without reading or writing any of it. Servers are asked for the sizes of files.
     *
     * @throws IOException if an index cannot be read
     * @throws IllegalArgumentException if the folder lies in one that is an index
     */
    public List<PlannedFile> plan() throws IOException {
        return new Plan(options).files();
    }
}
