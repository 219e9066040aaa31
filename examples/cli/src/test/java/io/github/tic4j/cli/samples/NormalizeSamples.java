package io.github.tic4j.cli.samples;

import io.github.tic4j.mrf.Finding.Severity;
import io.github.tic4j.mrf.Plan;
import io.github.tic4j.mrf.Price;
import io.github.tic4j.normalize.FileContent;
import io.github.tic4j.normalize.NormalizeOptions;
import io.github.tic4j.normalize.NormalizeOptions.RateIds;
import io.github.tic4j.normalize.NormalizedFile;
import io.github.tic4j.normalize.Normalizer;
import io.github.tic4j.normalize.Payer;
import io.github.tic4j.normalize.Review;
import io.github.tic4j.normalize.SourceFile;
import io.github.tic4j.normalize.Verdict;
import io.github.tic4j.source.FileUrl;
import io.github.tic4j.source.Source;
import io.github.tic4j.source.Sources;
import io.github.tic4j.table.TableFolder;
import io.github.tic4j.table.TableSet;
import io.github.tic4j.table.TextFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The samples of docs/normalize.md. */
final class NormalizeSamples {

    private NormalizeSamples() {}

    static void normalize() throws IOException {
        TableFolder folder = new TableFolder(Path.of("tables"), TextFormat.JSON_LINES_GZIP);
        Source source = Sources.of(Path.of("rates.json.gz"));
        try (TableSet tables = new TableSet(folder::batches)) {
            SourceFile file = SourceFile.builder(source, Payer.named("bcbs_il")).build();
            NormalizedFile result = Normalizer.withDefaults().normalize(file, tables);
            if (result.ending() == NormalizedFile.Ending.COMPLETE) {
                tables.commit();
            }
            System.out.println(result.rows() + " " + result.ledger().toJson());
        }
    }

    static SourceFile linked(Source source, FileUrl url, List<Plan> plans, String sha256, long bytes) {
        return SourceFile.builder(source, Payer.named("bcbs_il"))
                .url(url)
                .plans(plans)
                .description("in-network rates, part 1 of 4")
                .run("2026-11-20", Instant.parse("2026-11-20T06:00:00Z"))
                .content(() -> Optional.of(new FileContent(sha256, bytes)))
                .build();
    }

    static Normalizer reviewed() {
        Review aboveZero = new Review() {
            @Override
            public Verdict<Price> price(Price price) {
                return price.negotiatedRate().signum() > 0
                        ? Verdict.keep(price)
                        : new Verdict.Reject<>("price-not-positive", Severity.WARNING, "A price is above zero");
            }
        };
        return Normalizer.with(NormalizeOptions.builder()
                .review(aboveZero)
                .rateIds(RateIds.LOSSLESS)
                .build());
    }
}
