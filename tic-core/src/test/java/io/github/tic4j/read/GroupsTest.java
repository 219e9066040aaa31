package io.github.tic4j.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tic4j.mrf.FileReport;
import io.github.tic4j.mrf.IdRule;
import io.github.tic4j.mrf.Limits;
import io.github.tic4j.mrf.NpiList;
import io.github.tic4j.mrf.Price;
import io.github.tic4j.mrf.PriceFilter;
import io.github.tic4j.mrf.ProviderGroup;
import io.github.tic4j.mrf.ProviderReference;
import io.github.tic4j.mrf.Tin;
import io.github.tic4j.source.HttpOptions;
import io.github.tic4j.source.Source;
import io.github.tic4j.source.Sources;
import io.github.tic4j.testing.LoopbackServer;
import io.github.tic4j.testing.MrfGenerator;
import io.github.tic4j.testing.MrfSpec;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class GroupsTest {

    private static final String REFERENCES = """
            "provider_references": [
             {"provider_group_id": 690.1, "provider_groups": [{"npi": [1234567893], "tin": {"type": "ein", "value": "12-3456789"}}]},
             {"provider_group_id": 690.10, "provider_groups": [{"npi": [1999999992, "bad"], "tin": {"type": "npi", "value": "1999999992"}}]},
             {"provider_group_id": 690.1, "provider_groups": [{"npi": [0], "tin": {"type": "ein", "value": "98-7654321", "business_name": "B"}}]}]""";
    private static final String ITEMS = """
            "in_network": [{"negotiation_arrangement": "ffs", "name": "n", "billing_code_type": "CPT", "billing_code_type_version": "1", "billing_code": "1", "description": "d",
             "negotiated_rates": [
              {"provider_references": [690.1], "negotiated_prices": [{"negotiated_rate": 1}]},
              {"provider_references": [690.10, 7], "negotiated_prices": [{"negotiated_rate": 2}]},
              {"provider_groups": [{"npi": [1234567893], "tin": {"type": "ein", "value": "555"}}], "negotiated_prices": [{"negotiated_rate": 3}]}]}]""";

    @TempDir
    Path folder;

    private static Source source(String json) {
        return Sources.of("groups.json", () -> new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }

    private static Source once(String json) {
        return Sources.once("groups.json", new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }

    private List<String> resolved(Source source, ReadOptions options) throws IOException {
        List<String> lines = new ArrayList<>();
        try (MrfReader reader = MrfReader.open(source, options)) {
            for (Price price : reader) {
                lines.add(price.negotiatedRate() + " " + reader.groups(price.rate()));
            }
            FileReport report = reader.reports().get(0);
            lines.add(report.findings() + " passes " + report.passes());
        }
        return lines;
    }

    private static final List<String> EXPECTED = List.of(
            "1 [ProviderGroup[npis=[1234567893], tin=Tin[type=ein, value=12-3456789, businessName=null]],"
                    + " ProviderGroup[npis=[0], tin=Tin[type=ein, value=98-7654321, businessName=B]]]",
            "2 [ProviderGroup[npis=[1999999992, bad], tin=Tin[type=npi, value=1999999992, businessName=null]]]",
            "3 [ProviderGroup[npis=[1234567893], tin=Tin[type=ein, value=555, businessName=null]]]");

    @Test
    void referencesAreResolvedByTheirText() throws IOException {
        List<String> lines = resolved(
                source("{" + REFERENCES + "," + ITEMS + "}"), resolving().build());
        assertThat(lines).startsWith(EXPECTED.toArray(String[]::new));
        assertThat(lines.get(3)).isEqualTo("{dangling-reference=1, duplicate-reference=1} passes 1");
    }

    private static final String SPELLINGS = """
            "provider_references": [
             {"provider_group_id": 690.10, "provider_groups": [{"npi": [1234567893], "tin": {"type": "ein", "value": "11"}}]},
             {"provider_group_id": "1e3", "provider_groups": [{"npi": [1999999992], "tin": {"type": "ein", "value": "22"}}]},
             {"provider_group_id": 0690.1, "provider_groups": [{"npi": [0], "tin": {"type": "ein", "value": "33"}}]},
             {"provider_group_id": "x-1", "provider_groups": [{"npi": [0], "tin": {"type": "ein", "value": "44"}}]}]""";
    private static final String SPELT_OTHERWISE = """
            "in_network": [{"billing_code_type": "CPT", "billing_code": "1", "negotiated_rates": [
              {"provider_references": [690.1], "negotiated_prices": [{"negotiated_rate": 1}]},
              {"provider_references": [1000], "negotiated_prices": [{"negotiated_rate": 2}]},
              {"provider_references": ["x-1", 1000.5], "negotiated_prices": [{"negotiated_rate": 3}]}]}]""";

    @Test
    void idsThatDifferInNotationAreTheSameOnlyIfTheOptionsSaySo() throws IOException {
        String json = "{" + SPELLINGS + "," + SPELT_OTHERWISE + "}";
        ReadOptions byNumber = resolving().ids(IdRule.NUMBER).build();

        assertThat(tins(json, byNumber)).containsExactly("1 [11, 33]", "2 [22]", "3 [44]");
        assertThat(resolved(source(json), byNumber))
                .last()
                .isEqualTo("{dangling-reference=1, duplicate-reference=1} passes 1");
        assertThat(tins(json, resolving().build())).containsExactly("1 []", "2 []", "3 [44]");
    }

    @ParameterizedTest
    @ValueSource(strings = {SPELLINGS + "," + SPELT_OTHERWISE, SPELT_OTHERWISE + "," + SPELLINGS})
    void aFilterByTinFollowsIdsInAnyNotationToo(String body) throws IOException {
        ReadOptions.Builder options =
                resolving().filter(PriceFilter.builder().tin("22").tin("33").build());

        assertThat(tins("{" + body + "}", options.ids(IdRule.NUMBER).build())).containsExactly("1 [11, 33]", "2 [22]");
        assertThat(tins("{" + body + "}", options.ids(IdRule.TEXT).build())).isEmpty();
    }

    private static List<String> tins(String json, ReadOptions options) throws IOException {
        List<String> lines = new ArrayList<>();
        try (MrfReader reader = MrfReader.open(source(json), options)) {
            for (Price price : reader) {
                lines.add(price.negotiatedRate() + " "
                        + reader.groups(price.rate()).stream()
                                .map(group -> group.tin().value())
                                .toList());
            }
        }
        return lines;
    }

    @Test
    void referencesBehindTheItemsTakeASecondPass() throws IOException {
        String json = "{" + ITEMS + "," + REFERENCES + "}";
        assertThat(resolved(source(json), resolving().build()))
                .startsWith(EXPECTED.toArray(String[]::new))
                .last()
                .isEqualTo("{dangling-reference=1, duplicate-reference=1} passes 2");
    }

    @Test
    void aStreamThatOpensOnceIsSpooledInstead() throws IOException {
        String json = "{" + ITEMS + "," + REFERENCES + "}";
        ReadOptions options = resolving()
                .spoolFolder(folder)
                .limits(Limits.builder().maxItemMemory(10).build())
                .build();
        assertThat(resolved(once(json), options)).startsWith(EXPECTED.toArray(String[]::new));
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void groupsBeyondTheMemoryLimitAreTheSame() throws IOException {
        MrfSpec spec = MrfSpec.builder()
                .items(5)
                .providerReferences(20_000)
                .ratesPerItem(5)
                .build();
        byte[] json = MrfGenerator.generate(spec).bytes();
        ReadOptions little = resolving()
                .spoolFolder(folder)
                .limits(Limits.builder().maxGroupMemory(1).build())
                .build();
        Source large = Sources.of("large.json", () -> new ByteArrayInputStream(json));
        assertThat(resolved(large, little))
                .hasSizeGreaterThan(20)
                .isEqualTo(resolved(large, resolving().build()));
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void aTableBeyondItsMemoryLimitIsSpilledAndLeavesNoFile() throws IOException {
        try (ProviderTable table = new ProviderTable(IdRule.TEXT, 1, folder)) {
            Tin tin = new Tin("ein", "12-3456789", null);
            for (int i = 0; i < 3_000; i++) {
                ProviderGroup group = new ProviderGroup(NpiList.of(new long[] {1_234_567_893L + i}, null), tin);
                assertThat(table.add(new ProviderReference("690." + i, List.of(), List.of(group), null, i)))
                        .isTrue();
            }
            assertThat(table.isSpilled()).isTrue();
            assertThat(table.size()).isEqualTo(3_000);
            assertThat(table.references("690.2999"))
                    .singleElement()
                    .satisfies(reference ->
                            assertThat(reference.groups().get(0).npis().at(0)).isEqualTo(1_234_567_893L + 2999));
            assertThat(table.references("690.3000")).isEmpty();
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(MrfSpec.Order.class)
    void aFilterByNpiChoosesTheRatesThatResolveToIt(MrfSpec.Order order) throws IOException {
        MrfSpec spec = MrfSpec.builder()
                .items(20)
                .providerReferences(40)
                .ratesPerItem(10)
                .order(order)
                .shares(MrfSpec.Shares.MIXED)
                .build();
        byte[] json = MrfGenerator.generate(spec).bytes();
        Source file = Sources.of("filtered.json", () -> new ByteArrayInputStream(json));
        List<String> expected = new ArrayList<>();
        long wanted;
        try (MrfReader reader = MrfReader.open(file, resolving().build())) {
            wanted = 0;
            for (Price price : reader) {
                List<ProviderGroup> groups = reader.groups(price.rate());
                if (wanted == 0) {
                    wanted = groups.get(0).npis().at(0);
                }
                long npi = wanted;
                if (groups.stream().anyMatch(group -> group.npis().contains(npi))) {
                    expected.add(JacksonOracle.line(price));
                }
            }
        }
        ReadOptions options = ReadOptions.builder()
                .filter(PriceFilter.builder().npi(wanted).build())
                .build();
        List<String> found = new ArrayList<>();
        try (MrfReader reader = MrfReader.open(file, options)) {
            for (Price price : reader) {
                found.add(JacksonOracle.line(price));
            }
            assertThat(reader.ledger().prices().filtered()).isPositive();
        }
        assertThat(found).isNotEmpty().isEqualTo(expected);
    }

    @Test
    void remoteGroupsAreFetchedOncePerAddressAndFailuresAreListed() throws IOException {
        try (LoopbackServer server = LoopbackServer.start()) {
            server.serve("/p.json", """
                    {"version": "1.0.0", "provider_groups": [{"npi": [1234567893], "tin": {"type": "ein", "value": "1"}}]}
                    """.getBytes(StandardCharsets.UTF_8));
            String references = "'provider_references': [" + remote(1, server.uri("/p.json?sig=a"))
                    + "," + remote(2, server.uri("/p.json?sig=b")) + "," + remote(3, server.uri("/absent.json"))
                    + "," + remote(4, "ftp://files.example.org/x") + "]";
            String json = "{" + references.replace('\'', '"') + "," + ITEMS.replace("690.10, 7", "1, 2, 3, 4") + "}";
            RemoteReferences remote = RemoteReferences.of(HttpOptions.defaults(), 1 << 20, 10);
            ReadOptions options = ReadOptions.builder().remoteReferences(remote).build();
            List<String> lines = resolved(source(json), options);
            assertThat(lines.get(1)).contains("1234567893");
            assertThat(lines.get(3)).contains("remote-reference-failed=2");
            assertThat(server.requests().stream()
                            .filter(request -> request.path().equals("/p.json")))
                    .hasSize(1);
            assertThat(remote.failures()).hasSize(2);
            assertThat(remote.failures().get(0).problem()).contains("404");
        }
    }

    private static String remote(int id, Object location) {
        return "{'provider_group_id': " + id + ", 'location': '" + location + "'}";
    }

    @Test
    void privateAddressesAreNotFollowedByDefault() {
        RemoteReferences remote = RemoteReferences.ofPublicAddresses();
        assertThat(remote.groups("http://127.0.0.1:9/p.json")).isNull();
        assertThat(remote.failures().get(0).problem()).contains("127.0.0.1");
    }

    @Test
    void groupsNeedTheOption() throws IOException {
        try (MrfReader reader = MrfReader.open(source("{" + REFERENCES + "," + ITEMS + "}"))) {
            Price price = reader.iterator().next();
            assertThatThrownBy(() -> reader.groups(price.rate()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("Groups are kept only where the options say Groups.RESOLVED");
        }
    }

    private static ReadOptions.Builder resolving() {
        return ReadOptions.builder().groups(ReadOptions.Groups.RESOLVED);
    }
}
