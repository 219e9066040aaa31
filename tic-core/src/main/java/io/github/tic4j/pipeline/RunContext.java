package io.github.tic4j.pipeline;

import io.github.tic4j.internal.run.ManifestEntry.Begun;
import io.github.tic4j.internal.run.RunFolder;
import io.github.tic4j.normalize.NormalizeOptions;
import io.github.tic4j.normalize.Normalizer;
import io.github.tic4j.normalize.Review;
import io.github.tic4j.payer.ListedFile;
import io.github.tic4j.payer.Payer;
import io.github.tic4j.payer.Quirks;
import io.github.tic4j.read.ReadOptions;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the tasks of a run share.
 *
 * @param options what the host asked for
 * @param folder where they commit
 * @param begun the run
 * @param progress counts
 */
record RunContext(PipelineOptions options, RunFolder folder, Begun begun, ProgressMeter progress) {

    /** Reads a file as the host and the payer's handler want it. */
    Normalizer normalizer(Payer payer, ListedFile file) {
        NormalizeOptions host = options.normalizing();
        Review review = payer.adapter(file)
                .map(adapter -> new HandlerReview(adapter).andThen(host.review()))
                .orElse(host.review());
        return Normalizer.with(new NormalizeOptions(
                payer.readOptions(host.reading()),
                review,
                host.rateIds(),
                host.maxPrices(),
                host.maxDistinctMemory()));
    }

    /** What shapes a payer's tables beside its files: where it differs, they must be made anew. */
    static String settings(PipelineOptions options, Payer payer) {
        NormalizeOptions host = options.normalizing();
        ReadOptions reading = host.reading();
        return Hashes.id(
                payer.handler(),
                textOf(payer.quirks()),
                reading.strictness().name(),
                reading.filter().toString(),
                new TreeMap<>(reading.keyAliases()).toString(),
                String.valueOf(reading.remoteReferences() != null),
                host.rateIds().name(),
                Long.toString(host.maxPrices()));
    }

    /** The same text in every JVM, which the order of immutable maps and sets is not. */
    private static String textOf(Quirks quirks) {
        Map<String, Map<String, String>> values = new TreeMap<>();
        quirks.values().forEach((key, words) -> values.put(key, new TreeMap<>(words)));
        return new TreeMap<>(quirks.keyAliases()) + " " + values + " " + new TreeSet<>(quirks.placeholderPrices()) + " "
                + quirks.ids();
    }
}
