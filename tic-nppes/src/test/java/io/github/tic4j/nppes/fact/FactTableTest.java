package io.github.tic4j.nppes.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tic4j.nppes.Address;
import io.github.tic4j.nppes.Entity;
import io.github.tic4j.nppes.Lifecycle;
import io.github.tic4j.nppes.Npi;
import io.github.tic4j.nppes.PersonName;
import io.github.tic4j.nppes.Provenance;
import io.github.tic4j.nppes.Provider;
import io.github.tic4j.nppes.ProviderDirectory;
import io.github.tic4j.nppes.ProviderStatus;
import io.github.tic4j.nppes.Taxonomy;
import io.github.tic4j.nppes.taxonomy.TaxonomyTable;
import io.github.tic4j.table.Row;
import io.github.tic4j.table.Tables;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FactTableTest {

    private static final long KNOWN = 1234567893L;
    private static final long GONE = 1679576722L;
    private static final long UNKNOWN = 1558598797L;
    private static final long CLINIC = 1720377294L;
    private static final String ORG = "1b71f30f-804f-5fb3-907e-2509f5847b47";
    private static final String OTHER_ORG = "45c2f4b2-d815-5f6e-be35-a3ef0d71013d";
    private static final Provenance FROM =
            new Provenance(Provenance.Origin.SNAPSHOT, "nppes.zip", Instant.parse("2026-08-09T00:00:00Z"));

    @TempDir
    Path scratch;

    private final MemoryTables tables = new MemoryTables();
    private final MemoryTables.Collector written = new MemoryTables.Collector();
    private final List<Npi> asked = new ArrayList<>();

    @Test
    void aLeftJoinKeepsEveryNpiAndSaysHowItFared() throws IOException {
        tables.rate(MemoryTables.price("s", "99213", "150.00")).set("s", "g").group("g", ORG, 0L, KNOWN, UNKNOWN, GONE);

        FactSummary summary = write(options());

        assertThat(written.values("npi")).containsExactly("0", "1234567893", "1558598797", "1679576722");
        assertThat(written.values("nppes_match")).containsExactly("INVALID_NPI", "FOUND", "NOT_FOUND", "DEACTIVATED");
        assertThat(written.values("nppes_status")).containsExactly(null, "ACTIVE", null, "DEACTIVATED");
        assertThat(written.values("nppes_city")).containsExactly(null, "CHICAGO", null, null);
        assertThat(written.values("nppes_found_count")).containsOnly(1L);
        assertThat(written.values("rate_npi_count")).containsOnly(4L);
        assertThat(summary.rows().matches())
                .isEqualTo(Map.of(
                        NppesMatch.INVALID_NPI, 1L,
                        NppesMatch.FOUND, 1L,
                        NppesMatch.NOT_FOUND, 1L,
                        NppesMatch.DEACTIVATED, 1L));
    }

    @Test
    void anInnerJoinKeepsThoseInUseAndCountsTheRest() throws IOException {
        tables.rate(MemoryTables.price("s", "99213", "1"))
                .rate(MemoryTables.price(null, "99213", "2"))
                .set("s", "g")
                .group("g", ORG, 0L, KNOWN, UNKNOWN, GONE);

        FactSummary summary = write(options().withJoin(FactOptions.Join.INNER));

        assertThat(written.values("npi")).containsExactly("1234567893");
        assertThat(summary.dropped())
                .isEqualTo(Map.of(
                        NppesMatch.INVALID_NPI, 1L,
                        NppesMatch.NOT_FOUND, 1L,
                        NppesMatch.DEACTIVATED, 1L,
                        NppesMatch.NO_NPI, 1L));
        assertThat(summary.prices()).isEqualTo(new FactSummary.Prices(2, 1));
    }

    @Test
    void aRowHasTheColumnsOfItsPriceOrganisationAndProvider() throws IOException {
        tables.rate(MemoryTables.price("s", "27447", "150.00")
                        .set("expiration_date", LocalDate.of(9999, 12, 31))
                        .set("service_codes", List.of("11", "22"))
                        .set("billing_code_modifier", List.of("26")))
                .set("s", "g")
                .group("g", ORG, KNOWN)
                .add(new Row(Tables.ORGANIZATIONS)
                        .set("organization_uuid", ORG)
                        .set("tin", "720467503")
                        .set("tin_type", "ein")
                        .set("organization_name", "ACME CLINIC")
                        .set("npi_count", 7L)
                        .set("address_line_1", "1 MAIN ST")
                        .set("city", "CHICAGO"));

        write(options());

        Row row = written.rows.get(0);
        assertThat(written.rows).hasSize(1);
        assertThat(columns(row, "service_code", "service_description", "rate_type", "negotiated_rate"))
                .containsExactly("27447", "name of 27447", "negotiated", new BigDecimal("150.00"));
        assertThat(columns(row, "rate_category", "service_category", "implausible", "is_facility"))
                .containsExactly("$100-500", "Surgery", "behavioral-health", false);
        assertThat(columns(row, "service_codes", "billing_code_modifier", "expiration_date"))
                .containsExactly(List.of("11", "22"), List.of("26"), LocalDate.of(9999, 12, 31));
        assertThat(columns(row, "organization_uuid", "tin", "organization_name", "npi_count", "headquarters_address"))
                .containsExactly(ORG, "720467503", "ACME CLINIC", 7L, "1 MAIN ST, CHICAGO");
        assertThat(columns(row, "service_areas", "rate_npis")).containsExactly(List.of("IL"), null);
        assertThat(row.value("fact_key")).isEqualTo(row.value("rate_uuid") + "_1234567893");
    }

    @Test
    void aRowTellsWhatNppesKnows() throws IOException {
        tables.rate(MemoryTables.price("s", "27447", "1")).set("s", "g").group("g", ORG, KNOWN);

        write(options());

        Row row = written.rows.get(0);
        assertThat(columns(
                        row,
                        "nppes_provider_type",
                        "nppes_provider_name",
                        "nppes_first_name",
                        "nppes_last_name",
                        "nppes_gender"))
                .containsExactly("Individual", "JANE DOE", "JANE", "DOE", "F");
        assertThat(columns(row, "nppes_credentials", "nppes_primary_taxonomy_code", "nppes_primary_specialty"))
                .containsExactly(List.of("PHD"), "103T00000X", "Psychology");
        assertThat(columns(row, "nppes_grouping", "nppes_secondary_specialties"))
                .containsExactly("Behavioral health", List.of("Counselling, as the registry words it"));
        assertThat(columns(row, "nppes_street", "nppes_state", "nppes_zip", "nppes_zip5", "nppes_address_type"))
                .containsExactly("1 OAK ST", "IL", "606011234", "60601", "DOM");
        assertThat(columns(row, "nppes_enumeration_date", "nppes_source", "nppes_as_of"))
                .containsExactly(LocalDate.of(2006, 1, 2), "nppes.zip", FROM.asOf());
        assertThat((String) row.value("nppes_addresses"))
                .startsWith("[{\"address_purpose\":\"MAILING\",\"city\":\"MADISON\"");
    }

    @Test
    void aPriceWithoutProvidersStaysInALeftJoin() throws IOException {
        tables.rate(MemoryTables.price(null, "99213", "1"))
                .rate(MemoryTables.price("nowhere", "99213", "1"))
                .rate(MemoryTables.price("empty", "99213", "1"))
                .rate(MemoryTables.price("s", "99213", "1"))
                .set("empty")
                .set("s", "g", "lost")
                .group("g", ORG);

        FactSummary summary = write(options());

        assertThat(written.values("nppes_match")).containsOnly("NO_NPI").hasSize(4);
        assertThat(written.values("npi")).containsOnlyNulls();
        assertThat(written.values("organization_uuid")).containsExactly(null, null, null, ORG);
        assertThat(written.values("fact_key").get(3)).asString().endsWith("_None");
        assertThat(summary.prices()).isEqualTo(new FactSummary.Prices(4, 3));
    }

    @Test
    void groupsOfOneOrganisationAreOneAndAnNpiOfTwoOrganisationsIsTwoRows() throws IOException {
        tables.rate(MemoryTables.price("s", "99213", "1"))
                .set("s", "a", "b", "c")
                .group("a", ORG, GONE, UNKNOWN)
                .group("b", OTHER_ORG, KNOWN)
                .group("c", ORG, KNOWN, UNKNOWN);

        write(options());

        assertThat(written.values("organization_uuid")).containsExactly(ORG, ORG, ORG, OTHER_ORG);
        assertThat(written.values("npi")).containsExactly("1234567893", "1558598797", "1679576722", "1234567893");
        assertThat(written.values("fact_key")).doesNotHaveDuplicates().doesNotContainNull();
        assertThat(asked).doesNotHaveDuplicates();
    }

    @Test
    void aTableByOrganisationListsTheNpis() throws IOException {
        tables.rate(MemoryTables.price("s", "99213", "1"))
                .set("s", "a", "b")
                .group("a", ORG, KNOWN, UNKNOWN)
                .group("b", OTHER_ORG, GONE);

        write(options().withGrain(FactOptions.Grain.ORGANIZATION));

        assertThat(written.values("organization_uuid")).containsExactly(ORG, OTHER_ORG);
        assertThat(written.values("rate_npis"))
                .containsExactly(List.of("1234567893", "1558598797"), List.of("1679576722"));
        assertThat(written.values("nppes_found_count")).containsExactly(1L, 0L);
        assertThat(written.values("nppes_match")).containsOnly("NO_NPI");

        written.rows.clear();
        write(options().withGrain(FactOptions.Grain.ORGANIZATION).withJoin(FactOptions.Join.INNER));
        assertThat(written.values("organization_uuid")).containsExactly(ORG);
    }

    @Test
    void anOrganisationWhoseTaxNumberIsAnNpiIsLookedUp() throws IOException {
        Row group = MemoryTables.group("g", List.of(KNOWN))
                .set("organization_uuid", ORG)
                .set("tin", Long.toString(CLINIC))
                .set("tin_type", "npi");
        tables.rate(MemoryTables.price("s", "99213", "1")).set("s", "g").add(group);

        write(options().withGrain(FactOptions.Grain.ORGANIZATION));

        Row row = written.rows.get(0);
        assertThat(columns(row, "organization_name", "organization_type", "parent_system", "npi", "nppes_match"))
                .containsExactly("OAK CLINIC LLC", "Organization", "OAK HEALTH", Long.toString(CLINIC), "FOUND");
    }

    @Test
    void aPercentageIsNoPriceAndHasNoBand() throws IOException {
        tables.rate(MemoryTables.price("s", "99213", "40").set("negotiated_type", "percentage"))
                .rate(MemoryTables.price("s", null, "0").set("billing_class", "institutional"));

        FactSummary summary = write(options());

        assertThat(written.values("rate_category")).containsExactly(null, null);
        assertThat(written.values("service_category")).containsExactly("Evaluation & Management", "Unknown");
        assertThat(written.values("is_facility")).containsExactly(false, true);
        assertThat(summary.rows().rateCategories()).isEqualTo(Map.of("(none)", 2L));
    }

    @Test
    void aSampleIsDrawnFromASeedAndKeepsTheOrder() throws IOException {
        for (int i = 0; i < 1000; i++) {
            tables.rate(MemoryTables.price(null, Integer.toString(10_000 + i), "1"));
        }

        write(options().withSample(50, 42));
        List<Object> first = written.values("service_code");
        written.rows.clear();
        write(options().withSample(50, 42));
        List<Object> again = written.values("service_code");
        written.rows.clear();
        write(options().withSample(50, 43));

        assertThat(first).hasSize(50).doesNotHaveDuplicates().isSorted().isEqualTo(again);
        assertThat(written.values("service_code")).hasSize(50).isNotEqualTo(first);
        written.rows.clear();
        write(options().withSample(5000, 42));
        assertThat(written.rows).hasSize(1000);
    }

    @Test
    void aTableMayHaveFewerColumns() throws IOException {
        tables.rate(MemoryTables.price("s", "99213", "150")).set("s", "g").group("g", ORG, KNOWN);

        write(options().withColumns(List.of("npi", "nppes_state", "negotiated_rate", "rate_category")));

        assertThat(written.rows.get(0)).hasToString("fact_table[1234567893, IL, 150, $100-500]");
    }

    @Test
    void setsBeyondThoseThatAreKeptInTheHeapAreFoundAgain() throws IOException {
        for (int set = 0; set < 5; set++) {
            Long[] npis = new Long[70_000];
            for (int i = 0; i < npis.length; i++) {
                npis[i] = 100L * i + set; // no NPI, so that nothing is looked up
            }
            tables.set("s" + set, "g" + set).group("g" + set, ORG, npis);
        }
        for (int set : new int[] {0, 1, 2, 3, 4, 0}) {
            tables.rate(MemoryTables.price("s" + set, "99213", "1"));
        }

        write(options().withGrain(FactOptions.Grain.ORGANIZATION).withColumns(List.of("rate_npi_count", "rate_npis")));

        assertThat(written.values("rate_npi_count")).hasSize(6).containsOnly(70_000L);
        assertThat(written.values("rate_npis").get(5))
                .isEqualTo(written.values("rate_npis").get(0));
        assertThat(written.values("rate_npis"))
                .map(npis -> (Object) ((List<?>) npis).get(1))
                .containsExactly("100", "101", "102", "103", "104", "100");
    }

    @Test
    void theSummaryIsJson() throws IOException {
        tables.rate(MemoryTables.price("s", "27447", "150")).set("s", "g").group("g", ORG, KNOWN, UNKNOWN);

        String json = write(options().withSample(10, 1)).toJson();

        assertThat(json)
                .contains("\"join\" : \"left\"", "\"grain\" : \"npi\"", "\"sample\" : 10", "\"seed\" : 1")
                .contains("\"prices\" : 1", "\"rows\" : 2", "\"npis\" : 2", "\"FOUND\" : 1", "\"NOT_FOUND\" : 1")
                .contains("\"$100-500\" : 2", "\"Surgery\" : 2", "\"behavioral-health\" : 1");
    }

    @Test
    void nothingIsLeftOfTheTemporaryFile() throws IOException {
        tables.rate(MemoryTables.price(null, "99213", "1"));

        write(options());

        try (Stream<Path> files = Files.list(scratch)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void wrongOptionsAreRefused() {
        assertThatThrownBy(() -> options().withSample(0, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A sample has at least 1 price, not 0");
        assertThatThrownBy(() -> options().withColumns(List.of("colour")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Table fact_table has no column colour; it has [fact_key, rate_uuid");
    }

    private FactOptions options() {
        return FactOptions.defaults().withScratch(scratch);
    }

    private FactSummary write(FactOptions options) throws IOException {
        return new FactTable(tables, directory(), TaxonomyTable.empty(), options).write(written);
    }

    private static List<Object> columns(Row row, String... names) {
        List<Object> values = new ArrayList<>();
        for (String name : names) {
            values.add(row.value(name));
        }
        return values;
    }

    private ProviderDirectory directory() {
        Map<Long, Provider> known = Map.of(
                KNOWN,
                psychologist(),
                GONE,
                Provider.deactivated(new Npi(GONE), Lifecycle.UNKNOWN, FROM),
                CLINIC,
                clinic());
        return npi -> {
            asked.add(npi);
            return Optional.ofNullable(known.get(npi.value()));
        };
    }

    private static Provider psychologist() {
        return provider(
                KNOWN,
                new Entity.Individual(new PersonName(null, "JANE", null, "DOE", null, "PHD"), "F", null),
                List.of(
                        address(Address.Purpose.MAILING, null, "MADISON", "WI", null),
                        address(Address.Purpose.LOCATION, "1 OAK ST", "CHICAGO", "IL", "606011234")),
                List.of(
                        taxonomy("101Y00000X", "Counselling, as the registry words it", Taxonomy.Primary.NO),
                        taxonomy("103T00000X", null, Taxonomy.Primary.YES)));
    }

    private static Provider clinic() {
        return provider(
                CLINIC, new Entity.Organization("OAK CLINIC LLC", true, "OAK HEALTH", null), List.of(), List.of());
    }

    private static Provider provider(long npi, Entity entity, List<Address> addresses, List<Taxonomy> taxonomies) {
        return new Provider(
                new Npi(npi),
                ProviderStatus.ACTIVE,
                entity,
                addresses,
                taxonomies,
                List.of(),
                List.of(),
                List.of(),
                new Lifecycle(LocalDate.of(2006, 1, 2), null, null, null, null, null, null),
                FROM);
    }

    private static Address address(Address.Purpose purpose, String street, String city, String state, String postal) {
        return new Address(purpose, street, null, city, state, postal, null, null, null, null);
    }

    private static Taxonomy taxonomy(String code, String description, Taxonomy.Primary primary) {
        return new Taxonomy(code, description, primary, null, null, null);
    }
}
