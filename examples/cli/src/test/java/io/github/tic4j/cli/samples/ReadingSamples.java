package io.github.tic4j.cli.samples;

import io.github.tic4j.mrf.CodeList;
import io.github.tic4j.mrf.Price;
import io.github.tic4j.mrf.PriceFilter;
import io.github.tic4j.mrf.ProviderGroup;
import io.github.tic4j.mrf.ProviderReference;
import io.github.tic4j.read.MrfReader;
import io.github.tic4j.read.MrfVisitor;
import io.github.tic4j.read.PriceCursor;
import io.github.tic4j.read.ReadOptions;
import io.github.tic4j.source.Source;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The samples of the README and of docs/reading.md. */
final class ReadingSamples {

    private ReadingSamples() {}

    static void records() throws IOException {
        try (MrfReader reader = MrfReader.open(Path.of("rates.json.gz"))) {
            for (Price price : reader) {
                System.out.println(price.item().billingCode() + " " + price.negotiatedRate());
            }
            System.out.println(reader.ledger().toJson());
        }
    }

    static void visitor() throws IOException {
        try (MrfReader reader = MrfReader.open(Path.of("rates.json.gz"))) {
            reader.visit(new MrfVisitor() {
                @Override
                public void providerReference(ProviderReference reference) {
                    System.out.println(reference.id() + " " + reference.groups().size());
                }
            });
        }
    }

    static long cursor() throws IOException {
        try (MrfReader reader = MrfReader.open(Path.of("rates.json.gz"))) {
            PriceCursor cursor = reader.cursor();
            long cents = 0;
            while (cursor.next()) {
                if (cursor.isScaled() && cursor.scale() == 2) {
                    cents += cursor.unscaled();
                }
            }
            return cents;
        }
    }

    static ReadOptions filter() throws IOException {
        PriceFilter filter = PriceFilter.builder()
                .codes(CodeList.read(Path.of("codes.txt")))
                .code("RC", "450")
                .npi(1234567893L)
                .tin("12-3456789")
                .billingClass("professional")
                .build();
        return ReadOptions.builder().filter(filter).build();
    }

    static void groups(Source source) throws IOException {
        ReadOptions options =
                ReadOptions.builder().groups(ReadOptions.Groups.RESOLVED).build();
        try (MrfReader reader = MrfReader.open(source, options)) {
            for (Price price : reader) {
                List<ProviderGroup> groups = reader.groups(price.rate());
                System.out.println(price.negotiatedRate() + " " + groups.size());
            }
        }
    }
}
