package io.github.tic4j.nppes.fact;

import static io.github.tic4j.table.Column.optional;
import static io.github.tic4j.table.Column.required;
import static io.github.tic4j.table.ColumnType.DATE;
import static io.github.tic4j.table.ColumnType.TEXT;
import static io.github.tic4j.table.ColumnType.TEXT_LIST;
import static io.github.tic4j.table.ColumnType.TIMESTAMP;

import io.github.tic4j.nppes.Address;
import io.github.tic4j.nppes.Entity;
import io.github.tic4j.nppes.PersonName;
import io.github.tic4j.nppes.Provider;
import io.github.tic4j.nppes.ProviderJson;
import io.github.tic4j.nppes.Taxonomy;
import io.github.tic4j.nppes.taxonomy.TaxonomyTable;
import io.github.tic4j.table.Row;
import io.github.tic4j.table.TableSchema;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What NPPES knows of a provider, as columns: those of the table {@code nppes_providers}, and with the prefix {@code nppes_}
 * those of the fact table. City, state and the like are those of the practice location, never of the mailing address.
 */
public final class NppesColumns {

    /** One row per NPI that is known. */
    public static final TableSchema NPPES_PROVIDERS = new TableSchema(
            "nppes_providers",
            1,
            "One row per NPI that NPPES knows.",
            List.of(
                    required("npi", TEXT, "The national provider identifier, ten digits."),
                    optional("taxonomy_codes", TEXT_LIST, "The codes of all taxonomies, in the order of their slots."),
                    required("status", TEXT, "ACTIVE, DEACTIVATED or REACTIVATED."),
                    optional("provider_type", TEXT, "Individual or Organization; null where NPPES no longer says."),
                    optional("provider_name", TEXT, "The name for people to read."),
                    optional("first_name", TEXT, "A person's first name."),
                    optional("middle_name", TEXT, "A person's middle name."),
                    optional("last_name", TEXT, "A person's last name."),
                    optional("suffix", TEXT, "A person's suffix, such as JR."),
                    optional("credentials", TEXT_LIST, "A person's credentials as typed; one element at most."),
                    optional("parent_organization", TEXT, "Of an organisation, the one that it is a part of."),
                    optional("gender", TEXT, "M, F, or another letter in older data; persons only."),
                    optional("primary_taxonomy_code", TEXT, "The code of the primary taxonomy."),
                    optional("primary_specialty", TEXT, "Its meaning in a few words."),
                    optional("grouping", TEXT, "The coarsest level of its meaning."),
                    optional("secondary_specialties", TEXT_LIST, "The meanings of the other taxonomies."),
                    optional("street", TEXT, "First line of the practice location."),
                    optional("address_line_2", TEXT, "Second line of the practice location."),
                    optional("city", TEXT, "City of the practice location, as typed."),
                    optional("state", TEXT, "State of the practice location, two letters in the United States."),
                    optional("zip", TEXT, "Postal code of the practice location, five or nine digits."),
                    optional("zip5", TEXT, "Its first five digits."),
                    optional("country", TEXT, "Country of the practice location, two letters."),
                    optional("phone", TEXT, "Telephone of the practice location, as typed."),
                    optional("fax", TEXT, "Fax of the practice location, as typed."),
                    optional("address_type", TEXT, "DOM in the United States and its territories, FGN abroad."),
                    optional("address_purpose", TEXT, "LOCATION; null where there is no practice location."),
                    optional("addresses", TEXT, "All addresses, as a JSON array in the registry's shape."),
                    optional("enumeration_date", DATE, "When the NPI was issued."),
                    optional("last_updated", DATE, "When the record last changed."),
                    optional("deactivation_date", DATE, "When the NPI was last put out of use."),
                    required("source", TEXT, "Where the record comes from: a file, or the registry."),
                    required("as_of", TIMESTAMP, "When it was true.")),
            List.of("npi"));

    private static final String DOMESTIC = "US";

    private NppesColumns() {}

    /** The row of a provider; specialties are worded by the table. */
    public static Row row(Provider provider, TaxonomyTable table) {
        Row row = new Row(NPPES_PROVIDERS)
                .set("npi", provider.npi().toString())
                .set("status", provider.status().name())
                .set("enumeration_date", provider.lifecycle().enumerated())
                .set("last_updated", provider.lifecycle().lastUpdated())
                .set("deactivation_date", provider.lifecycle().deactivated())
                .set("source", provider.provenance().name())
                .set("as_of", provider.provenance().asOf());
        entity(provider.entity(), row);
        taxonomies(provider, table, row);
        provider.practiceLocation().ifPresent(location -> location(location, row));
        if (!provider.addresses().isEmpty()) {
            row.set("addresses", ProviderJson.writeAddresses(provider));
        }
        return row;
    }

    private static void entity(@Nullable Entity entity, Row row) {
        if (entity == null) {
            return;
        }
        row.set("provider_type", entity.type().label()).set("provider_name", entity.displayName());
        if (entity instanceof Entity.Individual person) {
            PersonName name = person.name();
            row.set("first_name", name.first())
                    .set("middle_name", name.middle())
                    .set("last_name", name.last())
                    .set("suffix", name.suffix())
                    .set("credentials", name.credential() == null ? List.of() : List.of(name.credential()))
                    .set("gender", person.sex());
        }
        if (entity instanceof Entity.Organization organization) {
            row.set("parent_organization", organization.parentName());
        }
    }

    private static void taxonomies(Provider provider, TaxonomyTable table, Row row) {
        Taxonomy primary = provider.primaryTaxonomy().orElse(null);
        if (primary == null) {
            return;
        }
        row.set(
                        "taxonomy_codes",
                        provider.taxonomies().stream().map(Taxonomy::code).toList())
                .set("primary_taxonomy_code", primary.code())
                .set("primary_specialty", specialty(primary, table))
                .set("grouping", table.grouping(primary.code()))
                .set(
                        "secondary_specialties",
                        provider.taxonomies().stream()
                                .filter(taxonomy -> !taxonomy.code().equals(primary.code()))
                                .map(taxonomy -> specialty(taxonomy, table))
                                .filter(Objects::nonNull)
                                .distinct()
                                .toList());
    }

    private static void location(Address location, Row row) {
        String country = location.countryCode();
        row.set("street", location.line1())
                .set("address_line_2", location.line2())
                .set("city", location.city())
                .set("state", location.state())
                .set("zip", location.postalCode())
                .set("zip5", location.zip5())
                .set("country", country)
                .set("phone", location.telephone())
                .set("fax", location.fax())
                .set("address_type", country == null || country.equals(DOMESTIC) ? "DOM" : "FGN")
                .set("address_purpose", location.purpose().name());
    }

    /** By NUCC's code set if it was loaded, else by the registry's words, else by our roll-up. */
    private static @Nullable String specialty(Taxonomy taxonomy, TaxonomyTable table) {
        return taxonomy.description() != null && table.find(taxonomy.code()).isEmpty()
                ? taxonomy.description()
                : table.specialty(taxonomy.code());
    }
}
