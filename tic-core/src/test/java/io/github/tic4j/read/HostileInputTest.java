package io.github.tic4j.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tic4j.mrf.FileReport;
import io.github.tic4j.mrf.Limits;
import io.github.tic4j.mrf.Strictness;
import io.github.tic4j.source.ContentException;
import io.github.tic4j.source.LimitExceededException;
import io.github.tic4j.source.Source;
import io.github.tic4j.source.Sources;
import io.github.tic4j.testing.Streams;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Whatever bytes come, nothing but a documented exception comes of them, and what was delivered is accounted for. The
 * number of tries is raised with {@code -Djqwik.tries.default=100000}.
 */
class HostileInputTest {

    private static final List<Path> VALID = files();

    private static final Limits TIGHT = Limits.builder()
            .maxDepth(64)
            .maxStringBytes(1 << 20)
            .maxNumberBytes(100)
            .maxPriceBytes(1 << 20)
            .maxItemMemory(64)
            .maxGroupMemory(1)
            .maxUnknownKeys(10)
            .build();

    private static List<Path> files() {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/quirks"))) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    @Property
    void arbitraryBytesAreRefusedOrRead(@ForAll @Size(max = 400) byte[] bytes, @ForAll Strictness strictness)
            throws IOException {
        read(bytes, strictness, 0);
    }

    @Property
    void damagedFilesAreRefusedOrRead(
            @ForAll @IntRange(max = 1_000_000) int pick,
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 8) int damages,
            @ForAll Strictness strictness)
            throws IOException {
        Random random = new Random(seed);
        byte[] bytes = Files.readAllBytes(VALID.get(pick % VALID.size()));
        for (int i = 0; i < damages; i++) {
            bytes = damaged(bytes, random);
        }
        read(bytes, strictness, seed);
    }

    private static byte[] damaged(byte[] bytes, Random random) {
        if (bytes.length < 4) {
            return bytes;
        }
        byte[] out = bytes.clone();
        int at = random.nextInt(bytes.length - 2);
        switch (random.nextInt(5)) {
            case 0 -> out[at] = (byte) random.nextInt(256);
            case 1 -> out[at] = (byte) "{}[],:\"\\0-.eENtfn ".charAt(random.nextInt(18));
            case 2 -> out = java.util.Arrays.copyOf(bytes, at + 1);
            case 3 -> System.arraycopy(bytes, at + 1, out, at, bytes.length - at - 1);
            default -> {
                int length = random.nextInt(Math.min(60, bytes.length - at));
                int to = random.nextInt(bytes.length - length);
                System.arraycopy(bytes, at, out, to, length);
            }
        }
        return out;
    }

    private static void read(byte[] bytes, Strictness strictness, long seed) throws IOException {
        Source source = Sources.of("hostile", () -> Streams.chunked(new ByteArrayInputStream(bytes), seed));
        ReadOptions options = ReadOptions.builder()
                .strictness(strictness)
                .limits(TIGHT)
                .groups(ReadOptions.Groups.RESOLVED)
                .threads(1)
                .build();
        try (MrfReader reader = MrfReader.open(source, options)) {
            try {
                reader.visit(new MrfVisitor() {});
            } catch (ContentException documented) {
                assertThat(documented.getMessage()).contains("hostile");
            }
            for (FileReport report : reader.reports()) {
                assertThat(report.ledger().isBalanced())
                        .as(report.ledger().toJson())
                        .isTrue();
            }
        }
    }

    /** A million brackets, strings, ids or groups where one is expected: a limit or a skip, never an exhausted JVM. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "\"service_code\": ~ [ ~ 3000000 ~ ''",
                "\"negotiated_type\": ~ [ ~ 3000000 ~ ''",
                "\"unknown\": ~ {\"a\": ~ 2000000 ~ ''",
                "\"service_code\": [ ~ \"11\", ~ 3000000 ~ maxListItems",
                "\"additional_information\": \" ~ abcdefgh ~ 3000000 ~ maxPriceBytes",
                "\"negotiated_rate\": ~ 1234567890 ~ 100 ~ maxNumberBytes"
            })
    void endlessValuesAreStopped(String key, String piece, int times, String limit) throws IOException {
        String start = "{'in_network': [{'negotiation_arrangement': 'ffs', 'name': 'n', 'billing_code_type': 'CPT',"
                .concat("'billing_code_type_version': '1', 'billing_code': '1', 'description': 'd',")
                .concat("'negotiated_rates': [{'provider_references': [1], 'negotiated_prices': [{")
                .replace('\'', '"')
                .concat(key);
        byte[] bytes = (start + piece.repeat(times)).getBytes(StandardCharsets.UTF_8);
        try (MrfReader reader = MrfReader.open(Sources.of("endless", () -> new ByteArrayInputStream(bytes)))) {
            assertThatThrownBy(() -> reader.visit(new MrfVisitor() {}))
                    .isInstanceOf(ContentException.class)
                    .hasMessageContaining("endless")
                    .hasMessageContaining(limit.isEmpty() ? "" : limit);
        }
    }

    @Test
    void endlessGroupsAreStopped() throws IOException {
        String start = "{\"provider_references\": [{\"provider_group_id\": 1, \"provider_groups\": [";
        byte[] bytes = (start + "{\"npi\": [1]},".repeat(300_000)).getBytes(StandardCharsets.UTF_8);
        try (MrfReader reader = MrfReader.open(Sources.of("endless", () -> new ByteArrayInputStream(bytes)))) {
            assertThatThrownBy(() -> reader.visit(new MrfVisitor() {}))
                    .isInstanceOf(LimitExceededException.class)
                    .hasMessageContaining("maxListItems = 200000");
        }
    }
}
