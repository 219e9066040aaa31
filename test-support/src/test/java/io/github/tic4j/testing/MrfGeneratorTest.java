package io.github.tic4j.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.github.tic4j.testing.MrfGenerator.Generated;
import io.github.tic4j.testing.MrfSpec.Kind;
import io.github.tic4j.testing.MrfSpec.Layout;
import io.github.tic4j.testing.MrfSpec.Order;
import io.github.tic4j.testing.MrfSpec.Prices;
import io.github.tic4j.testing.MrfSpec.Schema;
import io.github.tic4j.testing.MrfSpec.Shares;
import io.github.tic4j.testing.MrfSpec.Sizes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class MrfGeneratorTest {

    private static final MrfSpec SMALL =
            MrfSpec.builder().items(120).ratesPerItem(5).build();

    static List<MrfSpec> specs() {
        MrfSpec oneLine = SMALL.toBuilder().schema(Schema.V1).build();
        MrfSpec tabs = oneLine.toBuilder()
                .layout(Layout.TABS)
                .order(Order.REFERENCES_LAST)
                .sizes(Sizes.EVEN)
                .prices(Prices.UNIFORM)
                .build();
        MrfSpec spaces = oneLine.toBuilder()
                .layout(Layout.SPACES)
                .order(Order.HEADER_LAST)
                .build();
        List<MrfSpec> specs = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            for (MrfSpec style : List.of(oneLine, tabs, spaces)) {
                specs.add(style.toBuilder().kind(kind).build());
                specs.add(style.toBuilder().kind(kind).shares(Shares.MIXED).build());
            }
        }
        return specs;
    }

    @ParameterizedTest
    @MethodSource("specs")
    void truthIsWhatJacksonCounts(MrfSpec spec) throws IOException {
        Generated file = MrfGenerator.generate(spec);
        MrfTruth truth = file.truth();
        JacksonRecount counted = JacksonRecount.of(file.bytes());

        assertThat(truth.bytes()).isEqualTo(file.bytes().length);
        assertThat(List.of(
                        truth.all().items(),
                        truth.all().rates(),
                        truth.all().prices(),
                        truth.all().references(),
                        truth.providers().groups(),
                        truth.providers().npis(),
                        truth.plans(),
                        truth.files()))
                .containsExactly(
                        counted.items,
                        counted.rates,
                        counted.prices,
                        counted.references,
                        counted.groups,
                        counted.npis,
                        counted.plans,
                        counted.files);
        assertThat(truth.all().sum()).isEqualByComparingTo(counted.sum);
        assertThat(truth.all().billed()).isEqualByComparingTo(counted.billed);
        assertThat(truth.all().priceChecksum()).isEqualTo(counted.priceChecksum);
        truth.pricesByCode()
                .forEach((code, prices) -> assertThat(counted.pricesByCode).containsEntry(code, prices));
    }

    @ParameterizedTest
    @CsvSource({
        "V1, IN_NETWORK, v1.6.2, in-network-rates",
        "V1, ALLOWED_AMOUNTS, v1.6.2, allowed-amounts",
        "V1, TABLE_OF_CONTENTS, v1.6.2, table-of-contents",
        "V1, PROVIDER_REFERENCE, v1.6.2, provider-reference",
        "V2, IN_NETWORK, v2.2.0, in-network-rates",
        "V2, ALLOWED_AMOUNTS, v2.2.0, allowed-amounts",
        "V2, TABLE_OF_CONTENTS, v2.2.0, table-of-contents"
    })
    void filesKeepToTheSchema(Schema schema, Kind kind, String tag, String folder) throws IOException {
        Path path = SharedData.require("tic/cms/" + tag + "/schemas/" + folder + "/" + folder + ".json");
        ObjectMapper mapper = new ObjectMapper();
        JsonNode rules = mapper.readTree(path.toFile());
        MrfSpec spec = SMALL.toBuilder().schema(schema).kind(kind).build();

        JsonNode file = mapper.readTree(MrfGenerator.generate(spec).bytes());

        assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
                        .getSchema(rules)
                        .validate(file))
                .isEmpty();
    }

    @Test
    void sameSpecificationGivesSameBytes() {
        assertThat(MrfGenerator.generate(SMALL).bytes())
                .isEqualTo(MrfGenerator.generate(SMALL).bytes());
        assertThat(MrfGenerator.generate(SMALL).bytes())
                .isNotEqualTo(
                        MrfGenerator.generate(SMALL.toBuilder().seed(2).build()).bytes());
    }

    @Test
    void endsAtTheSizeAskedFor() {
        MrfSpec spec = SMALL.toBuilder().targetBytes(300_000).build();

        assertThat(MrfGenerator.generate(spec).bytes()).hasSizeBetween(300_000, 305_000);
    }

    @Test
    void selectsOneHundredthOfTheCodes() {
        MrfTruth truth = MrfGenerator.generate(SMALL).truth();

        assertThat(SMALL.selectedCodes()).hasSize(200).doesNotHaveDuplicates();
        assertThat(truth.selected().items()).isEqualTo(1);
        assertThat(truth.pricesByCode()).hasSize(1);
        assertThat(SMALL.selectedCodes()).containsAll(truth.pricesByCode().keySet());
    }

    @Test
    void codesAreDistinct() {
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < MrfSpec.MAX_CODES; i++) {
            codes.add(BillingCode.at(i).key());
        }

        assertThat(codes).hasSize(MrfSpec.MAX_CODES);
    }

    @Test
    void decimalIdsComeInPairsThatDifferByTheirTrailingZero() {
        MrfSpec spec = SMALL.toBuilder()
                .schema(Schema.V1)
                .providerReferences(4)
                .shares(new Shares(0, 1, 0, 0, 0, 0))
                .build();

        String file = new String(MrfGenerator.generate(spec).bytes(), StandardCharsets.UTF_8);

        assertThat(file)
                .contains("\"provider_group_id\":690.01,", "\"provider_group_id\":690.010,")
                .contains("\"provider_group_id\":690.11,", "\"provider_group_id\":690.110,");
    }

    @Test
    void scrambledItemsHaveRatesBeforeTheirCode() {
        MrfSpec spec = SMALL.toBuilder().shares(new Shares(0, 0, 0, 1, 0, 0)).build();

        String file = new String(MrfGenerator.generate(spec).bytes(), StandardCharsets.UTF_8);

        assertThat(file).contains("}]}],\"billing_code\":\"");
    }

    @Test
    void referencesMayComeLast() {
        MrfSpec spec = SMALL.toBuilder().order(Order.HEADER_LAST).build();

        String file = new String(MrfGenerator.generate(spec).bytes(), StandardCharsets.UTF_8);

        assertThat(file).startsWith("{\"in_network\":").endsWith("\"version\":\"2.2.0\"}");
        assertThat(file.indexOf("\"provider_group_id\"")).isGreaterThan(file.indexOf("\"negotiated_rate\""));
    }

    @ParameterizedTest
    @EnumSource(Sizes.class)
    void meanNumberOfRatesIsAboutWhatWasAskedFor(Sizes sizes) throws IOException {
        MrfSpec spec = SMALL.toBuilder().items(20_000).sizes(sizes).build();

        MrfTruth truth = MrfGenerator.write(spec, OutputStream.nullOutputStream());

        assertThat(truth.all().rates() / 20_000.0).isBetween(4.5, 6.0);
    }

    @Test
    void checksumKnowsARateByItsValue() {
        long plain = PriceChecksum.price(1, new BigDecimal("1.50"), 2);

        assertThat(PriceChecksum.price(1, new BigDecimal("15e-1"), 2)).isEqualTo(plain);
        assertThat(PriceChecksum.price(1, 1500, 3, 2)).isEqualTo(plain);
        assertThat(PriceChecksum.price(1, new BigDecimal("15"), 2)).isNotEqualTo(plain);
        assertThat(PriceChecksum.price(1, 0, 2, 2)).isEqualTo(PriceChecksum.price(1, BigDecimal.ZERO, 2));
        assertThat(PriceChecksum.hash("ffs")).isEqualTo(PriceChecksum.hash(new byte[] {'-', 'f', 'f', 's'}, 1, 4));
    }

    @Test
    void programWritesFileAndTruth(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("rates.json.gz");

        MrfGeneratorMain.main(new String[] {"--out", file.toString(), "--size", "20k", "--schema", "v1"});

        MrfTruth truth = new ObjectMapper()
                .readValue(folder.resolve("rates.json.gz.truth.json").toFile(), MrfTruth.class);
        byte[] content = new GZIPInputStream(new ByteArrayInputStream(Files.readAllBytes(file))).readAllBytes();
        assertThat(truth)
                .isEqualTo(MrfGenerator.generate(MrfSpec.builder()
                                .schema(Schema.V1)
                                .targetBytes(20 << 10)
                                .build())
                        .truth());
        assertThat(content).hasSize((int) truth.bytes());
    }

    @Test
    void impossibleSpecificationsAreRefused() {
        assertThatThrownBy(() -> MrfSpec.builder().codes(0).build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("codes must lie between 1 and 20000");
        assertThatThrownBy(() -> new Shares(0, 0, 0, 0, 0, 1.1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(String.format(Locale.ROOT, "a share must lie between 0 and 1, was %s", 1.1));
    }
}
