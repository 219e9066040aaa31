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
import io.github.tic4j.spi.Rule;
import io.github.tic4j.validate.QualityCheck;
import io.github.tic4j.validate.QualityRules;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /** The rules of the host, if there are any, as of the day on which the run began. */
    Optional<QualityRules> rules() {
        LocalDate day = LocalDate.ofInstant(begun.startedAt(), ZoneOffset.UTC);
        return options.rules().map(rules -> rules.toBuilder().asOf(day).build());
    }

    /** The check of one file, if there are rules. */
    Optional<QualityCheck> check(Payer payer) {
        return rules().map(rules -> {
            QualityRules.Builder all = rules.toBuilder();
            payer.rules().forEach(all::rule);
            return new QualityCheck(
                    all.build(), payer.readOptions(options.reading()).ids());
        });
    }

    /** Reads a file as the host and the payer's handler want it. */
    Normalizer normalizer(Payer payer, ListedFile file, Optional<QualityCheck> check) {
        NormalizeOptions host = options.normalizing();
        List<Review> reviews = new ArrayList<>();
        payer.adapter(file).ifPresent(adapter -> reviews.add(new HandlerReview(adapter)));
        if (host.review() != Review.NONE) {
            reviews.add(host.review());
        }
        check.ifPresent(judge -> reviews.add(new QualityReview(judge)));
        return Normalizer.with(new NormalizeOptions(
                payer.readOptions(options.reading()),
                reviews.stream().reduce(Review::andThen).orElse(Review.NONE),
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
                reading.ids().name(),
                String.valueOf(reading.remoteReferences() != null),
                host.rateIds().name(),
                Long.toString(host.maxPrices()),
                options.rules().map(RunContext::textOf).orElse(""));
    }

    /** The same text in every JVM, which the order of immutable maps and sets is not. */
    private static String textOf(Quirks quirks) {
        Map<String, Map<String, String>> values = new TreeMap<>();
        quirks.values().forEach((key, words) -> values.put(key, new TreeMap<>(words)));
        return new TreeMap<>(quirks.keyAliases()) + " " + values + " " + new TreeSet<>(quirks.placeholderPrices()) + " "
                + quirks.ids();
    }

    /** What of the rules decides about prices; not the day, by which nothing is rejected. */
    private static String textOf(QualityRules rules) {
        Map<String, BigDecimal> reasonable = new TreeMap<>();
        rules.reasonableRates().forEach((code, rate) -> reasonable.put(code.toString(), rate));
        return rules.minRate() + " " + rules.maxRate() + " " + reasonable + " " + rules.listedCodes() + " "
                + new TreeSet<>(rules.requiredFields()) + " " + new TreeMap<>(rules.severities()) + " "
                + rules.customRules().stream().map(Rule::id).toList();
    }
}
