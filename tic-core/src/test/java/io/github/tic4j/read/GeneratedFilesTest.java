package io.github.tic4j.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tic4j.mrf.FileReport;
import io.github.tic4j.mrf.PriceFilter;
import io.github.tic4j.mrf.Skipping;
import io.github.tic4j.source.Source;
import io.github.tic4j.source.Sources;
import io.github.tic4j.testing.MrfGenerator;
import io.github.tic4j.testing.MrfGenerator.Generated;
import io.github.tic4j.testing.MrfSpec;
import io.github.tic4j.testing.MrfTruth.Totals;
import io.github.tic4j.testing.PriceChecksum;
import io.github.tic4j.testing.Streams;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Generated files come with a truth that was counted while they were written. */
class GeneratedFilesTest {

    static Stream<MrfSpec> specs() {
        MrfSpec small = MrfSpec.builder()
                .items(40)
                .providerReferences(30)
                .ratesPerItem(20)
                .codes(1000)
                .build();
        Stream.Builder<MrfSpec> specs = Stream.builder();
        long seed = 1;
        for (MrfSpec.Schema schema : MrfSpec.Schema.values()) {
            for (MrfSpec.Layout layout : MrfSpec.Layout.values()) {
                for (MrfSpec.Order order : MrfSpec.Order.values()) {
                    for (MrfSpec.Shares shares : new MrfSpec.Shares[] {MrfSpec.Shares.NONE, MrfSpec.Shares.MIXED}) {
                        specs.add(small.toBuilder()
                                .seed(seed++)
                                .schema(schema)
                                .layout(layout)
                                .order(order)
                                .shares(shares)
                                .build());
                    }
                }
            }
        }
        return specs.build();
    }

    @ParameterizedTest
    @MethodSource("specs")
    void everyPriceIsRead(MrfSpec spec) throws IOException {
        Generated file = MrfGenerator.generate(spec);
        try (MrfReader reader = MrfReader.open(source(file.bytes()))) {
            assertThat(sumUp(reader)).isEqualTo(comparable(file.truth().all()));
            FileReport report = reader.reports().get(0);
            assertThat(report.ledger().isBalanced()).isTrue();
            assertThat(report.bytes()).isEqualTo(file.bytes().length);
        }
    }

    @ParameterizedTest
    @MethodSource("specs")
    void oneByteAtATimeChangesNothing(MrfSpec spec) throws IOException {
        Generated file = MrfGenerator.generate(spec.toBuilder().items(4).build());
        Source slow = Sources.of("slow", () -> Streams.oneByteAtATime(new ByteArrayInputStream(file.bytes())));
        try (MrfReader reader = MrfReader.open(slow)) {
            assertThat(sumUp(reader)).isEqualTo(comparable(file.truth().all()));
        }
    }

    @ParameterizedTest
    @MethodSource("specs")
    void theFilterChoosesItems(MrfSpec spec) throws IOException {
        Generated file = MrfGenerator.generate(
                spec.toBuilder().items(400).ratesPerItem(3).build());
        PriceFilter.Builder filter = PriceFilter.builder();
        for (String selected : spec.selectedCodes()) {
            int space = selected.lastIndexOf(' ');
            filter.code(selected.substring(0, space), selected.substring(space + 1));
        }
        ReadOptions options = ReadOptions.builder()
                .filter(filter.build())
                .skipping(Skipping.COUNTED)
                .build();
        try (MrfReader reader = MrfReader.open(source(file.bytes()), options)) {
            assertThat(sumUp(reader)).isEqualTo(comparable(file.truth().selected()));
            assertThat(reader.ledger().prices().seen())
                    .isEqualTo(file.truth().all().prices());
            assertThat(reader.ledger().isComplete()).isTrue();
            assertThat(reader.ledger().items().seen())
                    .isEqualTo(file.truth().all().items());
        }
    }

    private static Source source(byte[] bytes) {
        return Sources.of("generated.json", () -> new ByteArrayInputStream(bytes));
    }

    private record Sums(
            long items, long rates, long prices, long references, BigDecimal sum, long prices64, long refs64) {}

    private static Sums comparable(Totals truth) {
        return new Sums(
                truth.items(),
                truth.rates(),
                truth.prices(),
                truth.references(),
                truth.sum().stripTrailingZeros(),
                truth.priceChecksum(),
                truth.referenceChecksum());
    }

    private static Sums sumUp(MrfReader reader) {
        long prices = 0;
        long references = 0;
        long checksum = 0;
        long referenceChecksum = 0;
        BigDecimal sum = BigDecimal.ZERO;
        Set<String> items = new HashSet<>();
        Set<String> rates = new HashSet<>();
        PriceCursor cursor = reader.cursor();
        while (cursor.next()) {
            prices++;
            sum = sum.add(cursor.negotiatedRate());
            long item = PriceChecksum.item(
                    PriceChecksum.hash(text(cursor.item().billingCodeType())),
                    PriceChecksum.hash(text(cursor.item().billingCode())));
            long terms = PriceChecksum.terms(
                    PriceChecksum.hash(text(cursor.terms().negotiatedType())),
                    PriceChecksum.hash(text(cursor.terms().expirationDate())),
                    PriceChecksum.hash(text(cursor.terms().billingClass())));
            checksum += PriceChecksum.price(item, cursor.negotiatedRate(), terms);
            items.add(String.valueOf(cursor.item().index()));
            if (rates.add(cursor.item().index() + "/" + cursor.rateIndex())) {
                for (int i = 0; i < cursor.referenceCount(); i++) {
                    references++;
                    referenceChecksum += PriceChecksum.hash(cursor.reference(i));
                }
            }
        }
        return new Sums(
                items.size(), rates.size(), prices, references, sum.stripTrailingZeros(), checksum, referenceChecksum);
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }
}
