package io.github.tic4j.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tic4j.table.OriginalIds;
import io.github.tic4j.table.Row;
import io.github.tic4j.table.Tables;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WideLayoutTest {

    private static final String FIRST =
            OriginalIds.organization("111111111", null).toString();
    private static final String SECOND =
            OriginalIds.organization("222222222", null).toString();

    @TempDir
    Path root;

    @BeforeEach
    void writeProviders() throws IOException {
        SampleTables.write(
                root,
                List.of(
                        group("g1", FIRST, 1000000004L, 1000000012L),
                        group("g2", FIRST, 1000000012L, 1000000020L),
                        group("g3", SECOND, 1000000038L)));
        SampleTables.write(
                root,
                List.of(
                        set("s1", List.of("g1", "g2", "g3"), List.of("690.10", "690.1")),
                        set("s2", List.of("g3"), null)));
    }

    @Test
    void eachPriceHasARowForEachOrganisation() throws IOException, SQLException {
        SampleTables.write(
                root, List.of(rate("20552", "41.69", "s1"), rate("99213", "81.50", "s2"), rate("1", "1", "s9")));

        Path file = new WideLayout(root, ParquetFormat.defaults()).run();

        assertThat(Duck.query("select service_code, organization_uuid, tin_type, npi_numbers, provider_references,"
                        + " service_description from '" + file + "' order by 1, npi_numbers"))
                .containsExactly(
                        Arrays.asList("1", null, null, null, null, "Visit"),
                        Arrays.asList(
                                "20552",
                                FIRST,
                                "ein",
                                List.of("1000000004", "1000000012", "1000000020"),
                                List.of("690.10", "690.1"),
                                "Visit"),
                        Arrays.asList(
                                "20552", SECOND, "ein", List.of("1000000038"), List.of("690.10", "690.1"), "Visit"),
                        Arrays.asList("99213", SECOND, "ein", List.of("1000000038"), null, "Visit"));
    }

    @Test
    void rowsCarryTheOriginalsIdentity() throws IOException, SQLException {
        Row rate = rate("20552", "41.69", "s2");
        SampleTables.write(root, List.of(rate));

        Path file = new WideLayout(root, ParquetFormat.defaults()).run();

        String expected =
                OriginalIds.rate(rate, UUID.fromString(SECOND)).orElseThrow().toString();
        assertThat(Duck.query("select rate_uuid, negotiated_rate::varchar from '" + file + "'"))
                .containsExactly(List.of(expected, "41.690000000000000000"));
    }

    @Test
    void everyPriceIsThereAsOftenAsItHasOrganisations() throws IOException, SQLException {
        List<Row> rates = RandomRows.of(Tables.RATES, 1000, 6);
        for (int i = 0; i < rates.size(); i++) {
            rates.get(i).set("provider_set_id", List.of("s1", "s2", "s3").get(i % 3));
        }
        SampleTables.write(root, rates);

        Path file = new WideLayout(root, ParquetFormat.defaults()).run();

        String columns =
                "payer_uuid, file_id, billing_code_type, negotiated_rate, negotiated_rate_text, expiration_date,"
                        + " billing_class, setting, service_codes, billing_code_modifier";
        String expected =
                "select " + columns + ", billing_code from '" + root + "/rates/*.parquet', (values ('s1'), ('s1'),"
                        + " ('s2'), ('s3')) as t(s) where provider_set_id = s order by all";
        assertThat(Duck.query("select " + columns + ", service_code from '" + file + "' order by all"))
                .isEqualTo(Duck.query(expected));
    }

    private static Row rate(String code, String price, String set) {
        return SampleTables.rate("f", "p")
                .set("billing_code", code)
                .set("name", "Visit")
                .set("negotiated_rate", new BigDecimal(price))
                .set("provider_set_id", set);
    }

    private static Row group(String id, String organization, Long... npis) {
        return new Row(Tables.PROVIDER_GROUPS)
                .set("group_id", id)
                .set("organization_uuid", organization)
                .set("tin_type", "ein")
                .set("npi", List.of(npis))
                .set("npi_count", (long) npis.length);
    }

    private static Row set(String id, List<String> groups, List<String> references) {
        return new Row(Tables.PROVIDER_SETS)
                .set("provider_set_id", id)
                .set("group_ids", groups)
                .set("npi_count", 1L)
                .set("provider_references", references);
    }
}
