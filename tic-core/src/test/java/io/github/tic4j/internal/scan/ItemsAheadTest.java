package io.github.tic4j.internal.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tic4j.mrf.PriceFilter;
import io.github.tic4j.mrf.Skipping;
import io.github.tic4j.mrf.Strictness;
import io.github.tic4j.testing.MrfGenerator;
import io.github.tic4j.testing.MrfSpec;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A document that is split among threads reads as it does in order, wherever it is cut. */
class ItemsAheadTest {

    static Stream<MrfSpec> specs() {
        Stream.Builder<MrfSpec> specs = Stream.builder();
        long seed = 1;
        for (MrfSpec.Layout layout : MrfSpec.Layout.values()) {
            for (MrfSpec.Order order : MrfSpec.Order.values()) {
                for (MrfSpec.Shares shares : new MrfSpec.Shares[] {MrfSpec.Shares.NONE, MrfSpec.Shares.MIXED}) {
                    specs.add(MrfSpec.builder()
                            .seed(seed++)
                            .items(60)
                            .ratesPerItem(8)
                            .providerReferences(10)
                            .schema(seed % 2 == 0 ? MrfSpec.Schema.V1 : MrfSpec.Schema.V2)
                            .layout(layout)
                            .order(order)
                            .shares(shares)
                            .build());
                }
            }
        }
        return specs.build();
    }

    @ParameterizedTest
    @MethodSource("specs")
    void generatedFilesReadTheSame(MrfSpec spec) throws IOException {
        byte[] json = MrfGenerator.generate(spec).bytes();
        for (ScanPlan plan : plans(spec)) {
            Reading expected = Reading.inOrder(json, plan);
            for (int stretch : new int[] {500, 4_000, 30_000}) {
                assertThat(Reading.split(json, plan, 2, stretch))
                        .as("stretches of %d", stretch)
                        .isEqualTo(expected);
            }
        }
    }

    private static List<ScanPlan> plans(MrfSpec spec) {
        PriceFilter.Builder filter = PriceFilter.builder();
        for (String selected : spec.selectedCodes()) {
            int space = selected.lastIndexOf(' ');
            filter.code(selected.substring(0, space), selected.substring(space + 1));
        }
        return List.of(
                Reading.LENIENT,
                Reading.plan(Strictness.STRICT, Skipping.UNREAD, PriceFilter.all()),
                Reading.plan(Strictness.LENIENT, Skipping.COUNTED, filter.build()),
                Reading.plan(Strictness.LENIENT, Skipping.UNREAD, filter.build()));
    }
}
