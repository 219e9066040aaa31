package io.github.tic4j.nppes.snapshot;

import java.util.List;

/**
 * The columns that a snapshot keeps, by the names of their headers: the first as of 2026, the second an older or stray one. A
 * header ending in {@code _} stands for a numbered group of columns. EIN and parent TIN are left out, for NPPES suppresses
 * them. The ordinal is the field's {@link #tag} in a stored record, so a change here is a new {@linkplain Manifest#VERSION version}.
 */
enum Field {
    NPI(Table.PROVIDER, Kind.NPI, "NPI"),
    ENTITY_TYPE(Table.PROVIDER, Kind.ENTITY_TYPE, "Entity Type Code"),
    REPLACEMENT(Table.PROVIDER, Kind.TEXT, "Replacement NPI"),
    ORGANIZATION(Table.PROVIDER, Kind.TEXT, "Provider Organization Name (Legal Business Name)"),
    LAST(Table.PROVIDER, Kind.TEXT, "Provider Last Name (Legal Name)"),
    FIRST(Table.PROVIDER, Kind.TEXT, "Provider First Name"),
    MIDDLE(Table.PROVIDER, Kind.TEXT, "Provider Middle Name"),
    PREFIX(Table.PROVIDER, Kind.TEXT, "Provider Name Prefix Text"),
    SUFFIX(Table.PROVIDER, Kind.TEXT, "Provider Name Suffix Text"),
    CREDENTIAL(Table.PROVIDER, Kind.TEXT, "Provider Credential Text"),
    OTHER_ORGANIZATION(Table.PROVIDER, Kind.TEXT, "Provider Other Organization Name"),
    OTHER_ORGANIZATION_TYPE(Table.PROVIDER, Kind.TEXT, "Provider Other Organization Name Type Code"),
    OTHER_LAST(Table.PROVIDER, Kind.TEXT, "Provider Other Last Name"),
    OTHER_FIRST(Table.PROVIDER, Kind.TEXT, "Provider Other First Name"),
    OTHER_MIDDLE(Table.PROVIDER, Kind.TEXT, "Provider Other Middle Name"),
    OTHER_PREFIX(Table.PROVIDER, Kind.TEXT, "Provider Other Name Prefix Text"),
    OTHER_SUFFIX(Table.PROVIDER, Kind.TEXT, "Provider Other Name Suffix Text"),
    OTHER_CREDENTIAL(Table.PROVIDER, Kind.TEXT, "Provider Other Credential Text"),
    OTHER_PERSON_TYPE(Table.PROVIDER, Kind.TEXT, "Provider Other Last Name Type Code"),
    MAILING_LINE1(Table.PROVIDER, Kind.TEXT, "Provider First Line Business Mailing Address"),
    MAILING_LINE2(Table.PROVIDER, Kind.TEXT, "Provider Second Line Business Mailing Address"),
    MAILING_CITY(Table.PROVIDER, Kind.CITY, "Provider Business Mailing Address City Name"),
    MAILING_STATE(Table.PROVIDER, Kind.STATE, "Provider Business Mailing Address State Name"),
    MAILING_POSTAL(Table.PROVIDER, Kind.TEXT, "Provider Business Mailing Address Postal Code"),
    MAILING_COUNTRY(Table.PROVIDER, Kind.STATE, "Provider Business Mailing Address Country Code (If outside U.S.)"),
    MAILING_TELEPHONE(Table.PROVIDER, Kind.TEXT, "Provider Business Mailing Address Telephone Number"),
    MAILING_FAX(Table.PROVIDER, Kind.TEXT, "Provider Business Mailing Address Fax Number"),
    PRACTICE_LINE1(Table.PROVIDER, Kind.TEXT, "Provider First Line Business Practice Location Address"),
    PRACTICE_LINE2(Table.PROVIDER, Kind.TEXT, "Provider Second Line Business Practice Location Address"),
    PRACTICE_CITY(Table.PROVIDER, Kind.CITY, "Provider Business Practice Location Address City Name"),
    PRACTICE_STATE(Table.PROVIDER, Kind.STATE, "Provider Business Practice Location Address State Name"),
    PRACTICE_POSTAL(Table.PROVIDER, Kind.TEXT, "Provider Business Practice Location Address Postal Code"),
    PRACTICE_COUNTRY(
            Table.PROVIDER, Kind.STATE, "Provider Business Practice Location Address Country Code (If outside U.S.)"),
    PRACTICE_TELEPHONE(Table.PROVIDER, Kind.TEXT, "Provider Business Practice Location Address Telephone Number"),
    PRACTICE_FAX(Table.PROVIDER, Kind.TEXT, "Provider Business Practice Location Address Fax Number"),
    ENUMERATED(Table.PROVIDER, Kind.DATE, "Provider Enumeration Date"),
    UPDATED(Table.PROVIDER, Kind.DATE, "Last Update Date"),
    DEACTIVATION_REASON(Table.PROVIDER, Kind.TEXT, "NPI Deactivation Reason Code"),
    DEACTIVATED(Table.PROVIDER, Kind.DATE, "NPI Deactivation Date"),
    REACTIVATED(Table.PROVIDER, Kind.DATE, "NPI Reactivation Date"),
    CERTIFIED(Table.PROVIDER, Kind.DATE, "Certification Date"),
    SEX(Table.PROVIDER, Kind.SEX, "Provider Sex Code", "Provider Gender Code"),
    OFFICIAL_LAST(Table.PROVIDER, Kind.TEXT, "Authorized Official Last Name"),
    OFFICIAL_FIRST(Table.PROVIDER, Kind.TEXT, "Authorized Official First Name"),
    OFFICIAL_MIDDLE(Table.PROVIDER, Kind.TEXT, "Authorized Official Middle Name"),
    OFFICIAL_TITLE(Table.PROVIDER, Kind.TEXT, "Authorized Official Title or Position"),
    OFFICIAL_TELEPHONE(Table.PROVIDER, Kind.TEXT, "Authorized Official Telephone Number"),
    OFFICIAL_PREFIX(Table.PROVIDER, Kind.TEXT, "Authorized Official Name Prefix Text"),
    OFFICIAL_SUFFIX(Table.PROVIDER, Kind.TEXT, "Authorized Official Name Suffix Text"),
    OFFICIAL_CREDENTIAL(Table.PROVIDER, Kind.TEXT, "Authorized Official Credential Text"),
    TAXONOMY_CODE(Table.PROVIDER, Kind.TAXONOMY, "Healthcare Provider Taxonomy Code_"),
    TAXONOMY_LICENSE(Table.PROVIDER, Kind.TEXT, "Provider License Number_"),
    TAXONOMY_LICENSE_STATE(Table.PROVIDER, Kind.STATE, "Provider License Number State Code_"),
    TAXONOMY_PRIMARY(Table.PROVIDER, Kind.PRIMARY, "Healthcare Provider Primary Taxonomy Switch_"),
    TAXONOMY_GROUP(Table.PROVIDER, Kind.TEXT, "Healthcare Provider Taxonomy Group_"),
    IDENTIFIER(Table.PROVIDER, Kind.TEXT, "Other Provider Identifier_"),
    IDENTIFIER_TYPE(Table.PROVIDER, Kind.TEXT, "Other Provider Identifier Type Code_"),
    IDENTIFIER_STATE(Table.PROVIDER, Kind.STATE, "Other Provider Identifier State_"),
    IDENTIFIER_ISSUER(
            Table.PROVIDER, Kind.TEXT, "Other Provider Identifier Issuer_", "Other Provider Identifier Issue_"),
    SOLE_PROPRIETOR(Table.PROVIDER, Kind.SOLE_PROPRIETOR, "Is Sole Proprietor"),
    SUBPART(Table.PROVIDER, Kind.SUBPART, "Is Organization Subpart"),
    PARENT(Table.PROVIDER, Kind.TEXT, "Parent Organization LBN"),

