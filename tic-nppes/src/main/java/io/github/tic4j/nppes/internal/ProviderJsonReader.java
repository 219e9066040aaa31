package io.github.tic4j.nppes.internal;

import io.github.tic4j.nppes.Address;
import io.github.tic4j.nppes.AuthorizedOfficial;
import io.github.tic4j.nppes.Endpoint;
import io.github.tic4j.nppes.Entity;
import io.github.tic4j.nppes.EntityType;
import io.github.tic4j.nppes.Identifier;
import io.github.tic4j.nppes.Lifecycle;
import io.github.tic4j.nppes.Npi;
import io.github.tic4j.nppes.NpiReading;
import io.github.tic4j.nppes.OtherName;
import io.github.tic4j.nppes.PersonName;
import io.github.tic4j.nppes.Provenance;
import io.github.tic4j.nppes.Provider;
import io.github.tic4j.nppes.ProviderStatus;
import io.github.tic4j.nppes.Taxonomy;
import io.github.tic4j.source.ContentException.Location;
import io.github.tic4j.source.MalformedContentException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the registry's JSON of one provider. */
public final class ProviderJsonReader {

    /** Until the year 5138 a number below this is seconds and one above it milliseconds. */
    private static final long MILLISECONDS = 100_000_000_000L;

    private final String source;

    /**
     * A reader.
     *
     * @param source the name of the source, for messages
     */
    public ProviderJsonReader(String source) {
        this.source = source;
    }

    /** Reads a provider; one without a {@code provenance} gets the given one. */
    public Provider provider(JsonObject json, Provenance otherwise) {
        NpiReading npi = Npi.read(json.text("number"));
        if (npi.npi() == null) {
            throw malformed("number is not an NPI: " + json.text("number"));
        }
        JsonObject basic = json.object("basic");
        Lifecycle lifecycle = lifecycle(json, basic);
        List<Address> addresses = new ArrayList<>();
        for (JsonObject address : json.objects("addresses")) {
            addresses.add(address(address, purpose(address.text("address_purpose"))));
        }
        for (JsonObject address : json.objects("practiceLocations")) {
            addresses.add(address(address, Address.Purpose.SECONDARY));
        }
        boolean individual = !"NPI-2".equals(json.text("enumeration_type"));
        return new Provider(
                npi.npi(),
                status(basic, lifecycle),
                entity(json.text("enumeration_type"), basic),
                addresses,
                json.objects("taxonomies").stream()
                        .filter(each -> each.text("code") != null)
                        .map(this::taxonomy)
                        .toList(),
                json.objects("identifiers").stream()
                        .filter(each -> each.text("identifier") != null)
                        .map(this::identifier)
                        .toList(),
                json.objects("other_names").stream()
                        .map(each -> otherName(each, individual))
                        .toList(),
                json.objects("endpoints").stream()
                        .filter(each -> each.text("endpoint") != null)
                        .map(this::endpoint)
                        .toList(),
                lifecycle,
                json.has("provenance") ? provenance(json.object("provenance")) : otherwise);
    }

    private static ProviderStatus status(JsonObject basic, Lifecycle lifecycle) {
        return "D".equals(basic.text("status"))
                ? ProviderStatus.DEACTIVATED
                : ProviderStatus.of(lifecycle.deactivated(), lifecycle.reactivated());
    }

    private @Nullable Entity entity(@Nullable String type, JsonObject basic) {
        if (type == null) {
            return null;
        }
        if (type.equals(EntityType.INDIVIDUAL.registryCode())) {
            return new Entity.Individual(
                    name(basic, ""), basic.text("sex", "gender"), answer(basic.text("sole_proprietor")));
        }
        if (type.equals(EntityType.ORGANIZATION.registryCode())) {
            String name = basic.text("organization_name", "name");
            return new Entity.Organization(
                    name == null ? "" : name,
                    answer(basic.text("organizational_subpart")),
                    basic.text("parent_organization_legal_business_name"),
                    official(basic));
        }
        throw malformed("enumeration_type is neither NPI-1 nor NPI-2: " + type);
    }

    private static @Nullable AuthorizedOfficial official(JsonObject basic) {
        PersonName name = name(basic, "authorized_official_");
        String title = basic.text("authorized_official_title_or_position");
        return name.first() == null && name.last() == null && title == null
                ? null
                : new AuthorizedOfficial(name, title, basic.text("authorized_official_telephone_number"));
    }

    private static PersonName name(JsonObject json, String prefix) {
        return new PersonName(
                json.text(prefix + "name_prefix", prefix + "prefix"),
                json.text(prefix + "first_name"),
                json.text(prefix + "middle_name"),
                json.text(prefix + "last_name"),
                json.text(prefix + "name_suffix", prefix + "suffix"),
                json.text(prefix + "credential"));
    }

