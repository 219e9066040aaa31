package io.github.tic4j.internal.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tic4j.mrf.IdRule;
import io.github.tic4j.mrf.Limits;
import io.github.tic4j.mrf.PriceFilter;
import io.github.tic4j.mrf.ProviderReference;
import io.github.tic4j.mrf.Skipping;
import io.github.tic4j.mrf.Strictness;
import io.github.tic4j.testing.MrfGenerator;
import io.github.tic4j.testing.MrfSpec;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

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
        for (ScanPlan plan : plans(spec, npi(json))) {
            Reading expected = Reading.inOrder(json, plan);
            for (int stretch : new int[] {500, 4_000, 30_000}) {
                assertThat(Reading.split(json, plan, 2, stretch))
                        .as("stretches of %d", stretch)
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void aCutAtAnyByteChangesNothing() throws IOException {
        byte[] json =
                bytes(document(item("A", 1), item("B", 2), " " + item("C", 0) + " ", item("D", 3), "7", item("E", 1)));
        Reading expected = Reading.inOrder(json, Reading.LENIENT);
        assertThat(expected.failure()).isEqualTo("none");
        for (int stretch = 1; stretch < json.length / 2; stretch++) {
            assertThat(Reading.split(json, Reading.LENIENT, 2, stretch))
                    .as("stretches of %d", stretch)
                    .isEqualTo(expected);
        }
    }

    @Test
    void damageAtAnyByteShowsAsInOrder() throws IOException {
        byte[] sound =
                bytes(document(item("A", 1), item("B", 2), item("C", 1), item("D", 1), item("E", 1), item("F", 2)));
        for (int at = 0; at < sound.length; at++) {
            for (byte damage : new byte[] {'}', '"', ','}) {
                byte[] json = sound.clone();
                json[at] = damage;
                assertThat(Reading.split(json, Reading.LENIENT, 2, 130))
                        .as("0x%x at %d", damage, at)
                        .isEqualTo(Reading.inOrder(json, Reading.LENIENT));
            }
            byte[] json = Arrays.copyOf(sound, at);
            assertThat(Reading.split(json, Reading.LENIENT, 2, 100))
                    .as("%d bytes", at)
                    .isEqualTo(Reading.inOrder(json, Reading.LENIENT));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 150, 400, 1_000})
    void whatLooksLikeItemsIsNotTakenForThem(int stretch) throws IOException {
        String fakes = "[" + item("FAKE", 2) + "," + item("FAKE", 1) + "," + item("FAKE", 3) + "]";
        String inText = "\"" + fakes.replace("\"", "\\\"") + "\"";
        String hiding = "{\"unknown\":" + fakes + ",\"description\":" + inText + ","
                + item("HIDING", 1).substring(1);
        String before = item("A", 1) + "," + item("B", 1);
        byte[] json = bytes(document(before, hiding, item("C", 2), hiding, hiding, item("D", 1), hiding, item("E", 1)));
        Reading expected = Reading.inOrder(json, Reading.LENIENT);
        assertThat(expected.prices())
                .noneMatch(price -> price.contains("billingCode=FAKE,"))
                .hasSize(10);
        assertThat(Reading.split(json, Reading.LENIENT, 2, stretch)).isEqualTo(expected);
    }

    @Test
    void itemsThatAreOddAreCountedAsInOrder() throws IOException {
        String odd = item("ODD", 1)
                .replace("\"billing_code\":\"ODD\"", "\"Billing_Code\":99213,\"extra\":1,\"caf\u00e9\":2");
        String[] items = new String[40];
        for (int i = 0; i < items.length; i++) {
            String unknown = "\"unknown" + i % 15 + "\":1,";
            items[i] = (i % 3 == 0 ? odd : item("P" + i, 2)).replaceFirst("[{]", "{" + unknown);
        }
        byte[] json = document(items).replace("},{\"unknown4", "} {\"unknown4").getBytes(StandardCharsets.ISO_8859_1);
        for (int known : new int[] {1, 8, 1_000}) {
            ScanPlan plan = limited(Limits.builder().maxUnknownKeys(known).build());
            assertThat(Reading.split(json, plan, 3, 300)).isEqualTo(Reading.inOrder(json, plan));
        }
    }

    /** Nobody waits for a stretch that no thread has begun, so the thread in order is held up until one has. */
    @Test
    void stretchesThatWereReadAheadAreUsed() throws IOException {
        byte[] json = MrfGenerator.generate(
                        MrfSpec.builder().items(300).ratesPerItem(20).build())
                .bytes();
        AtomicLong inOrder = new AtomicLong();
        CountDownLatch ahead = new CountDownLatch(1);
        PlainBytes plain = Reading.plain(json);
        PlainBytes watched = new PlainBytes() {
            @Override
            public long size() throws IOException {
                return plain.size();
            }

            @Override
            public int read(long position, byte[] into, int offset, int length) throws IOException {
                int count = plain.read(position, into, offset, Math.min(length, 1_000));
                if (Thread.currentThread().getName().startsWith("tic4j-items")) {
                    ahead.countDown();
                } else if (inOrder.addAndGet(count) > json.length / 40) {
                    await(ahead);
                }
                return count;
            }
        };
        Reading split = Reading.of(json, Reading.LENIENT, new Split(watched, 2, json.length / 20));
        assertThat(split).isEqualTo(Reading.inOrder(json, Reading.LENIENT));
        assertThat(ahead.getCount()).isZero();
        assertThat(inOrder.get()).isLessThan(json.length);
    }

    private static void await(CountDownLatch latch) throws InterruptedIOException {
        try {
            latch.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            throw new InterruptedIOException("interrupted");
        }
    }

    @Test
    void closingEarlyEndsTheThreads() throws IOException {
        byte[] json = MrfGenerator.generate(
                        MrfSpec.builder().items(300).ratesPerItem(20).build())
                .bytes();
        DocumentScan scan = new DocumentScan(
                "early.json", new ByteArrayInputStream(json), null, Reading.LENIENT, new ScanEvents() {});
        scan.splitItems(new Split(Reading.plain(json), 2, 2_000));
        while (threads("early.json") < 2) {
            assertThat(scan.step()).isTrue();
        }
        scan.close();
        assertThat(threads("early.json")).isZero();
        assertThat(scan.step()).isFalse();
    }

    private static long threads(String source) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("tic4j-items")
                        && thread.getName().endsWith(source))
                .count();
    }

    private static String item(String code, int prices) {
        String price = "{\"negotiated_type\":\"negotiated\",\"negotiated_rate\":12.5,\"billing_class\":\"x\"}";
        return "{\"negotiation_arrangement\":\"ffs\",\"billing_code\":\"" + code
                + "\",\"negotiated_rates\":[{\"provider_references\":[1],\"negotiated_prices\":["
                + String.join(",", Collections.nCopies(prices, price)) + "]}]}";
    }

    private static String document(String... items) {
        return "{\"version\":\"1.0.0\",\"in_network\":[" + String.join(",", items)
                + "],\"provider_references\":[{\"provider_group_id\":1,\"provider_groups\":[]}]}";
    }

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    private static ScanPlan limited(Limits limits) {
        return new ScanPlan(
                Strictness.LENIENT,
                Skipping.UNREAD,
                PriceFilter.all(),
                limits,
                Map.of(),
                GroupUse.RECORDS,
                IdRule.TEXT,
                null);
    }

    private static long npi(byte[] json) throws IOException {
        return Reading.inOrder(json, Reading.LENIENT).others().stream()
                .filter(ProviderReference.class::isInstance)
                .map(ProviderReference.class::cast)
                .flatMap(reference -> reference.groups().stream())
                .mapToLong(group -> group.npis().at(0))
                .findFirst()
                .orElseThrow();
    }

    private static List<ScanPlan> plans(MrfSpec spec, long npi) {
        PriceFilter.Builder filter = PriceFilter.builder();
        for (String selected : spec.selectedCodes()) {
            int space = selected.lastIndexOf(' ');
            filter.code(selected.substring(0, space), selected.substring(space + 1));
        }
        return List.of(
                Reading.LENIENT,
                Reading.plan(Strictness.STRICT, Skipping.UNREAD, PriceFilter.all()),
                Reading.plan(Strictness.LENIENT, Skipping.COUNTED, filter.build()),
                Reading.plan(Strictness.LENIENT, Skipping.UNREAD, filter.build()),
                Reading.plan(
                        Strictness.LENIENT,
                        Skipping.UNREAD,
                        PriceFilter.builder().npi(npi).build()));
    }
}