    NAME_NPI(Table.OTHER_NAME, Kind.NPI, "NPI"),
    NAME_ORGANIZATION(Table.OTHER_NAME, Kind.TEXT, "Provider Other Organization Name"),
    NAME_TYPE(Table.OTHER_NAME, Kind.TEXT, "Provider Other Organization Name Type Code"),

    LOCATION_NPI(Table.LOCATION, Kind.NPI, "NPI"),
    LOCATION_LINE1(Table.LOCATION, Kind.TEXT, "Provider Secondary Practice Location Address - Address Line 1"),
    LOCATION_LINE2(Table.LOCATION, Kind.TEXT, "Provider Secondary Practice Location Address - Address Line 2"),
    LOCATION_CITY(Table.LOCATION, Kind.CITY, "Provider Secondary Practice Location Address - City Name"),
    LOCATION_STATE(Table.LOCATION, Kind.STATE, "Provider Secondary Practice Location Address - State Name"),
    LOCATION_POSTAL(Table.LOCATION, Kind.TEXT, "Provider Secondary Practice Location Address - Postal Code"),
    LOCATION_COUNTRY(
            Table.LOCATION,
            Kind.STATE,
            "Provider Secondary Practice Location Address - Country Code (If outside U.S.)"),
    LOCATION_TELEPHONE(Table.LOCATION, Kind.TEXT, "Provider Secondary Practice Location Address - Telephone Number"),
    LOCATION_EXTENSION(Table.LOCATION, Kind.TEXT, "Provider Secondary Practice Location Address - Telephone Extension"),
    LOCATION_FAX(
            Table.LOCATION,
            Kind.TEXT,
            "Provider Practice Location Address - Fax Number",
            "Provider Secondary Practice Location Address - Fax Number"),

