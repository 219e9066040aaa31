package io.github.tic4j.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tic4j.mrf.Limits;
import io.github.tic4j.mrf.Price;
import io.github.tic4j.source.LimitExceededException;
import io.github.tic4j.source.Sources;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What repeats to the letter is read by comparing bytes; what departs from it anywhere must be read as well. */
class RepeatedShapesTest {

    private static final String[] IDS = {
        "1",
        "7654321",
        "12345678",
        "123456789012345",
        "1234567890123456789012",
        "690.1",
        "690.10",
        "0",
        "0.5",
        "12345678.9",
        "1.12345678",
        "\"7\"",
        " 3 ",
        "-4",
        "1e2"
    };
    private static final String[] NUMBERS = {
        "1",
        "0.5",
        "123.45",
        "7654321.1234567",
        "12345678.25",
        "1.123456789",
        "-3.20",
        "1e3",
        "0",
        "123456789012345678901"
    };
    private static final String[] HEADS = {
        "{\"negotiated_rate\":", "{\"negotiated_type\":\"negotiated\",\"negotiated_rate\": "
    };
    private static final String[] TAILS = {
        "}",
        " }",
        ",\"billing_class\":\"both\"}",
        ",\"expiration_date\":\"9999-12-31\",\"service_code\":[\"11\",\"22\"],\"billing_class\":\"professional\"}",
        ",\"expiration_date\":\"9999-12-31\",\"service_code\":[\"11\",\"23\"],\"billing_class\":\"professional\"}",
        ",\"additional_information\":\"a } in a text\"}",
        ",\"additional_information\":\"caf\u00e9 ~ \u20ac\"}",
        ",\"billing_class\":\"both\",\"setting\":\"inpatient\",\"billing_code_modifier\":[\"26\",\"TC\",\"59\"]}"
    };

    @Property(tries = 400)
    void departuresFromWhatRepeatsAreRead(@ForAll("rates") List<String> rates) throws IOException {
        String usual = "{\"provider_references\":[1,2],\"negotiated_prices\":[" + HEADS[0] + "1.5" + TAILS[2] + ","
                + HEADS[0] + "2.5" + TAILS[2] + "]}";
        byte[] json = file(usual + "," + usual + "," + String.join(",", rates));
        List<String> read = new ArrayList<>();
        try (MrfReader reader = MrfReader.open(Sources.of("shapes", () -> new ByteArrayInputStream(json)))) {
            for (Price price : reader) {
                read.add(JacksonOracle.line(price));
            }
        }
        assertThat(read).isEqualTo(JacksonOracle.prices(json));
    }

    @Provide
    Arbitrary<List<String>> rates() {
        Arbitrary<String> ids =
                Arbitraries.of(IDS).list().ofMinSize(1).ofMaxSize(4).map(this::joined);
        Arbitrary<String> price = Combinators.combine(
                        Arbitraries.of(HEADS), Arbitraries.of(NUMBERS), Arbitraries.of(TAILS))
                .as((head, number, tail) -> head + number + tail);
        Arbitrary<String> prices = price.list().ofMaxSize(4).map(this::joined);
        return Combinators.combine(ids, prices)
                .as((who, what) -> "{\"provider_references\":[" + who + "],\"negotiated_prices\":[" + what + "]}")
                .list()
                .ofMinSize(1)
                .ofMaxSize(6);
    }

    private String joined(List<String> values) {
        return values.stream().collect(Collectors.joining(","));
    }

    @Test
    void endlessReferencesAreStoppedBehindRatesThatRepeat() throws IOException {
        String price = "\"negotiated_prices\":[" + HEADS[0] + "1.5" + TAILS[2] + "]}";
        String usual = "{\"provider_references\":[1,2]," + price;
        int most = Limits.defaults().maxReferencesPerRate();
        byte[] json = file(usual + "," + usual + ",{\"provider_references\":[" + "7,".repeat(most) + "8]," + price);
        try (MrfReader reader = MrfReader.open(Sources.of("endless", () -> new ByteArrayInputStream(json)))) {
            assertThatThrownBy(() -> reader.visit(new MrfVisitor() {}))
                    .isInstanceOf(LimitExceededException.class)
                    .hasMessageContaining("maxReferencesPerRate = " + most);
        }
    }

    private static byte[] file(String rates) {
        String start = "{'in_network':[{'negotiation_arrangement':'ffs','name':'n','billing_code_type':'CPT',"
                .concat("'billing_code_type_version':'1','billing_code':'1','description':'d','negotiated_rates':[")
                .replace('\'', '"');
        return (start + rates + "]}]}").getBytes(StandardCharsets.UTF_8);
    }
}
