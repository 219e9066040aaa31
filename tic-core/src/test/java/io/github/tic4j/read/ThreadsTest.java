package io.github.tic4j.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tic4j.mrf.ContainedCode;
import io.github.tic4j.mrf.FileReport;
import io.github.tic4j.mrf.Finding;
import io.github.tic4j.mrf.Item;
import io.github.tic4j.mrf.Price;
import io.github.tic4j.mrf.ProviderReference;
import io.github.tic4j.mrf.Reject;
import io.github.tic4j.source.ContentException;
import io.github.tic4j.source.Source;
import io.github.tic4j.source.Sources;
import io.github.tic4j.source.TruncatedContentException;
import io.github.tic4j.testing.MrfGenerator;
import io.github.tic4j.testing.MrfSpec;
import io.github.tic4j.testing.Streams;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** More threads change nothing but the time. */
class ThreadsTest {

    private static final Ahead AT_ONCE = new Ahead(20_000, 1);

    @TempDir
    private static Path folder;

    private static byte[] json;
    private static Path plain;
    private static Path gzipped;

    @BeforeAll
    static void writeFiles() throws IOException {
        json = MrfGenerator.generate(MrfSpec.builder()
                        .items(150)
                        .ratesPerItem(60)
                        .providerReferences(20)
                        .shares(MrfSpec.Shares.MIXED)
                        .build())
                .bytes();
        plain = Files.write(folder.resolve("plain.json"), json);
        gzipped = Files.write(folder.resolve("gzipped.json.gz"), gzip(json));
    }

