package io.github.tic4j.nppes.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.tic4j.nppes.Address;
import io.github.tic4j.nppes.Endpoint;
import io.github.tic4j.nppes.Entity;
import io.github.tic4j.nppes.EntityType;
import io.github.tic4j.nppes.Identifier;
import io.github.tic4j.nppes.Npi;
import io.github.tic4j.nppes.OtherName;
import io.github.tic4j.nppes.PersonName;
import io.github.tic4j.nppes.Provenance;
import io.github.tic4j.nppes.Provider;
import io.github.tic4j.nppes.ProviderStatus;
import io.github.tic4j.nppes.Taxonomy;
import io.github.tic4j.testing.NppesHeaders;
import io.github.tic4j.testing.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NppesSnapshotTest {

    private static final String PERSON = "1234567893";
    private static final String GROUP = "1679576722";
    private static final String ENDS_IN_0 = "1306849450";

    @TempDir
    private Path temp;

    @Test
    void keepsAllOfAPerson() throws IOException {
        Provider provider = find(
                BulkZipBuilder.monthly(temp)
                        .provider(
                                "NPI", PERSON,
                                "Entity Type Code", "1",
                                "Replacement NPI", GROUP,
                                "Provider Last Name (Legal Name)", "DOE",
                                "Provider First Name", "JANE",
                                "Provider Middle Name", "Q",
                                "Provider Name Prefix Text", "DR.",
                                "Provider Name Suffix Text", "--",
                                "Provider Credential Text", "M.D.",
                                "Provider Other Last Name", "ROE",
                                "Provider Other First Name", "JANE",
                                "Provider Other Last Name Type Code", "1",
                                "Provider First Line Business Mailing Address", "PO BOX 1",
                                "Provider Business Mailing Address State Name", "WI",
                                "Provider First Line Business Practice Location Address", "1 MAIN ST",
                                "Provider Second Line Business Practice Location Address", "FLOOR 2",
                                "Provider Business Practice Location Address City Name", "CHICAGO",
                                "Provider Business Practice Location Address State Name", "IL",
                                "Provider Business Practice Location Address Postal Code", "606011234",
                                "Provider Business Practice Location Address Country Code (If outside U.S.)", "US",
                                "Provider Business Practice Location Address Telephone Number", "3125550100",
                                "Provider Business Practice Location Address Fax Number", "3125550101",
                                "Provider Enumeration Date", "05/23/2005",
                                "Last Update Date", "02/29/2024",
                                "Certification Date", "01/02/2024",
                                "Provider Sex Code", "F",
                                "Is Sole Proprietor", "X",
                                "Other Provider Identifier_1", "123",
                                "Other Provider Identifier Type Code_1", "05",
                                "Other Provider Identifier State_1", "IL",
                                "Other Provider Identifier_50", "456",
                                "Other Provider Identifier Type Code_50", "01",
                                "Other Provider Identifier Issuer_50", "SOMEBODY"),
                PERSON);

        assertThat(provider.status()).isEqualTo(ProviderStatus.ACTIVE);
        assertThat(provider.entity())
                .isEqualTo(new Entity.Individual(new PersonName("DR.", "JANE", "Q", "DOE", null, "M.D."), "F", null));
        assertThat(provider.addresses())
                .containsExactly(
                        new Address(
                                Address.Purpose.LOCATION,
                                "1 MAIN ST",
                                "FLOOR 2",
                                "CHICAGO",
                                "IL",
                                "606011234",
                                "US",
                                "3125550100",
                                null,
                                "3125550101"),
                        new Address(
                                Address.Purpose.MAILING, "PO BOX 1", null, null, "WI", null, null, null, null, null));
        assertThat(provider.practiceLocation().orElseThrow().zip5()).isEqualTo("60601");
        assertThat(provider.identifiers())
                .containsExactly(
                        new Identifier("123", "05", "IL", null), new Identifier("456", "01", null, "SOMEBODY"));
        assertThat(provider.otherNames())
                .containsExactly(new OtherName("1", null, new PersonName(null, "JANE", null, "ROE", null, null)));
        assertThat(provider.lifecycle().enumerated()).isEqualTo(LocalDate.of(2005, 5, 23));
        assertThat(provider.lifecycle().lastUpdated()).isEqualTo(LocalDate.of(2024, 2, 29));
        assertThat(provider.lifecycle().certified()).isEqualTo(LocalDate.of(2024, 1, 2));
        assertThat(provider.lifecycle().replacement()).isEqualTo(Npi.parse(GROUP));
        assertThat(provider.provenance())
                .isEqualTo(new Provenance(
                        Provenance.Origin.SNAPSHOT,
                        "NPPES_Data_Dissemination_August_2026_V2.zip",
                        Instant.parse("2026-08-09T00:00:00Z")));
    }

    @Test
    void keepsAllOfAnOrganizationWithItsReferenceFiles() throws IOException {
        Provider provider = find(
                BulkZipBuilder.monthly(temp)
                        .provider(
                                "NPI", GROUP,
                                "Entity Type Code", "2",
                                "Provider Organization Name (Legal Business Name)", "GOOD HEALTH LLC",
                                "Is Organization Subpart", "Y",
                                "Parent Organization LBN", "BETTER HEALTH INC",
                                "Authorized Official Last Name", "ROE",
                                "Authorized Official First Name", "RICHARD",
                                "Authorized Official Name Prefix Text", "MR.",
                                "Authorized Official Title or Position", "CEO",
                                "Authorized Official Telephone Number", "3125550102",
                                "Healthcare Provider Taxonomy Code_1", "282N00000X",
                                "Healthcare Provider Primary Taxonomy Switch_1", "Y",
                                "Healthcare Provider Taxonomy Group_1", "193400000X SINGLE SPECIALTY GROUP",
                                "Provider Other Organization Name", "GOOD HEALTH",
                                "Provider Other Organization Name Type Code", "3")
                        .row(Table.OTHER_NAME, "NPI", PERSON, "Provider Other Organization Name", "SOMEBODY ELSE")
                        .row(
                                Table.OTHER_NAME,
                                "NPI",
                                GROUP,
                                "Provider Other Organization Name",
                                "OLD HEALTH",
                                "Provider Other Organization Name Type Code",
                                "4")
                        .row(
                                Table.LOCATION,
                                "NPI",
                                GROUP,
                                "Provider Secondary Practice Location Address- Address Line 1",
                                "2 SIDE ST",
                                "Provider Secondary Practice Location Address-  Address Line 2",
                                "REAR",
                                "Provider Secondary Practice Location Address - City Name",
                                "CICERO",
                                "Provider Secondary Practice Location Address - Telephone Extension",
                                "7",
                                "Provider Practice Location Address - Fax Number",
                                "3125550103")
                        .row(
                                Table.ENDPOINT,
                                "NPI",
                                GROUP,
                                "Endpoint Type",
                                "FHIR",
                                "Endpoint Type Description",
                                "FHIR URL",
                                "Endpoint",
                                "https://fhir.example.org/\"\"r4\"\"",
                                "Affiliation",
                                "Y",
                                "Affiliation Legal Business Name",
                                "BETTER HEALTH INC",
                                "Use Code",
                                "OTHER",
                                "Other Use Description",
                                "EVERYTHING",
                                "Affiliation Address City",
                                "CHICAGO",
                                "Affiliation Address Postal Code",
                                "60601"),
                GROUP);

        assertThat(provider.entity())
                .isEqualTo(new Entity.Organization(
                        "GOOD HEALTH LLC",
                        true,
                        "BETTER HEALTH INC",
                        new io.github.tic4j.nppes.AuthorizedOfficial(
                                new PersonName("MR.", "RICHARD", null, "ROE", null, null), "CEO", "3125550102")));
        assertThat(provider.otherNames())
                .containsExactly(new OtherName("3", "GOOD HEALTH", null), new OtherName("4", "OLD HEALTH", null));
        assertThat(provider.addresses())
                .containsExactly(new Address(
                        Address.Purpose.SECONDARY,
                        "2 SIDE ST",
                        "REAR",
                        "CICERO",
                        null,
                        null,
                        null,
                        null,
                        "7",
                        "3125550103"));
        Endpoint endpoint = provider.endpoints().get(0);
        assertThat(endpoint.endpoint()).isEqualTo("https://fhir.example.org/\"r4\"");
        assertThat(endpoint.type()).isEqualTo(new Endpoint.Coded("FHIR", "FHIR URL", null));
        assertThat(endpoint.use()).isEqualTo(new Endpoint.Coded("OTHER", null, "EVERYTHING"));
        assertThat(endpoint.content()).isNull();
        assertThat(endpoint.affiliation().affiliated()).isTrue();
        assertThat(endpoint.affiliation().address().postalCode()).isEqualTo("60601");
        assertThat(provider.taxonomies())
                .containsExactly(new Taxonomy(
                        "282N00000X", null, Taxonomy.Primary.YES, null, null, "193400000X SINGLE SPECIALTY GROUP"));
    }

    @Test
    void aDeactivationDateAloneIsDeactivated() throws IOException {
        Provider provider = find(
                BulkZipBuilder.monthly(temp).provider("NPI", PERSON, "NPI Deactivation Date", "03/04/2020"), PERSON);

        assertThat(provider.status()).isEqualTo(ProviderStatus.DEACTIVATED);
        assertThat(provider.entity()).isNull();
        assertThat(provider.addresses()).isEmpty();
        assertThat(provider.lifecycle().deactivated()).isEqualTo(LocalDate.of(2020, 3, 4));
    }

    @Test
    void aDeactivationDateThatCannotBeReadIsOneAllTheSame() throws IOException {
        Provider provider =
                find(BulkZipBuilder.monthly(temp).provider("NPI", PERSON, "NPI Deactivation Date", "2020"), PERSON);

        assertThat(provider.status()).isEqualTo(ProviderStatus.DEACTIVATED);
        assertThat(provider.lifecycle().deactivated()).isNull();
    }

    @Test
    void aReactivatedProviderIsNotTakenForDead() throws IOException {
        BulkZipBuilder zip = BulkZipBuilder.monthly(temp)
                .provider(
                        "NPI", PERSON,
                        "Entity Type Code", "1",
                        "NPI Deactivation Date", "03/04/2020",
                        "NPI Reactivation Date", "03/04/2020")
                .provider(
                        "NPI", GROUP,
                        "Entity Type Code", "2",
                        "NPI Deactivation Date", "03/05/2020",
                        "NPI Reactivation Date", "03/04/2020");

        try (NppesSnapshot snapshot = open(zip)) {
            assertThat(snapshot.find(Npi.parse(PERSON)).orElseThrow().status()).isEqualTo(ProviderStatus.REACTIVATED);
            assertThat(snapshot.find(Npi.parse(GROUP)).orElseThrow().status()).isEqualTo(ProviderStatus.DEACTIVATED);
        }
    }

    @Test
    void thePrimaryTaxonomyIsTheOneAnsweredWithYesWhateverItsSlot() throws IOException {
        assertThat(primary("1", "207Q00000X", "N", "2", "207R00000X", "N", "10", "207X00000X", "Y"))
                .isEqualTo("207X00000X");
    }

    @Test
    void slotsAreOrderedByNumberAndNotByName() throws IOException {
        assertThat(primary("10", "207X00000X", "Y", "2", "207R00000X", "Y")).isEqualTo("207R00000X");
    }

    @Test
    void anUnansweredTaxonomyIsPrimaryBeforeOneAnsweredWithNo() throws IOException {
        assertThat(primary("1", "207Q00000X", "N", "3", "207R00000X", "X", "4", "207X00000X", "X"))
                .isEqualTo("207R00000X");
    }

    @Test
    void withoutAnyAnswerTheFirstFilledSlotIsPrimary() throws IOException {
        assertThat(primary("3", "207R00000X", "N", "5", "207X00000X", "")).isEqualTo("207R00000X");
    }

    @Test
    void bindsColumnsByNameInAnyOrderCaseAndSpacing() throws IOException {
        List<String> odd = new ArrayList<>();
        for (String name : NppesHeaders.provider()) {
            odd.add(0, (" " + name.toUpperCase(Locale.ROOT) + "  ").replace("PROVIDER ", "Provider   "));
        }
        BulkZipBuilder zip = BulkZipBuilder.monthly(temp)
                .header(Table.PROVIDER, odd)
                .provider(
                        " NPI  ", PERSON,
                        " ENTITY TYPE CODE  ", "1",
                        " HEALTHCARE Provider   TAXONOMY CODE_1  ", "207X00000X",
                        " Provider   FIRST NAME  ", "JANE");

        Provider provider = find(zip, PERSON);

        assertThat(provider.displayName()).isEqualTo("JANE");
        assertThat(provider.primaryTaxonomy().orElseThrow().code()).isEqualTo("207X00000X");
    }

    @Test
    void readsTheOlderNameOfTheSexColumn() throws IOException {
        List<String> older = new ArrayList<>(NppesHeaders.provider());
        older.replaceAll(name -> name.equals("Provider Sex Code") ? "Provider Gender Code" : name);
        BulkZipBuilder zip = BulkZipBuilder.monthly(temp)
                .header(Table.PROVIDER, older)
                .provider("NPI", PERSON, "Entity Type Code", "1", "Provider Gender Code", "M");

        assertThat(((Entity.Individual) find(zip, PERSON).entity()).sex()).isEqualTo("M");
    }

    @Test
    void bindsEveryColumnOfThePublishedHeaderButTheSuppressedOnes() throws IOException {
        Path header = SharedData.require("nppes/npidata_pfile_fileheader.csv");
        List<String> names = List.of(
                Files.readString(header).strip().replaceAll("^\"|\"$", "").split("\",\""));

        assertThat(names).hasSize(330).isEqualTo(NppesHeaders.provider());
        assertThat(new Columns(Table.PROVIDER, names, "header").unknown())
                .containsExactly("Employer Identification Number (EIN)", "Parent Organization TIN");
    }

    @Test
    void aHeaderWithoutANecessaryColumnIsRefused() throws IOException {
        List<String> header = new ArrayList<>(NppesHeaders.provider());
        header.remove("NPI Reactivation Date");
        Path zip = BulkZipBuilder.monthly(temp).header(Table.PROVIDER, header).write();

        assertThatThrownBy(() -> NppesSnapshot.build(temp.resolve("snapshot"), List.of(zip)))
                .hasMessageContaining("no column \"NPI Reactivation Date\"")
                .hasMessageContaining("npidata_pfile");
    }

    @Test
    void badRowsAreCountedAndLeftOut() throws IOException {
        Path zip = BulkZipBuilder.monthly(temp)
                .provider("NPI", PERSON, "Entity Type Code", "1", "Provider Enumeration Date", "13/41/2020")
                .provider("NPI", GROUP, "Entity Type Code", "2")
                .provider(
                        "NPI",
                        GROUP,
                        "Entity Type Code",
                        "2",
                        "Provider Organization Name (Legal Business Name)",
                        "LATER")
                .provider("NPI", "1234567890", "Entity Type Code", "1")
                .provider("NPI", "12345", "Entity Type Code", "1")
                .rawLine(Table.PROVIDER, "\"1306849450\",\"1\"\n")
                .row(Table.OTHER_NAME, "NPI", ENDS_IN_0, "Provider Other Organization Name", "NOBODY'S")
                .write();

        SnapshotReport report = NppesSnapshot.build(temp.resolve("snapshot"), List.of(zip));

        SnapshotReport.Layer layer = report.layers().get(0);
        assertThat(layer.count("providers")).isEqualTo(2);
        assertThat(layer.count("duplicates")).isEqualTo(1);
        assertThat(layer.count("rejected.PROVIDER.WRONG_CHECK_DIGIT")).isEqualTo(1);
        assertThat(layer.count("rejected.PROVIDER.WRONG_LENGTH")).isEqualTo(1);
        assertThat(layer.count("rejected.PROVIDER.COLUMNS")).isEqualTo(1);
        assertThat(layer.rejected()).isEqualTo(3);
        assertThat(layer.count("orphans")).isEqualTo(1);
        assertThat(layer.count("unreadable_dates")).isEqualTo(1);
        try (NppesSnapshot snapshot = NppesSnapshot.open(temp.resolve("snapshot"))) {
            assertThat(snapshot.find(Npi.parse(GROUP)).orElseThrow().displayName())
                    .isEqualTo("LATER");
        }
    }

    @Test
    void aFileOfMostlyRejectedRowsIsRefused() throws IOException {
        Path zip = BulkZipBuilder.monthly(temp).provider("NPI", "1234567890").write();

        assertThatThrownBy(() -> NppesSnapshot.build(temp.resolve("snapshot"), List.of(zip)))
                .hasMessageContaining("1 rows rejected and only 0 taken");
        assertThat(temp.resolve("snapshot")).isDirectoryNotContaining("glob:**layer-*");
    }

    @Test
    void theCursorShowsWhatAJoinNeeds() throws IOException {
        BulkZipBuilder zip = BulkZipBuilder.monthly(temp)
                .provider(
                        "NPI", PERSON,
                        "Entity Type Code", "1",
                        "Provider First Name", "JANE",
                        "Provider Last Name (Legal Name)", "DOE",
                        "Provider Sex Code", "F",
                        "Healthcare Provider Taxonomy Code_1", "207X00000X",
                        "Healthcare Provider Primary Taxonomy Switch_1", "Y",
                        "Provider Business Practice Location Address City Name", "CHICAGO",
                        "Provider Business Practice Location Address State Name", "IL",
                        "Provider Business Practice Location Address Postal Code", "006011234",
                        "Provider Enumeration Date", "01/02/1970",
                        "Last Update Date", "01/03/1970")
                .provider("NPI", GROUP, "NPI Deactivation Date", "03/04/2020");
        try (NppesSnapshot snapshot = open(zip)) {
            ProviderCursor cursor = snapshot.cursor();

            assertThat(cursor.seek(Long.parseLong(PERSON))).isTrue();
            assertThat(cursor.status()).isEqualTo(ProviderStatus.ACTIVE);
            assertThat(cursor.entityType()).isEqualTo(EntityType.INDIVIDUAL);
            assertThat(cursor.sex()).isEqualTo('F');
            assertThat(cursor.taxonomyCode()).isEqualTo("207X00000X");
            assertThat(cursor.city()).isEqualTo("CHICAGO").isSameAs(cursor.city());
            assertThat(cursor.state()).isEqualTo("IL");
            assertThat(cursor.zip5()).isEqualTo(601);
            assertThat(cursor.enumeratedDay()).isEqualTo(1);
            assertThat(cursor.updatedDay()).isEqualTo(2);
            assertThat(cursor.displayName()).isEqualTo("JANE DOE");

            assertThat(cursor.seek(Long.parseLong(GROUP))).isTrue();
            assertThat(cursor.entityType()).isNull();
            assertThat(cursor.taxonomyCode()).isNull();
            assertThat(cursor.city()).isNull();
            assertThat(cursor.state()).isNull();
            assertThat(cursor.zip5()).isEqualTo(-1);
            assertThat(cursor.displayName()).isEmpty();
        }
    }

    @Test
    void aNumberThatIsNoNpiIsNotFoundThoughItsFirstNineDigitsAre() throws IOException {
        try (NppesSnapshot snapshot = open(BulkZipBuilder.monthly(temp).provider("NPI", PERSON))) {
            ProviderCursor cursor = snapshot.cursor();

            assertThat(cursor.seek(1234567890L)).isFalse();
            assertThat(cursor.seek(0)).isFalse();
            assertThat(cursor.seek(-1)).isFalse();
            assertThatThrownBy(cursor::status)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("stands on no provider");
        }
    }

    @Test
    void aClosedSnapshotAnswersNoMore() throws IOException {
        NppesSnapshot snapshot = open(BulkZipBuilder.monthly(temp).provider("NPI", PERSON));
        ProviderCursor cursor = snapshot.cursor();
        cursor.seek(Long.parseLong(PERSON));
        snapshot.close();
        snapshot.close();

        assertThatThrownBy(cursor::state)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("snapshot is closed");
        assertThatThrownBy(() -> snapshot.find(Npi.parse(PERSON))).hasMessageContaining("snapshot is closed");
    }

    @Test
    void aFullFileWithoutAPeriodInItsNameIsAsOfItsLatestUpdate() throws IOException {
        BulkZipBuilder zip = BulkZipBuilder.named(temp.resolve("nppes.zip"), "")
                .provider("NPI", PERSON, "Last Update Date", "06/07/2026")
                .provider("NPI", GROUP, "Last Update Date", "05/07/2026");

        assertThat(find(zip, PERSON).provenance().asOf()).isEqualTo(Instant.parse("2026-06-07T00:00:00Z"));
    }

    private String primary(String... slotsCodesAndAnswers) throws IOException {
        List<String> row = new ArrayList<>(List.of("NPI", PERSON, "Entity Type Code", "1"));
        for (int i = 0; i < slotsCodesAndAnswers.length; i += 3) {
            row.add("Healthcare Provider Taxonomy Code_" + slotsCodesAndAnswers[i]);
            row.add(slotsCodesAndAnswers[i + 1]);
            row.add("Healthcare Provider Primary Taxonomy Switch_" + slotsCodesAndAnswers[i]);
            row.add(slotsCodesAndAnswers[i + 2]);
        }
        try (NppesSnapshot snapshot = open(BulkZipBuilder.monthly(temp).provider(row.toArray(String[]::new)))) {
            ProviderCursor cursor = snapshot.cursor();
            cursor.seek(Long.parseLong(PERSON));
            String primary = cursor.taxonomyCode();
            assertThat(cursor.provider().primaryTaxonomy().orElseThrow().code()).isEqualTo(primary);
            return primary;
        }
    }

    private Provider find(BulkZipBuilder zip, String npi) throws IOException {
        try (NppesSnapshot snapshot = open(zip)) {
            return snapshot.find(Npi.parse(npi)).orElseThrow();
        }
    }

    private NppesSnapshot open(BulkZipBuilder zip) throws IOException {
        NppesSnapshot.build(temp.resolve("snapshot"), List.of(zip.write()));
        return NppesSnapshot.open(temp.resolve("snapshot"));
    }
}
