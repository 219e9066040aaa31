package io.github.tic4j.normalize;

import static io.github.tic4j.normalize.SmallFile.GROUP;
import static io.github.tic4j.normalize.SmallFile.file;
import static io.github.tic4j.normalize.SmallFile.rates;
import static io.github.tic4j.normalize.SmallFile.reference;
import static io.github.tic4j.normalize.SmallFile.source;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.tic4j.mrf.IdRule;
import io.github.tic4j.read.ReadOptions;
import io.github.tic4j.table.OriginalIds;
import io.github.tic4j.table.Row;
import io.github.tic4j.table.TableSchema;
import io.github.tic4j.table.TableSet;
import io.github.tic4j.table.Tables;
import io.github.tic4j.testing.MrfGenerator;
import io.github.tic4j.testing.MrfSpec;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of providers in every way that files name them. */
class NormalizedProvidersTest {

    private final MemoryTables tables = new MemoryTables();

    @Test
    void ratesThatNameTheSameProvidersShareTheirSet() throws IOException {
        normalize(file(
                rates("'provider_references':[1,2]", "'provider_references':[2,1,2]", "'provider_references':[3,2]"),
                reference("1", GROUP),
                reference("2", GROUP.replace("12-3", "22-3")),
                reference("3", GROUP)));

        Set<Object> sets = values(Tables.RATES, "provider_set_id");
        assertThat(sets).hasSize(1);
        assertThat(tables.rows(Tables.PROVIDER_SETS)).hasSize(1);
        Row set = tables.rows(Tables.PROVIDER_SETS).get(0);
        assertThat((List<?>) set.value("group_ids")).hasSize(2).isSorted();
        assertThat(set.value("npi_count")).isEqualTo(1L);
        assertThat(set.value("provider_references")).isEqualTo(List.of("1", "2"));
        assertThat(values(Tables.PROVIDER_GROUPS, "tin")).containsExactlyInAnyOrder("123456789", "223456789");
        assertThat(tables.rows(Tables.PROVIDERS)).hasSize(2);
    }

    @Test
    void groupsInTheRateAndGroupsByReferenceGiveTheSameSet() throws IOException {
        normalize(file(rates("'provider_references':[7]", "'provider_groups':[" + GROUP + "]"), reference("7", GROUP)));

        assertThat(values(Tables.RATES, "provider_set_id")).hasSize(1);
    }

    @Test
    void idsThatDifferByTrailingZerosAreTwo() throws IOException {
        normalize(file(
                rates("'provider_references':[690.1]", "'provider_references':[690.10]"),
                reference("690.1", GROUP),
                reference("690.10", GROUP.replace("12-3", "22-3"))));

        assertThat(values(Tables.RATES, "provider_set_id")).hasSize(2);
    }

    @Test
    void idsThatDifferInNotationMeanTheSameProvidersIfTheOptionsSaySo() throws IOException {
        NormalizeOptions byNumber = NormalizeOptions.builder()
                .reading(ReadOptions.builder().ids(IdRule.NUMBER).build())
                .build();
        byte[] json = file(
                rates("'provider_references':[690.10,1e3]", "'provider_references':[690.1,1000]"),
                reference("690.1", GROUP),
                reference("'1000.0'", GROUP.replace("12-3", "22-3")));
        NormalizedFile result = normalize(json, byNumber);

        assertThat(result.findings()).doesNotContainKey("dangling-reference");
        assertThat(values(Tables.RATES, "provider_set_id")).hasSize(1);
        assertThat(tables.rows(Tables.PROVIDER_SETS))
                .singleElement()
                .extracting(set -> set.value("provider_references"))
                .isEqualTo(List.of("1e3", "690.10"));
    }

    @Test
    void danglingReferenceIsKeptFlaggedAndCounted() throws IOException {
        NormalizedFile result = normalize(
                file(rates("'provider_references':[1,99]", "'provider_references':['x']"), reference("1", GROUP)));

        assertThat(result.findings()).containsEntry("dangling-reference", 2L);
        assertThat(values(Tables.RATES, "quality_flags")).containsExactly(List.of("dangling-reference"));
        Map<Object, Row> sets = tables.by(Tables.PROVIDER_SETS, "unresolved_references");
        assertThat(sets).containsOnlyKeys(List.of("99"), List.of("x"));
        assertThat((List<?>) sets.get(List.of("99")).value("group_ids")).hasSize(1);
        assertThat((List<?>) sets.get(List.of("x")).value("group_ids")).isEmpty();
    }

    @Test
    void undefinedIdsOfTwoFilesAreNotTheSameProviders() throws IOException {
        byte[] json = file(rates("'provider_references':[99]"));
        for (String name : List.of("a.json", "b.json")) {
            try (TableSet set = tables.set()) {
                Normalizer.withDefaults().normalize(source(name, json).build(), set);
            }
        }

        assertThat(values(Tables.RATES, "provider_set_id")).hasSize(2);
    }

    @Test
    void rateThatNamesNobodyHasNoSet() throws IOException {
        normalize(file(rates("'x':1")));

        assertThat(values(Tables.RATES, "provider_set_id")).containsExactly((Object) null);
        assertThat(tables.rows(Tables.PROVIDER_SETS)).isEmpty();
    }