    private static Address address(JsonObject json, Address.Purpose purpose) {
        return new Address(
                purpose,
                json.text("address_1"),
                json.text("address_2"),
                json.text("city"),
                json.text("state"),
                json.text("postal_code"),
                json.text("country_code"),
                json.text("telephone_number"),
                json.text("telephone_extension"),
                json.text("fax_number"));
    }

    private Address.Purpose purpose(@Nullable String text) {
        if ("MAILING".equalsIgnoreCase(text)) {
            return Address.Purpose.MAILING;
        }
        return "SECONDARY".equalsIgnoreCase(text) ? Address.Purpose.SECONDARY : Address.Purpose.LOCATION;
    }

    private Taxonomy taxonomy(JsonObject json) {
        String code = json.text("code");
        String primary = json.text("primary");
        return new Taxonomy(
                code == null ? "" : code,
                json.text("desc"),
                "true".equals(primary)
                        ? Taxonomy.Primary.YES
                        : "unanswered".equals(primary) ? Taxonomy.Primary.UNANSWERED : Taxonomy.Primary.NO,
                json.text("license"),
                json.text("state"),
                json.text("taxonomy_group"));
    }

    private Identifier identifier(JsonObject json) {
        String identifier = json.text("identifier");
        return new Identifier(
                identifier == null ? "" : identifier, json.text("code"), json.text("state"), json.text("issuer"));
    }

    private OtherName otherName(JsonObject json, boolean individual) {
        return new OtherName(json.text("code"), json.text("organization_name"), individual ? name(json, "") : null);
    }

    private Endpoint endpoint(JsonObject json) {
        String endpoint = json.text("endpoint");
        Address address = address(json, Address.Purpose.AFFILIATION);
        Boolean affiliated = answer(json.text("affiliation"));
        String name = json.text("affiliationName");
        return new Endpoint(
                coded(json, "endpointType", "endpointTypeDescription", "endpointTypeOther"),
                endpoint == null ? "" : endpoint,
                affiliated == null && name == null && address.isEmpty()
                        ? null
                        : new Endpoint.Affiliation(affiliated, name, address.isEmpty() ? null : address),
                coded(json, "use", "useDescription", "useOtherDescription"),
                coded(json, "contentType", "contentTypeDescription", "contentOtherDescription"),
                json.text("endpointDescription"));
    }

    private static Endpoint.@Nullable Coded coded(JsonObject json, String code, String description, String other) {
        Endpoint.Coded coded = new Endpoint.Coded(json.text(code), json.text(description), json.text(other));
        return coded.code() == null && coded.description() == null && coded.other() == null ? null : coded;
    }

    private Lifecycle lifecycle(JsonObject json, JsonObject basic) {
        LocalDate enumerated = date(basic.text("enumeration_date"));
        LocalDate updated = date(basic.text("last_updated"));
        return new Lifecycle(
                enumerated == null ? epoch(json.number("created_epoch")) : enumerated,
                updated == null ? epoch(json.number("last_updated_epoch")) : updated,
                date(basic.text("certification_date")),
                date(basic.text("deactivation_date")),
                basic.text("deactivation_reason_code"),
                date(basic.text("reactivation_date")),
                Npi.read(basic.text("replacement_npi")).npi());
    }

    private @Nullable LocalDate date(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw malformed("not a date: " + text);
        }
    }

    /** Epochs were seconds once and are milliseconds now. They may fall on the next day, so the date strings go first. */
    private static @Nullable LocalDate epoch(@Nullable Long number) {
        if (number == null) {
            return null;
        }
        Instant instant = number < MILLISECONDS ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number);
        return instant.atZone(ZoneOffset.UTC).toLocalDate();
    }

    private static @Nullable Boolean answer(@Nullable String text) {
        return switch (text == null ? "" : text.toUpperCase(Locale.ROOT)) {
            case "YES", "Y" -> Boolean.TRUE;
            case "NO", "N" -> Boolean.FALSE;
            default -> null;
        };
    }

    private Provenance provenance(JsonObject json) {
        try {
            return new Provenance(
                    Provenance.Origin.valueOf(String.valueOf(json.text("origin"))),
                    String.valueOf(json.text("name")),
                    Instant.parse(String.valueOf(json.text("as_of"))));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw malformed("provenance is not one: " + json.members());
        }
    }

    private MalformedContentException malformed(String problem) {
        return new MalformedContentException("Cannot read the provider: " + problem, Location.of(source, 0));
    }
}