    static Stream<Path> quirks() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/quirks"))) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("quirks")
    void quirksAreReadTheSame(Path file) throws IOException {
        Source compressed = memory(gzip(Files.readAllBytes(file)));
        Ahead tiny = new Ahead(64, 1);
        assertThat(visited(Sources.of(file), 2, tiny)).isEqualTo(visited(Sources.of(file), 1, tiny));
        assertThat(visited(compressed, 2, tiny)).isEqualTo(visited(compressed, 1, tiny));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void everyWayInSeesTheSame(int threads) throws IOException {
        List<String> expected = prices(Sources.of(plain), 1);
        assertThat(expected).hasSizeGreaterThan(10_000);
        for (Path file : new Path[] {plain, gzipped}) {
            assertThat(prices(Sources.of(file), threads)).isEqualTo(renamed(expected, file));
            assertThat(visited(Sources.of(file), threads, AT_ONCE).get("price")).isEqualTo(renamed(expected, file));
            List<String> seen = new ArrayList<>();
            try (MrfReader reader = open(Sources.of(file), threads)) {
                for (PriceCursor cursor = reader.cursor(); cursor.next(); ) {
                    seen.add(cursor.price().toString());
                }
            }
            assertThat(seen).isEqualTo(renamed(expected, file));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void aByteOrderMarkShiftsNothing(int threads) throws IOException {
        byte[] marked = new byte[json.length + 3];
        System.arraycopy(json, 0, marked, 3, json.length);
        marked[0] = (byte) 0xef;
        marked[1] = (byte) 0xbb;
        marked[2] = (byte) 0xbf;
        Path file = Files.write(folder.resolve("marked" + threads + ".json"), marked);
        assertThat(prices(Sources.of(file), threads)).isEqualTo(renamed(prices(Sources.of(plain), 1), file));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void aFileThatBreaksOffGivesWhatIsCompleteAndThenTheError(int threads) throws IOException {
        byte[] half = Arrays.copyOf(json, json.length / 2);
        Path file = Files.write(folder.resolve("half" + threads + ".json"), half);
        for (Source source : List.of(Sources.of(file), memory(gzip(half)))) {
            try (MrfReader reader = open(source, threads)) {
                List<String> seen = new ArrayList<>();
                assertThatThrownBy(() -> reader.iterator().forEachRemaining(price -> seen.add(price.toString())))
                        .isInstanceOf(TruncatedContentException.class)
                        .hasMessageContaining("The document ends before it is complete at $.in_network[")
                        .hasMessageContaining(source.name());
                assertThat(reader.ledger().isBalanced()).isTrue();
                assertThat(reader.ledger().prices().delivered()).isEqualTo(seen.size());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void aSourceThatFailsIsSaidToTheReader(int threads) throws IOException {
        Source source =
                Sources.of("failing.json", () -> Streams.failingAt(new ByteArrayInputStream(json), json.length / 2));
        try (MrfReader reader = open(source, threads)) {
            assertThatThrownBy(() -> reader.iterator().forEachRemaining(price -> {}))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasRootCauseMessage("failed at byte " + json.length / 2 + " as asked");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4})
    void aVisitorThatThrowsStopsTheThreads(int threads) throws IOException {
        for (Path file : new Path[] {plain, gzipped}) {
            try (MrfReader reader = open(Sources.of(file), threads)) {
                assertThatThrownBy(() -> reader.visit(new MrfVisitor() {
                            @Override
                            public void price(Price price) {
                                throw new IllegalStateException("Enough");
                            }
                        }))
                        .isInstanceOf(IllegalStateException.class)
                        .hasMessage("Enough");
            }
            assertThat(threadsOn(file)).isEmpty();
        }
    }

    @Test
    void closingEarlyLeavesNoThread() throws IOException {
        for (Path file : new Path[] {plain, gzipped}) {
            MrfReader reader = open(Sources.of(file), 2);
            PriceCursor cursor = reader.cursor();
            assertThat(cursor.next()).isTrue();
            assertThat(threadsOn(file)).isNotEmpty();
            reader.close();
            reader.close();
            assertThat(threadsOn(file)).isEmpty();
        }
    }

    @Test
    void theAccountIsThatOfWhatWasHandedOver() throws IOException {
        try (MrfReader reader = open(Sources.of(gzipped), 2)) {
            PriceCursor cursor = reader.cursor();
            assertThat(cursor.next()).isTrue();
            long first = reader.ledger().prices().delivered();
            assertThat(first).isBetween(1L, 8_192L);
            while (cursor.next()) {
                assertThat(reader.reports()).hasSize(1);
            }
            assertThat(reader.ledger().prices().delivered()).isGreaterThan(first);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void oneRateInPlaceOfAListMayHaveMorePricesThanABatch(int threads) throws IOException {
        String prices = String.join(",", Collections.nCopies(20_000, "{\"negotiated_rate\":1.5}"));
        String item =
                "{\"billing_code\":\"1\",\"billing_code_type\":\"CPT\",\"negotiated_rates\":{\"provider_references\":[1],"
                        + "\"negotiated_prices\":[" + prices + "]}}";
        byte[] odd = ("{\"in_network\":[" + item + "," + item + "]}").getBytes(StandardCharsets.UTF_8);
        try (MrfReader reader = open(memory(odd), threads)) {
            long count = 0;
            for (PriceCursor cursor = reader.cursor(); cursor.next(); ) {
                count++;
            }
            assertThat(count).isEqualTo(40_000);
            assertThat(reader.ledger().prices().delivered()).isEqualTo(40_000);
        }
    }

    private static List<String> threadsOn(Path file) {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("tic4j") && name.endsWith(file.toString()))
                .toList();
    }

    private static MrfReader open(Source source, int threads) throws IOException {
        return MrfReader.open(source, ReadOptions.builder().threads(threads).build(), AT_ONCE);
    }

    private static List<String> prices(Source source, int threads) throws IOException {
        List<String> prices = new ArrayList<>();
        try (MrfReader reader = open(source, threads)) {
            reader.forEach(price -> prices.add(price.toString()));
        }
        return prices;
    }

    private static List<String> renamed(List<String> prices, Path file) {
        return prices.stream()
                .map(line -> line.replace(plain.toString(), file.toString()))
                .toList();
    }

    /** Everything that a visitor sees, by kind: what stands between two items may come before or behind their prices. */
    private static Map<String, List<String>> visited(Source source, int threads, Ahead ahead) throws IOException {
        Map<String, List<String>> seen = new TreeMap<>();
        ReadOptions options = ReadOptions.builder().threads(threads).build();
        try (MrfReader reader = MrfReader.open(source, options, ahead)) {
            reader.visit(new Log(seen));
        } catch (ContentException refused) {
            add(seen, "failure", refused);
        }
        return seen;
    }

    private static void add(Map<String, List<String>> seen, String kind, Object what) {
        seen.computeIfAbsent(kind, any -> new ArrayList<>()).add(what.toString());
    }

    private record Log(Map<String, List<String>> seen) implements MrfVisitor {
        @Override
        public void documentStart(String source) {
            add(seen, "document", source);
        }

        @Override
        public void documentEnd(FileReport report) {
            add(seen, "document", report);
        }

        @Override
        public void providerReference(ProviderReference reference) {
            add(seen, "reference", reference);
        }

        @Override
        public void item(Item item) {
            add(seen, "item", item);
        }

        @Override
        public void price(Price price) {
            add(seen, "price", price);
        }

        @Override
        public void containedCode(ContainedCode code) {
            add(seen, "code", code);
        }

        @Override
        public void reject(Reject reject) {
            add(seen, "reject", reject);
        }

        @Override
        public void finding(Finding finding) {
            add(seen, "finding", finding);
        }
    }

    private static Source memory(byte[] bytes) {
        return Sources.of("memory.json", () -> new ByteArrayInputStream(bytes));
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }
}