    @Test
    void networksAndBusinessNameTellGroupsApartButNotOrganisations() throws IOException {
        String named = GROUP.replace("'value'", "'business_name':'Clinic','value'");
        normalize(file(
                rates("'provider_references':[1,2,3]"),
                reference("1", GROUP),
                reference("2", named),
                "{'provider_group_id':3,'network_name':['B','A','B'],'provider_groups':[" + named + "]}"));

        assertThat(tables.rows(Tables.PROVIDER_GROUPS)).hasSize(3);
        assertThat(values(Tables.PROVIDER_GROUPS, "network_names")).containsExactlyInAnyOrder(null, List.of("A", "B"));
        Row organization = only(Tables.ORGANIZATIONS);
        assertThat(organization.value("organization_uuid"))
                .isEqualTo(OriginalIds.organization("123456789", null).toString());
        assertThat(organization.value("organization_name")).isEqualTo("Clinic");
        assertThat(organization.value("npi_count")).isEqualTo(1L);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "ein, 12-3456789, ein, 123456789, 12-3456789, true",
                "EIN, 012345678, ein, 012345678, -, true",
                "NPI, 1234567893, npi, 1234567893, -, true",
                "ein, 000000000, ein, 000000000, -, false",
                "ein, none, ein, -, none, false"
            })
    void tinsAreDigits(String type, String value, String normalType, String digits, String text, boolean isIdentity)
            throws IOException {
        String group = "{'npi':[1234567893],'tin':{'type':'" + type + "','value':'" + value + "'}}";
        normalize(file(rates("'provider_groups':[" + group + "]")));

        Row row = only(Tables.PROVIDER_GROUPS);
        assertThat(row.value("tin_type")).isEqualTo(normalType);
        assertThat(row.value("tin")).isEqualTo(digits);
        assertThat(row.value("tin_text")).isEqualTo(text);
        assertThat(row.value("organization_uuid") != null).isEqualTo(isIdentity);
        assertThat(tables.rows(Tables.ORGANIZATIONS)).hasSize(isIdentity ? 1 : 0);
        assertThat(tables.rows(Tables.PROVIDERS)).hasSize(isIdentity ? 1 : 0);
    }

    @Test
    void npisAreSortedAndThoseThatAreNoNumbersCounted() throws IOException {
        String group = "{'npi':['bad',1987654321,0,1234567893,1234567893,7],'tin':{'type':'ein','value':'123456789'}}";
        NormalizedFile result = normalize(file(rates("'provider_groups':[" + group + "]")));

        assertThat(only(Tables.PROVIDER_GROUPS).value("npi")).isEqualTo(List.of(0L, 7L, 1234567893L, 1987654321L));
        assertThat(only(Tables.PROVIDER_SETS).value("npi_count")).isEqualTo(3L);
        assertThat(values(Tables.PROVIDERS, "npi")).containsExactlyInAnyOrder("1234567893", "1987654321");
        assertThat(values(Tables.PROVIDERS, "provider_uuid"))
                .contains(OriginalIds.provider("1234567893").toString());
        assertThat(result.findings()).containsEntry("unreadable-npi", 1L);
    }

    @Test
    void littleMemoryWritesSomeProvidersTwiceAndSaysSo() throws IOException {
        byte[] json = MrfGenerator.generate(MrfSpec.builder()
                        .items(60)
                        .providerReferences(400)
                        .ratesPerItem(20)
                        .build())
                .bytes();
        MemoryTables ample = new MemoryTables();
        NormalizerTest.normalize(json, ample);
        NormalizedFile result = normalize(
                json, NormalizeOptions.builder().maxDistinctMemory(256 << 10).build());

        assertThat(result.findings()).containsKey("distinct-memory-exceeded");
        assertThat(new HashSet<>(tables.texts(Tables.PROVIDER_GROUPS)))
                .isEqualTo(new HashSet<>(ample.texts(Tables.PROVIDER_GROUPS)));
        assertThat(new HashSet<>(tables.texts(Tables.PROVIDERS)))
                .isEqualTo(new HashSet<>(ample.texts(Tables.PROVIDERS)));
        assertThat(tables.texts(Tables.RATES)).isEqualTo(ample.texts(Tables.RATES));
        assertThat(Reconstruction.pricesOf(tables)).isEqualTo(Reconstruction.pricesOf(ample));
    }

    // ---- the tables

    private NormalizedFile normalize(byte[] json) throws IOException {
        return NormalizerTest.normalize(json, tables);
    }

    private NormalizedFile normalize(byte[] json, NormalizeOptions options) throws IOException {
        return NormalizerTest.normalize(json, tables, options);
    }

    private Row only(TableSchema schema) {
        assertThat(tables.rows(schema)).hasSize(1);
        return tables.rows(schema).get(0);
    }

    private Set<Object> values(TableSchema schema, String column) {
        Set<Object> values = new HashSet<>();
        tables.rows(schema).forEach(row -> values.add(row.value(column)));
        return values;
    }
}
