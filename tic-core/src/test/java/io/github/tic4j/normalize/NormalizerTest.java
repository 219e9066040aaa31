package io.github.tic4j.normalize;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tic4j.normalize.NormalizedFile.Ending;
import io.github.tic4j.source.Source;
import io.github.tic4j.source.Sources;
import io.github.tic4j.table.Row;
import io.github.tic4j.table.TableSet;
import io.github.tic4j.table.Tables;
import io.github.tic4j.testing.MrfGenerator;
import io.github.tic4j.testing.MrfGenerator.Generated;
import io.github.tic4j.testing.MrfSpec;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Generated files of every order and spelling, against Jackson and the truth that was counted while they were written. */
class NormalizerTest {

    static Stream<MrfSpec> specs() {
        MrfSpec small = MrfSpec.builder()
                .items(25)
                .providerReferences(20)
                .ratesPerItem(12)
                .codes(500)
                .build();
        Stream.Builder<MrfSpec> specs = Stream.builder();
        long seed = 1;
        for (MrfSpec.Schema schema : MrfSpec.Schema.values()) {
            for (MrfSpec.Order order : MrfSpec.Order.values()) {
                for (MrfSpec.Shares shares : new MrfSpec.Shares[] {MrfSpec.Shares.NONE, MrfSpec.Shares.MIXED}) {
                    specs.add(small.toBuilder()
                            .seed(seed++)
                            .schema(schema)
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
    void everyPriceCanBeMadeFromTheTablesAgain(MrfSpec spec) throws IOException {
        Generated file = MrfGenerator.generate(spec);
        MemoryTables tables = new MemoryTables();

        NormalizedFile result = normalize(file.bytes(), tables);

        assertThat(Reconstruction.pricesOf(tables))
                .containsExactlyInAnyOrderElementsOf(Reconstruction.pricesOf(file.bytes()));
        assertThat(result.ending()).isEqualTo(Ending.COMPLETE);
        assertThat(result.rows()).containsEntry("rates", file.truth().all().prices());
        assertThat(tables.rows(Tables.RATES).stream()
                        .map(row -> (BigDecimal) row.value("negotiated_rate"))
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(file.truth().all().sum());
        assertThat(result.ledger().prices().seen()).isEqualTo(file.truth().all().prices());
        assertThat(result.ledger().isBalanced()).isTrue();
        Row row = tables.rows(Tables.FILES).get(0);
        assertThat(row.value("prices_written")).isEqualTo(file.truth().all().prices());
    }

    static NormalizedFile normalize(byte[] json, MemoryTables tables) throws IOException {
        return normalize(json, tables, NormalizeOptions.defaults());
    }

    static NormalizedFile normalize(byte[] json, MemoryTables tables, NormalizeOptions options) throws IOException {
        Source source = Sources.of("generated.json", () -> new ByteArrayInputStream(json));
        try (TableSet set = tables.set()) {
            return Normalizer.with(options)
                    .normalize(SourceFile.builder(source, Payer.named("test")).build(), set);
        }
    }
}
