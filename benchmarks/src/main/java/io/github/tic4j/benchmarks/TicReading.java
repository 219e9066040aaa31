package io.github.tic4j.benchmarks;

import io.github.tic4j.mrf.Item;
import io.github.tic4j.mrf.Price;
import io.github.tic4j.mrf.PriceFilter;
import io.github.tic4j.mrf.PriceTerms;
import io.github.tic4j.mrf.ProviderGroup;
import io.github.tic4j.mrf.ProviderReference;
import io.github.tic4j.mrf.Rate;
import io.github.tic4j.read.MrfReader;
import io.github.tic4j.read.MrfVisitor;
import io.github.tic4j.read.PriceCursor;
import io.github.tic4j.read.ReadOptions;
import io.github.tic4j.source.Sources;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/** The ways in of this library. */
final class TicReading {

    private TicReading() {}

    /** Options for all prices. */
    static ReadOptions all(int threads) {
        return ReadOptions.builder().threads(threads).build();
    }

    /** Options for some codes, given as {@code TYPE CODE}. */
    static ReadOptions only(Set<String> codes, int threads) {
        PriceFilter.Builder filter = PriceFilter.builder();
        for (String typed : codes) {
            int blank = typed.lastIndexOf(' ');
            filter.code(typed.substring(0, blank), typed.substring(blank + 1));
        }
        return all(threads).toBuilder().filter(filter.build()).build();
    }

    /** Prices through the cursor. */
    static void cursor(Path file, ReadOptions options, Tally tally) throws IOException {
        try (MrfReader reader = MrfReader.open(Sources.of(file), options)) {
            PriceCursor cursor = reader.cursor();
            long item = -1;
            long rate = -1;
            while (cursor.next()) {
                Item current = cursor.item();
                if (current.index() != item) {
                    item = current.index();
                    tally.item(current.billingCodeType(), current.billingCode());
                    rate = -1;
                }
                if (cursor.rateIndex() != rate) {
                    rate = cursor.rateIndex();
                    references(cursor, tally);
                }
                PriceTerms terms = cursor.terms();
                touch(terms, tally);
                tally.price(
                        cursor.unscaled(),
                        cursor.scale(),
                        terms.negotiatedType(),
                        terms.expirationDate(),
                        terms.billingClass());
            }
        }
    }

    private static void references(PriceCursor cursor, Tally tally) {
        for (int i = 0; i < cursor.referenceCount(); i++) {
            if (tally.isExact()) {
                tally.reference(cursor.reference(i));
            } else {
                tally.reference(cursor.referenceNumber(i));
            }
        }
    }

    /** Prices as records. */
    static void records(Path file, ReadOptions options, Tally tally) throws IOException {
        try (MrfReader reader = MrfReader.open(Sources.of(file), options)) {
            long item = -1;
            long rate = -1;
            for (Price price : reader) {
                if (price.item().index() != item || price.rate().index() != rate) {
                    item = price.item().index();
                    rate = price.rate().index();
                    record(price.rate(), tally);
                }
                record(price, tally);
            }
        }
    }

    /** Counts a rate and its item. */
    static void record(Rate rate, Tally tally) {
        tally.item(rate.item().billingCodeType(), rate.item().billingCode());
        rate.providerReferences().forEach(tally::reference);
    }

    /** Counts a price. */
    static void record(Price price, Tally tally) {
        PriceTerms terms = price.terms();
        touch(terms, tally);
        tally.price(price.negotiatedRate(), terms.negotiatedType(), terms.expirationDate(), terms.billingClass());
    }

    private static void touch(PriceTerms terms, Tally tally) {
        tally.touch(terms.setting());
        tally.touch(terms.serviceCodes());
        tally.touch(terms.billingCodeModifiers());
        tally.touch(terms.additionalInformation());
    }

    /** Provider references, kept for every rate that may ask for them. */
    static void groups(Path file, Tally tally) throws IOException {
        ReadOptions resolved =
                all(1).toBuilder().groups(ReadOptions.Groups.RESOLVED).build();
        try (MrfReader reader = MrfReader.open(Sources.of(file), resolved)) {
            reader.visit(new MrfVisitor() {
                @Override
                public void providerReference(ProviderReference reference) {
                    for (ProviderGroup group : reference.groups()) {
                        tally.group(group.npis().size());
                    }
                }
            });
        }
    }
}