    ENDPOINT_NPI(Table.ENDPOINT, Kind.NPI, "NPI"),
    ENDPOINT_TYPE(Table.ENDPOINT, Kind.TEXT, "Endpoint Type"),
    ENDPOINT_TYPE_WORDS(Table.ENDPOINT, Kind.TEXT, "Endpoint Type Description"),
    ENDPOINT_ADDRESS(Table.ENDPOINT, Kind.TEXT, "Endpoint"),
    ENDPOINT_AFFILIATION(Table.ENDPOINT, Kind.TEXT, "Affiliation"),
    ENDPOINT_DESCRIPTION(Table.ENDPOINT, Kind.TEXT, "Endpoint Description"),
    ENDPOINT_AFFILIATE(Table.ENDPOINT, Kind.TEXT, "Affiliation Legal Business Name"),
    ENDPOINT_USE(Table.ENDPOINT, Kind.TEXT, "Use Code"),
    ENDPOINT_USE_WORDS(Table.ENDPOINT, Kind.TEXT, "Use Description"),
    ENDPOINT_USE_OTHER(Table.ENDPOINT, Kind.TEXT, "Other Use Description"),
    ENDPOINT_CONTENT(Table.ENDPOINT, Kind.TEXT, "Content Type"),
    ENDPOINT_CONTENT_WORDS(Table.ENDPOINT, Kind.TEXT, "Content Description"),
    ENDPOINT_CONTENT_OTHER(Table.ENDPOINT, Kind.TEXT, "Other Content Description"),
    ENDPOINT_LINE1(Table.ENDPOINT, Kind.TEXT, "Affiliation Address Line One"),
    ENDPOINT_LINE2(Table.ENDPOINT, Kind.TEXT, "Affiliation Address Line Two"),
    ENDPOINT_CITY(Table.ENDPOINT, Kind.CITY, "Affiliation Address City"),
    ENDPOINT_STATE(Table.ENDPOINT, Kind.STATE, "Affiliation Address State"),
    ENDPOINT_COUNTRY(Table.ENDPOINT, Kind.STATE, "Affiliation Address Country"),
    ENDPOINT_POSTAL(
            Table.ENDPOINT, Kind.TEXT, "Affiliation Address Postal Code", "Affiliation Address Line Postal Code");

    /** How a column is stored. */
    enum Kind {
        /** The key; ten digits. */
        NPI,
        /** As its bytes. */
        TEXT,
        /** By number in the dictionary of cities. */
        CITY,
        /** By number in the dictionary of states and countries. */
        STATE,
        /** By number in the dictionary of taxonomy codes; the primary one also in the fixed row. */
        TAXONOMY,
        /** As its letter; decides which taxonomy is the primary one. */
        PRIMARY,
        /** In the fixed row; as text only where it is not a date. */
        DATE,
        /** In the fixed row. */
        ENTITY_TYPE,
        /** In the fixed row. */
        SEX,
        /** In the fixed row. */
        SOLE_PROPRIETOR,
        /** In the fixed row. */
        SUBPART
    }

    private final Table table;
    private final Kind kind;
    private final String header;
    private final String otherSpelling;

    Field(Table table, Kind kind, String header) {
        this(table, kind, header, header);
    }

    Field(Table table, Kind kind, String header, String otherSpelling) {
        this.table = table;
        this.kind = kind;
        this.header = header;
        this.otherSpelling = otherSpelling;
    }

    /** The number by which a stored record names the field. */
    @SuppressWarnings("EnumOrdinal") // Stored forms carry a version, and that changes with this enum.
    byte tag() {
        return (byte) ordinal();
    }

    Table table() {
        return table;
    }

    Kind kind() {
        return kind;
    }

    /** The names by which the column is known. */
    List<String> headers() {
        return List.of(header, otherSpelling);
    }

    /** Whether this is a numbered group of columns. */
    boolean isNumbered() {
        return header.endsWith("_");
    }
}
