package io.github.tic4j.nppes;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What NPPES knows of one NPI. Of a deactivated one it tells nothing but that, and mostly when.
 *
 * @param npi the NPI
 * @param status whether it may be used
 * @param entity who holds it; {@code null} where NPPES no longer says
 * @param addresses mailing address and practice locations, in no particular order
 * @param taxonomies the specialties in the order of their slots
 * @param identifiers numbers under which others know the provider
 * @param otherNames other names
 * @param endpoints electronic addresses
 * @param lifecycle the dates
 * @param provenance where this comes from, and as of when
 */
public record Provider(
        Npi npi,
        ProviderStatus status,
        @Nullable Entity entity,
        List<Address> addresses,
        List<Taxonomy> taxonomies,
        List<Identifier> identifiers,
        List<OtherName> otherNames,
        List<Endpoint> endpoints,
        Lifecycle lifecycle,
        Provenance provenance) {

    /** Copies the lists. */
    public Provider {
        addresses = List.copyOf(addresses);
        taxonomies = List.copyOf(taxonomies);
        identifiers = List.copyOf(identifiers);
        otherNames = List.copyOf(otherNames);
        endpoints = List.copyOf(endpoints);
    }

    /** A provider of which nothing is known but that its NPI is out of use. */
    public static Provider deactivated(Npi npi, Lifecycle lifecycle, Provenance provenance) {
        return new Provider(
                npi,
                ProviderStatus.DEACTIVATED,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                lifecycle,
                provenance);
    }

    /** The primary taxonomy, by {@link Taxonomy#primaryOf}. */
    public Optional<Taxonomy> primaryTaxonomy() {
        return Taxonomy.primaryOf(taxonomies);
    }

    /** The first practice location: the address by which a provider belongs to a city and a state. Never the mailing address. */
    public Optional<Address> practiceLocation() {
        return addresses.stream()
                .filter(address -> address.purpose() == Address.Purpose.LOCATION)
                .findFirst();
    }

    /** The holder's name for people to read, or "" where NPPES no longer gives one. */
    public String displayName() {
        return entity == null ? "" : entity.displayName();
    }

    /** The same record, from elsewhere. */
    public Provider withProvenance(Provenance other) {
        return new Provider(
                npi, status, entity, addresses, taxonomies, identifiers, otherNames, endpoints, lifecycle, other);
    }
}
