package org.example.sunrise;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tic4j.mrf.Price;
import io.github.tic4j.payer.Adapted;
import io.github.tic4j.payer.FileListing;
import io.github.tic4j.payer.ListedFile;
import io.github.tic4j.payer.Payer;
import io.github.tic4j.payer.PayerHandlers;
import io.github.tic4j.read.MrfReader;
import io.github.tic4j.read.ReadOptions;
import io.github.tic4j.source.SourceResolver;
import io.github.tic4j.spi.RecordAdapter;
import io.github.tic4j.testing.LoopbackServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SunriseHandlerTest {

    private static final String INDEX = """
            {"reporting_structure": [{"reporting_plans": [{"plan_name": "Dawn"}], "in_network_files": [
              {"description": "DRAFT of December", "location": "draft.json"},
              {"description": "November", "location": "rates.json"}]}]}
            """;
    private static final String RATES = """
            {"in_network": [
              {"name": "Visit", "billing_code_type": "CPT", "billing_code": "99213", "negotiated_rates": [{"negotiated_prices": [
                {"negotiated_type": "Contracted", "amount": 81.50},
                {"negotiated_type": "Contracted", "amount": 8150000},
                {"negotiated_type": "Contracted", "amount": 9999999}]}]},
              {"name": "TEST", "billing_code_type": "CPT", "billing_code": "99214", "negotiated_rates": [{"negotiated_prices": [
                {"negotiated_type": "Contracted", "amount": 1}]}]}]}
            """;

    @Test
    void handlerIsFoundWhereItsJarIsOnTheClassPath() {
        assertThat(PayerHandlers.defaults().payer("Sunrise_Health")).hasToString("Sunrise_Health (sunrise)");
    }

    @Test
    void pricesAreListedAskedForTranslatedAndDropped() throws IOException {
        Payer payer = PayerHandlers.builder()
                .register(new SunriseHandler("open sesame"))
                .build()
                .payer("sunrise");
        try (LoopbackServer server = LoopbackServer.start()) {
            server.serve("/index.json", INDEX.getBytes(StandardCharsets.UTF_8));
            server.serve("/rates.json", RATES.getBytes(StandardCharsets.UTF_8));
            List<Adapted<Price>> prices = new ArrayList<>();
            try (FileListing files = payer.list(server.uri("/index.json").toString(), SourceResolver.defaults())) {
                while (files.hasNext()) {
                    prices.addAll(prices(payer, files.next()));
                }
            }

            assertThat(prices).extracting(Adapted::reason).containsExactly(null, null, "placeholder-price", "test-row");
            Price first = prices.get(0).record();
            assertThat(first.negotiatedRate()).isEqualByComparingTo("81.50");
            assertThat(first.terms().negotiatedType()).isEqualTo("negotiated");
            assertThat(findings(payer, first)).isEmpty();
            assertThat(findings(payer, prices.get(1).record()))
                    .containsExactly("8150000: A visit costs less; this looks like cents");
            assertThat(server.requests())
                    .hasSize(2)
                    .allSatisfy(request ->
                            assertThat(request.header("X-Sunrise-Key")).isEqualTo("open sesame"));
        }
    }

    private static List<Adapted<Price>> prices(Payer payer, ListedFile file) throws IOException {
        assertThat(file.description()).isEqualTo("November");
        RecordAdapter adapter = payer.adapter(file).orElseThrow();
        List<Adapted<Price>> prices = new ArrayList<>();
        ReadOptions options = payer.readOptions(ReadOptions.defaults());
        try (MrfReader reader = MrfReader.open(payer.source(file, SourceResolver.defaults()), options)) {
            reader.forEach(price -> prices.add(adapter.price(price)));
        }
        return prices;
    }

    private static List<String> findings(Payer payer, Price price) {
        List<String> findings = new ArrayList<>();
        payer.rules().forEach(rule -> rule.price(price, (raw, message) -> findings.add(raw + ": " + message)));
        return findings;
    }
}
