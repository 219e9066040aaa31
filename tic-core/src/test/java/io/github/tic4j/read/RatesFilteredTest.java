package io.github.tic4j.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tic4j.mrf.PriceFilter;
import io.github.tic4j.source.Sources;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A rate that is not wanted leaves nothing behind. */
class RatesFilteredTest {

    @Test
    void anOddPriceOfAnUnwantedRateDoesNotShowInTheNextOne() throws IOException {
        String json = """
                {"in_network":[{"billing_code":"1","negotiated_rates":[
                 {"provider_groups":[{"npi":[1111111111]}],
                  "negotiated_prices":[{"negotiated_rate":1234567890123456789012345.5},{"negotiated_rate":"1,000.00"}]},
                 {"provider_groups":[{"npi":[2222222222]}],
                  "negotiated_prices":[{"negotiated_rate":2.25},{"negotiated_rate":3.75}]}]}]}
                """;
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        ReadOptions options = ReadOptions.builder()
                .filter(PriceFilter.builder().npi(2222222222L).build())
                .build();
        try (MrfReader reader =
                MrfReader.open(Sources.of("odd.json", () -> new ByteArrayInputStream(bytes)), options)) {
            assertThat(reader.stream().map(price -> price.negotiatedRate() + " " + price.rateText()))
                    .containsExactly("2.25 null", "3.75 null");
        }
    }
}
