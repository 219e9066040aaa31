package io.github.tic4j.nppes.backfill;

import io.github.tic4j.nppes.Npi;
import io.github.tic4j.nppes.Provider;
import io.github.tic4j.nppes.ProviderDirectory;
import io.github.tic4j.nppes.ProviderStatus;
import io.github.tic4j.nppes.registry.RegistryException;
import io.github.tic4j.nppes.taxonomy.TaxonomyTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Looks up every NPI of a data set.
 *
 * <pre>{@code
 * NpiCollector npis = new NpiCollector();
 * table.forEach(row -> npis.add(row.npi()));
 * try (LookupJournal journal = LookupJournal.open(folder.resolve("nppes_cache.jsonl"))) {
 *     ProviderDirectory directory =
 *             ProviderDirectory.chain(snapshot, new CachedDirectory(RegistryClient.create(), journal));
 *     BackfillReport report = new Backfill(directory, BackfillOptions.defaults()).run(npis, sink);
 * }
 * }</pre>
 *
 * <p>Results come in the order of the NPIs, so the output does not depend on the number of workers. A run that was killed is
 * started again: what the journal keeps is not asked for twice.
 */
public final class Backfill {

    private final ProviderDirectory directory;
    private final BackfillOptions options;
    private final TaxonomyTable taxonomies;

    /** A backfill whose statistics word specialties by our own roll-up. */
    public Backfill(ProviderDirectory directory, BackfillOptions options) {
        this(directory, options, TaxonomyTable.empty());
    }

    /** A backfill whose statistics word specialties by the given table. */
    public Backfill(ProviderDirectory directory, BackfillOptions options, TaxonomyTable taxonomies) {
        this.directory = directory;
        this.options = options;
        this.taxonomies = taxonomies;
    }

    /**
     * Runs to the end, or until the directory has failed too often in a row. Neither is an exception: ask
     * {@link BackfillReport#passed()}.
     *
     * @throws IOException if the sink fails
     * @throws InterruptedException if the thread is interrupted; what was answered by then is in the journal
     */
    public BackfillReport run(NpiCollector npis, BackfillSink sink) throws IOException, InterruptedException {
        BackfillTally tally = new BackfillTally(npis, options, taxonomies);
        for (var invalid : npis.invalid().entrySet()) {
            sink.failed(new BackfillSink.FailedNpi(
                    invalid.getKey(), LookupState.INVALID, invalid.getValue().reason()));
        }
        ExecutorService workers = Executors.newFixedThreadPool(options.workers());
        try {
            Iterator<Npi> remaining = npis.npis().iterator();
            List<Npi> batch = nextBatch(remaining, tally);
            while (!batch.isEmpty() && !tally.isGivenUp()) {
                for (Outcome outcome : lookUp(batch, workers)) {
                    deliver(outcome, sink);
                    tally.add(outcome);
                }
                batch = nextBatch(remaining, tally);
            }
        } finally {
            workers.shutdownNow();
        }
        return tally.report();
    }

    private List<Npi> nextBatch(Iterator<Npi> remaining, BackfillTally tally) {
        int size = Math.min(options.batchSize(), options.limit() - tally.lookups());
        List<Npi> batch = new ArrayList<>();
        while (batch.size() < size && remaining.hasNext()) {
            batch.add(remaining.next());
        }
        return batch;
    }

    private List<Outcome> lookUp(List<Npi> batch, ExecutorService workers) throws InterruptedException {
        List<Future<Outcome>> answers = new ArrayList<>();
        for (Npi npi : batch) {
            answers.add(workers.submit(() -> lookUp(npi)));
        }
        List<Outcome> outcomes = new ArrayList<>();
        for (Future<Outcome> answer : answers) {
            try {
                outcomes.add(answer.get());
            } catch (ExecutionException e) {
                throw e.getCause() instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(e);
            }
        }
        return outcomes;
    }

    private Outcome lookUp(Npi npi) {
        try {
            Provider provider = directory.find(npi).orElse(null);
            if (provider == null) {
                return new Outcome(npi, LookupState.NOT_FOUND, null, "no directory knows it");
            }
            boolean usable = provider.status() != ProviderStatus.DEACTIVATED;
            return new Outcome(npi, usable ? LookupState.FOUND : LookupState.DEACTIVATED, provider, "");
        } catch (RegistryException e) {
            return new Outcome(npi, LookupState.FAILED, null, String.valueOf(e.getMessage()));
        }
    }

    private static void deliver(Outcome outcome, BackfillSink sink) throws IOException {
        if (outcome.provider != null) {
            sink.provider(outcome.provider);
        } else {
            sink.failed(new BackfillSink.FailedNpi(outcome.npi.toString(), outcome.state, outcome.reason));
        }
    }

    /**
     * How one lookup ended.
     *
     * @param reason why there is no provider
     */
    record Outcome(Npi npi, LookupState state, @Nullable Provider provider, String reason) {}
}
