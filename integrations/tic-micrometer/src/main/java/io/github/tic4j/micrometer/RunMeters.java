package io.github.tic4j.micrometer;

import io.github.tic4j.mrf.Tally;
import io.github.tic4j.pipeline.FileResult;
import io.github.tic4j.pipeline.FileResult.Outcome;
import io.github.tic4j.pipeline.Progress;
import io.github.tic4j.pipeline.RunListener;
import io.github.tic4j.pipeline.RunReport;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * Counts what runs do in a registry.
 *
 * <pre>{@code
 * PipelineOptions.builder(folder).payer("acme", index).listener(new RunMeters(registry)).build();
 * }</pre>
 *
 * <table>
 * <caption>The meters</caption>
 * <tr><th>meter</th><th>kind</th><th>tags</th></tr>
 * <tr><td>{@code tic.file}</td><td>timer: files, and how long they took</td><td>{@code payer}, {@code outcome}</td></tr>
 * <tr><td>{@code tic.bytes}</td><td>counter: bytes of the files that were committed</td><td>{@code payer}</td></tr>
 * <tr><td>{@code tic.prices}</td><td>counter: prices of the files that were committed</td><td>{@code payer}, {@code
 * outcome}: delivered, filtered or rejected</td></tr>
 * <tr><td>{@code tic.run}</td><td>timer: runs, and how long they took</td><td>{@code complete}</td></tr>
 * <tr><td>{@code tic.run.progress}</td><td>gauge: how much of the run is done, from 0 to 1</td><td></td></tr>
 * </table>
 *
 * <p>A listener may watch one run after the other. Tags have no more values than there are payers and outcomes; no address
 * is among them.
 */
public final class RunMeters implements RunListener {

    private static final Progress NONE = new Progress(1, 0, OptionalLong.empty(), 0, 0, 0, Duration.ZERO);

    private final MeterRegistry registry;

    private volatile Progress latest = NONE;

    /** A listener that counts in a registry; one is enough for it, and its gauge shows no other's progress. */
    public RunMeters(MeterRegistry registry) {
        this.registry = registry;
        Gauge.builder("tic.run.progress", () -> latest.fraction()).register(registry);
    }

    @Override
    public void listed(Progress progress) {
        latest = progress;
    }

    @Override
    public void progress(Progress progress) {
        latest = progress;
    }

    @Override
    public void fileFinished(FileResult file) {
        String payer = file.payer();
        registry.timer("tic.file", "payer", payer, "outcome", lower(file.outcome()))
                .record(file.elapsed());
        if (file.outcome() == Outcome.COMMITTED) {
            registry.counter("tic.bytes", "payer", payer).increment((double) file.bytes());
            Tally prices = file.prices();
            count(payer, "delivered", prices.delivered());
            count(payer, "filtered", prices.filtered());
            count(payer, "rejected", prices.rejectedTotal());
        }
    }

    @Override
    public void finished(RunReport report) {
        registry.timer("tic.run", "complete", Boolean.toString(report.isComplete()))
                .record(report.elapsed());
    }

    private void count(String payer, String outcome, long prices) {
        registry.counter("tic.prices", "payer", payer, "outcome", outcome).increment((double) prices);
    }

    private static String lower(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }
}
