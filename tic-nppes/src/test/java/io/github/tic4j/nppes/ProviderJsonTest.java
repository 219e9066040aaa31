package io.github.tic4j.nppes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tic4j.nppes.internal.Json;
import io.github.tic4j.nppes.internal.JsonObject;
import io.github.tic4j.source.MalformedContentException;
import io.github.tic4j.testing.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProviderJsonTest {

    private static final Provenance FROM =
            new Provenance(Provenance.Origin.REGISTRY, "registry", Instant.parse("2026-11-20T12:00:00Z"));
    private static final Npi NPI = Npi.parse("1234567893");

    @Test
    void readsTheShapeOf2019() throws IOException {
        Provider provider = recorded("nppes/api-2019-organization.json");

        assertThat(provider.npi()).isEqualTo(Npi.parse("1568946812"));
        assertThat(provider.displayName()).isEqualTo("CSP ANESTHESIA LLC");
        assertThat(provider.lifecycle().enumerated()).isEqualTo(LocalDate.of(2018, 9, 22));
        assertThat(provider.practiceLocation().orElseThrow().city()).isEqualTo("VILLA RICA");
        assertThat(provider.addresses())
                .extracting(Address::purpose)
                .containsExactly(Address.Purpose.LOCATION, Address.Purpose.MAILING, Address.Purpose.SECONDARY);
        Taxonomy taxonomy = provider.primaryTaxonomy().orElseThrow();
        assertThat(taxonomy.code()).isEqualTo("207L00000X");
        assertThat(taxonomy.license()).isNull();
        Entity.Organization organization = (Entity.Organization) provider.entity();
        assertThat(organization.subpart()).isFalse();
        assertThat(organization.official().name().display()).isEqualTo("TIMOTHY GORDON BARTON");
    }

    @Test
    void readsTheShapeOf2026() throws IOException {
        Provider provider = recorded("nppes/api-2026-organization.json");

        assertThat(provider.npi()).isEqualTo(Npi.parse("1225701881"));
        assertThat(provider.status()).isEqualTo(ProviderStatus.ACTIVE);
        assertThat(provider.lifecycle().certified()).isEqualTo(LocalDate.of(2024, 2, 12));
        assertThat(provider.primaryTaxonomy().orElseThrow().description()).startsWith("Obstetrics");
        assertThat(provider.provenance()).isEqualTo(FROM);
    }

    @Test
    void readsAPersonInEitherShape() {
        Provider older = read("""
                {"number": 1234567893, "enumeration_type": "NPI-1", "created_epoch": 1537574400,
                 "basic": {"first_name": "JANE", "last_name": "DOE", "gender": "F", "name_prefix": "--",
                           "sole_proprietor": "X", "deactivation_date": "2020-01-02", "reactivation_date": "2020-02-03"}}""");
        Provider newer = read("""
                {"number": "1234567893", "enumeration_type": "NPI-1", "created_epoch": "1537574400000",
                 "basic": {"first_name": "JANE", "last_name": "DOE", "sex": "F", "status": "A"},
                 "other_names": [{"code": "1", "first_name": "JANE", "last_name": "ROE"}],
                 "taxonomies": [{"code": "207X00000X", "primary": false, "desc": null},
                                {"code": "208D00000X", "primary": true}],
                 "somethingNew": [1, {"x": 2.5}]}""");

        assertThat(older.entity()).isEqualTo(newer.withProvenance(FROM).entity());
        assertThat(older.status()).isEqualTo(ProviderStatus.REACTIVATED);
        assertThat(older.lifecycle().enumerated())
                .isEqualTo(newer.lifecycle().enumerated())
                .isEqualTo(LocalDate.of(2018, 9, 22));
        assertThat(newer.primaryTaxonomy().orElseThrow().code()).isEqualTo("208D00000X");
        assertThat(newer.otherNames().get(0).person().display()).isEqualTo("JANE ROE");
    }

    @Test
    void whatItWritesItReads() {
        Address address = new Address(
                Address.Purpose.LOCATION, "1 MAIN ST", "2", "CHICAGO", "IL", "606011234", "US", "312", null, "313");
        Endpoint endpoint = new Endpoint(
                new Endpoint.Coded("FHIR", "FHIR URL", null),
                "https://example.org",
                new Endpoint.Affiliation(
                        true,
                        "PARENT",
                        new Address(
                                Address.Purpose.AFFILIATION, null, null, "CICERO", null, null, null, null, null, null)),
                new Endpoint.Coded("OTHER", null, "ALL"),
                null,
                "MINE");
        PersonName name = new PersonName("DR.", "JANE", "Q", "DOE", "JR.", "MD");
        Provider person = new Provider(
                NPI,
                ProviderStatus.REACTIVATED,
                new Entity.Individual(name, "F", true),
                List.of(
                        address,
                        new Address(
                                Address.Purpose.SECONDARY, "2 SIDE ST", null, null, null, null, null, null, "7", null)),
                List.of(
                        new Taxonomy("207X00000X", "words", Taxonomy.Primary.UNANSWERED, "L1", "IL", "group"),
                        new Taxonomy("208D00000X", null, Taxonomy.Primary.YES, null, null, null)),
                List.of(new Identifier("5", "05", "IL", "ISSUER")),
                List.of(new OtherName("1", null, new PersonName(null, "J", null, "ROE", null, null))),
                List.of(endpoint),
                new Lifecycle(
                        LocalDate.of(2005, 5, 23),
                        LocalDate.of(2020, 1, 1),
                        LocalDate.of(2021, 1, 1),
                        LocalDate.of(2019, 1, 1),
                        "OT",
                        LocalDate.of(2019, 2, 1),
                        Npi.parse("1679576722")),
                FROM);
        Provider organization = new Provider(
                NPI,
                ProviderStatus.ACTIVE,
                new Entity.Organization(
                        "GOOD HEALTH",
                        false,
                        "PARENT",
                        new AuthorizedOfficial(new PersonName(null, "A", null, "B", null, null), "CEO", "312")),
                List.of(),
                List.of(),
                List.of(),
                List.of(new OtherName("3", "BETTER", null)),
                List.of(),
                Lifecycle.UNKNOWN,
                FROM);

        for (Provider provider : List.of(person, organization, Provider.deactivated(NPI, Lifecycle.UNKNOWN, FROM))) {
            assertThat(read(ProviderJson.write(provider))).isEqualTo(provider);
            assertThat(read(ProviderJson.writePretty(provider))).isEqualTo(provider);
        }
    }

    @Test
    void whatCannotBeReadIsNamed() {
        assertThatThrownBy(() -> read("{\"number\": \"12\"}"))
                .isInstanceOf(MalformedContentException.class)
                .hasMessageContaining("number is not an NPI: 12")
                .hasMessageContaining("in test");
        assertThatThrownBy(() -> read("{\"number\": 1234567893, \"enumeration_type\": \"NPI-3\"}"))
                .hasMessageContaining("neither NPI-1 nor NPI-2: NPI-3");
        assertThatThrownBy(() -> read("{\"number\": 1234567893, \"basic\": {\"last_updated\": \"soon\"}}"))
                .hasMessageContaining("not a date: soon");
        assertThatThrownBy(() -> read("{\"number\": 1234567893, \"provenance\": {\"origin\": \"DREAM\"}}"))
                .hasMessageContaining("provenance is not one");
        assertThatThrownBy(() -> read("[]")).hasMessageContaining("expected an object");
        assertThatThrownBy(() -> read("")).hasMessageContaining("nothing is there");
        assertThatThrownBy(() -> read("{} {}")).hasMessageContaining("more follows");
    }

    private static Provider recorded(String file) throws IOException {
        JsonObject answer = Json.readObject(Files.readString(SharedData.require(file)), file);
        return read(Json.write(answer.objects("results").get(0).members()));
    }

    private static Provider read(String json) {
        return ProviderJson.read(json, "test", FROM);
    }
}
