package io.github.tic4j.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tic4j.mrf.AllowedAmount;
import io.github.tic4j.mrf.Price;
import io.github.tic4j.mrf.Strictness;
import io.github.tic4j.source.ContentException;
import io.github.tic4j.source.Source;
import io.github.tic4j.source.Sources;
import io.github.tic4j.source.TruncatedContentException;
import io.github.tic4j.testing.MrfGenerator;
import io.github.tic4j.testing.MrfSpec;
import io.github.tic4j.testing.SharedData;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Jackson's tree model reads the same bytes and must see the same rows. */
class OracleTest {

    @ParameterizedTest
    @EnumSource(Strictness.class)
    void cmsSamplesHoldTheSameRows(Strictness strictness) throws IOException {
        List<Path> samples;
        try (Stream<Path> files = Files.walk(SharedData.require("tic/cms"))) {
            samples = files.filter(file -> file.toString().contains("/examples/")
                            && file.toString().endsWith(".json"))
                    .toList();
        }
        assertThat(samples).hasSizeGreaterThan(40);
        for (Path sample : samples) {
            byte[] json = Files.readAllBytes(sample);
            ReadOptions options = ReadOptions.builder().strictness(strictness).build();
            assertThat(prices(json, options)).as(sample.toString()).isEqualTo(JacksonOracle.prices(json));
            assertThat(allowedAmounts(json, options))
                    .as(sample.toString())
                    .isEqualTo(JacksonOracle.allowedAmounts(json));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void generatedFilesHoldTheSameRows(long seed) throws IOException {
        MrfSpec spec = MrfSpec.builder()
                .seed(seed)
                .items(30)
                .ratesPerItem(15)
                .providerReferences(10)
                .schema(seed % 2 == 0 ? MrfSpec.Schema.V1 : MrfSpec.Schema.V2)
                .shares(MrfSpec.Shares.MIXED)
                .build();
        byte[] json = MrfGenerator.generate(spec).bytes();
        assertThat(prices(json, ReadOptions.defaults())).isEqualTo(JacksonOracle.prices(json));
    }

    @ParameterizedTest
    @EnumSource(MrfSpec.Order.class)
    void everyPrefixIsTruncatedAndDeliversCompletePricesInOrder(MrfSpec.Order order) throws IOException {
        MrfSpec spec = MrfSpec.builder()
                .items(2)
                .ratesPerItem(2)
                .providerReferences(2)
                .order(order)
                .build();
        byte[] json = MrfGenerator.generate(spec).bytes();
        List<String> all = JacksonOracle.prices(json);
        int end = json.length;
        while (json[end - 1] != '}') {
            end--;
        }
        for (int length = 1; length < end; length++) {
            byte[] prefix = Arrays.copyOf(json, length);
            List<String> delivered = new ArrayList<>();
            assertThatThrownBy(() -> read(prefix, ReadOptions.defaults(), delivered))
                    .as("prefix of %d bytes", length)
                    .isInstanceOf(TruncatedContentException.class)
                    .hasMessageContaining("memory.json");
            assertThat(delivered).isEqualTo(all.subList(0, delivered.size()));
        }
    }

    @Test
    void aStrictReadNamesTheLeniencyItRefuses() {
        byte[] json = "{\"version\": \"1.0.0\", \"in_network\": [{\"billing_code\": 99213}]}"
                .getBytes(StandardCharsets.UTF_8);
        ReadOptions strict = ReadOptions.builder().strictness(Strictness.STRICT).build();
        assertThatThrownBy(() -> prices(json, strict))
                .isInstanceOf(ContentException.class)
                .hasMessage(
                        "Strict reading does not take SCALAR_FOR_STRING (\"99213\") at $.in_network[0] in memory.json"
                                + " (byte 53)");
    }

    private static List<String> prices(byte[] json, ReadOptions options) throws IOException {
        List<String> lines = new ArrayList<>();
        read(json, options, lines);
        return lines;
    }

    private static void read(byte[] json, ReadOptions options, List<String> into) throws IOException {
        try (MrfReader reader = MrfReader.open(memory(json), options)) {
            for (Price price : reader) {
                into.add(JacksonOracle.line(price));
            }
        }
    }

    private static List<String> allowedAmounts(byte[] json, ReadOptions options) throws IOException {
        List<String> lines = new ArrayList<>();
        try (MrfReader reader = MrfReader.open(memory(json), options)) {
            for (Iterator<AllowedAmount> rows = reader.allowedAmounts(); rows.hasNext(); ) {
                lines.add(JacksonOracle.line(rows.next()));
            }
        }
        return lines;
    }

    private static Source memory(byte[] json) {
        return Sources.of("memory.json", () -> new ByteArrayInputStream(json));
    }
}
