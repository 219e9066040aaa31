package io.github.tic4j.nppes.fact;

import io.github.tic4j.nppes.Address;
import io.github.tic4j.nppes.Entity;
import io.github.tic4j.nppes.PersonName;
import io.github.tic4j.nppes.Provider;
import io.github.tic4j.nppes.Taxonomy;
import io.github.tic4j.nppes.taxonomy.TaxonomyTable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a fact row, or of the provider table, that come from NPPES. In a table each bears its name with the prefix
 * {@code nppes_}. City, state and the like are those of the practice location, never of the mailing address.
 *
 * @param providerType {@code Individual} or {@code Organization}
 * @param name the name for people to read
 * @param personName a person's name in its parts
 * @param credential as typed
 * @param gender as typed; persons only
 * @param primaryTaxonomyCode the code of the primary taxonomy
 * @param primarySpecialty its meaning in a few words
 * @param grouping the coarsest level of its meaning
 * @param secondarySpecialties the meanings of the other taxonomies
 * @param location the practice location
 * @param zip5 the first five digits of its postal code
 * @param status {@code ACTIVE}, {@code DEACTIVATED} or {@code REACTIVATED}
 * @param enumerationDate when the NPI was issued
 * @param lastUpdated when the record last changed
 * @param source where the record comes from
 * @param asOf when it was true
 */
public record NppesColumns(
        @Nullable String providerType,
        @Nullable String name,
        @Nullable PersonName personName,
        @Nullable String credential,
        @Nullable String gender,
        @Nullable String primaryTaxonomyCode,
        @Nullable String primarySpecialty,
        @Nullable String grouping,
        List<String> secondarySpecialties,
        @Nullable Address location,
        @Nullable String zip5,
        String status,
        @Nullable LocalDate enumerationDate,
        @Nullable LocalDate lastUpdated,
        String source,
        Instant asOf) {

    /** Copies the list. */
    public NppesColumns {
        secondarySpecialties = List.copyOf(secondarySpecialties);
    }

    /** The columns of a provider; specialties are worded by the table. */
    public static NppesColumns of(Provider provider, TaxonomyTable table) {
        Entity entity = provider.entity();
        Entity.Individual person = entity instanceof Entity.Individual individual ? individual : null;
        Optional<Taxonomy> primary = provider.primaryTaxonomy();
        String code = primary.map(Taxonomy::code).orElse(null);
        Address location = provider.practiceLocation().orElse(null);
        return new NppesColumns(
                entity == null ? null : entity.type().label(),
                entity == null ? null : entity.displayName(),
                person == null ? null : person.name(),
                person == null ? null : person.name().credential(),
                person == null ? null : person.sex(),
                code,
                primary.map(taxonomy -> specialty(taxonomy, table)).orElse(null),
                table.grouping(code),
                provider.taxonomies().stream()
                        .filter(taxonomy -> !taxonomy.code().equals(code))
                        .map(taxonomy -> specialty(taxonomy, table))
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList(),
                location,
                location == null ? null : location.zip5(),
                provider.status().name(),
                provider.lifecycle().enumerated(),
                provider.lifecycle().lastUpdated(),
                provider.provenance().name(),
                provider.provenance().asOf());
    }

    /** By NUCC's code set if it was loaded, else by the registry's words, else by our roll-up. */
    private static @Nullable String specialty(Taxonomy taxonomy, TaxonomyTable table) {
        return taxonomy.description() != null && table.find(taxonomy.code()).isEmpty()
                ? taxonomy.description()
                : table.specialty(taxonomy.code());
    }
}
