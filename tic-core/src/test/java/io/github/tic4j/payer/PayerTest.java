package io.github.tic4j.payer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tic4j.mrf.IdRule;
import io.github.tic4j.mrf.IndexEntry.Slot;
import io.github.tic4j.mrf.Price;
import io.github.tic4j.read.MrfReader;
import io.github.tic4j.read.ReadOptions;
import io.github.tic4j.source.FileUrl;
import io.github.tic4j.source.HttpOptions;
import io.github.tic4j.source.Source;
import io.github.tic4j.source.SourceResolver;
import io.github.tic4j.source.Sources;
import io.github.tic4j.spi.PayerHandler;
import io.github.tic4j.spi.RecordAdapter;
import io.github.tic4j.testing.LoopbackServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PayerTest {

    private static final ListedFile FILE = new ListedFile(
            Slot.IN_NETWORK,
            FileUrl.parse("https://mrf.example.org/a.json?sig=secret"),
            null,
            List.of(),
            0,
            OptionalLong.empty());

    /** A handler that does one thing more than its names. */
    private abstract static class Acme implements PayerHandler {
        @Override
        public String name() {
            return "acme-handler";
        }

        @Override
        public Set<String> payers() {
            return Set.of("acme");
        }
    }

    private static Payer acme(PayerHandler handler) {
        return PayerHandlers.builder().register(handler).build().payer("acme");
    }

    @Test
    void whatAHandlerThrowsNamesHandlerPayerAndFile() {
        Payer payer = acme(new Acme() {
            @Override
            public FileListing list(PayerIndex index) {
                throw new IllegalArgumentException("boom");
            }

            @Override
            public WebRequest request(WebRequest published) {
                throw new NoSuchMethodError("built for another version");
            }

            @Override
            public Optional<RecordAdapter> adapter(ListedFile file) {
                return Optional.of(new RecordAdapter() {
                    @Override
                    public Adapted<Price> price(Price price) {
                        throw new IllegalStateException("bad record");
                    }
                });
            }
        });

        assertFails(
                () -> payer.list("https://mrf.example.org/index.json?sig=secret", SourceResolver.defaults()),
                "https://mrf.example.org/index.json: java.lang.IllegalArgumentException: boom");
        assertFails(
                () -> payer.source(FILE, SourceResolver.defaults()),
                "https://mrf.example.org/a.json: java.lang.NoSuchMethodError: built for another version");
        RecordAdapter adapter = payer.adapter(FILE).orElseThrow();
        assertFails(
                () -> adapter.price(prices().get(0)),
                "https://mrf.example.org/a.json: java.lang.IllegalStateException: bad record");
    }

    @Test
    void whatAHandlerLeavesOutIsItsFailure() {
        Payer payer = acme(new Acme() {
            @Override
            @SuppressWarnings("NullAway")
            public FileListing list(PayerIndex index) {
                return null;
            }
        });

        assertFails(
                () -> payer.list("https://mrf.example.org/index.json", SourceResolver.defaults()),
                "https://mrf.example.org/index.json: java.lang.NullPointerException: it returned null");
    }

    @Test
    void failuresOfASourceStayWhatTheyAre() {
        Payer payer = acme(new Acme() {
            @Override
            public Source content(ListedFile file, Source published) {
                throw new UncheckedIOException(new IOException("disk"));
            }
        });

        assertThatThrownBy(() -> payer.content(FILE, Sources.of(Path.of("x"))))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("disk");
    }

    @Test
    void aListingThatFailsLaterNamesTheHandlerToo() throws IOException {
        Payer payer = acme(new Acme() {
            @Override
            public FileListing list(PayerIndex index) {
                return new FileListing() {
                    @Override
                    public boolean hasNext() {
                        return true;
                    }

                    @Override
                    public ListedFile next() {
                        throw new ClassCastException("late");
                    }
                };
            }
        });
        try (FileListing files = payer.list("https://mrf.example.org/index.json", SourceResolver.defaults())) {
            assertFails(files::next, "https://mrf.example.org/index.json: java.lang.ClassCastException: late");
            assertThat(files.findings()).isEmpty();
            assertThat(files.findingCounts()).isEmpty();
        }
    }

    @Test
    void requestsGoOutAsTheHandlerAdaptsThem() throws IOException {
        Payer payer = acme(new Acme() {
            @Override
            public WebRequest request(WebRequest published) {
                return published
                        .withUri(URI.create(published.uri() + "?key=1"))
                        .with(options -> options.header("X-Api-Key", "secret").userAgent("browser"));
            }
        });
        try (LoopbackServer server = LoopbackServer.start()) {
            server.serve("/index.json", "{\"blobs\": [{\"url\": \"a.json\"}]}".getBytes(StandardCharsets.UTF_8));
            server.serve("/a.json", "{}".getBytes(StandardCharsets.UTF_8));
            try (FileListing files = payer.list(server.uri("/index.json").toString(), SourceResolver.defaults())) {
                payer.source(files.next(), SourceResolver.defaults()).open().close();
            }

            assertThat(server.requests()).hasSize(2).allSatisfy(request -> {
                assertThat(request.query()).isEqualTo("key=1");
                assertThat(request.header("X-Api-Key")).isEqualTo("secret");
                assertThat(request.header("User-Agent")).isEqualTo("browser");
            });
        }
        assertThat(payer.request(URI.create("https://mrf.example.org/a"), HttpOptions.defaults())
                        .toString())
                .doesNotContain("secret")
                .startsWith("https://mrf.example.org/a HttpOptions[");
    }

    @Test
    void recordsAreLeftAloneUnlessAHandlerAsks() {
        assertThat(PayerHandlers.defaults().payer("nobody").adapter(FILE)).isEmpty();
        assertThat(PayerHandlers.defaults().payer("horizon").adapter(FILE)).isEmpty();
        assertThat(PayerHandlers.defaults().payer("ameriben").adapter(FILE)).isPresent();
        assertThat(PayerHandlers.defaults().payer("nobody").rules()).isEmpty();
    }

    @Test
    void quirksChangeAndDropRecordsBeforeTheHandlersOwnCode() throws IOException {
        Payer payer = acme(new Acme() {
            @Override
            public Quirks quirks() {
                return Quirks.builder()
                        .keyAlias("cost", "negotiated_rate")
                        .value("billing_class", "prof", "professional")
                        .value("billing_code_type", "local-cpt", "CPT")
                        .placeholderPrice("999999")
                        .build();
            }

            @Override
            public Optional<RecordAdapter> adapter(ListedFile file) {
                return Optional.of(new RecordAdapter() {
                    @Override
                    public Adapted<Price> price(Price price) {
                        boolean test = "professional".equals(price.terms().billingClass())
                                && price.item().billingCode().equals("00000");
                        return test ? Adapted.drop("test-row") : Adapted.keep(price);
                    }
                });
            }
        });
        RecordAdapter adapter = payer.adapter(FILE).orElseThrow();
        List<Adapted<Price>> adapted = new ArrayList<>();
        try (MrfReader reader = MrfReader.open(text(SAMPLE), payer.readOptions(ReadOptions.defaults()))) {
            for (Price price : reader) {
                adapted.add(adapter.price(price));
            }
        }

        assertThat(adapted).extracting(Adapted::reason).containsExactly(null, "placeholder-price", "test-row");
        Price kept = adapted.get(0).record();
        assertThat(kept.item().billingCodeType()).isEqualTo("CPT");
        assertThat(kept.terms().billingClass()).isEqualTo("professional");
        assertThat(kept.rate().providerReferences()).containsExactly("17", "x1");
    }

    @Test
    void idsThatAreNumbersAreAMatterOfReadingAndNeedNoAdapter() {
        Payer payer = acme(new Acme() {
            @Override
            public Quirks quirks() {
                return Quirks.builder().ids(IdRule.NUMBER).build();
            }
        });
        ReadOptions byNumber = ReadOptions.builder().ids(IdRule.NUMBER).build();

        assertThat(payer.adapter(FILE)).isEmpty();
        assertThat(payer.readOptions(ReadOptions.defaults())).isEqualTo(byNumber);
        assertThat(PayerHandlers.defaults().payer("nobody").readOptions(byNumber))
                .isEqualTo(byNumber);
    }

    private static final String SAMPLE = """
            {"provider_references": [{"provider_group_id": 17.0, "provider_groups": []}, {"provider_group_id": "x1"}],
             "in_network": [
              {"billing_code_type": "Local-CPT", "billing_code": "99213", "negotiated_rates": [{"provider_references": [17, "x1"],
               "negotiated_prices": [{"cost": 81.5, "billing_class": "PROF"}, {"cost": 999999.00, "billing_class": "PROF"}]}]},
              {"billing_code_type": "CPT", "billing_code": "00000", "negotiated_rates": [{"provider_references": [17],
               "negotiated_prices": [{"cost": 1, "billing_class": "prof"}]}]}]}
            """;

    @Test
    void quirksAreChecked() {
        assertThatThrownBy(() -> Quirks.builder().value("npi", "a", "b").build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Values of npi cannot be translated");
        assertThatThrownBy(() -> new Adapted<>(null, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A record is either kept or dropped for a reason");
    }

    private static List<Price> prices() throws IOException {
        List<Price> prices = new ArrayList<>();
        try (MrfReader reader = MrfReader.open(text(SAMPLE.replace("cost", "negotiated_rate")))) {
            reader.forEach(prices::add);
        }
        return prices;
    }

    private static Source text(String json) {
        return Sources.of("sample", () -> new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }

    private static void assertFails(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String file) {
        assertThatThrownBy(call)
                .isInstanceOf(PayerHandlerException.class)
                .hasMessage("Handler acme-handler for payer acme failed on " + file);
    }
}
