package io.github.tic4j.nppes.internal;

import io.github.tic4j.nppes.Address;
import io.github.tic4j.nppes.AuthorizedOfficial;
import io.github.tic4j.nppes.Endpoint;
import io.github.tic4j.nppes.Entity;
import io.github.tic4j.nppes.Identifier;
import io.github.tic4j.nppes.Lifecycle;
import io.github.tic4j.nppes.OtherName;
import io.github.tic4j.nppes.PersonName;
import io.github.tic4j.nppes.Provider;
import io.github.tic4j.nppes.Taxonomy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes the registry's JSON of a provider. */
public final class ProviderJsonWriter {

    private static final Map<String, String> NAME_TYPES = Map.of(
            "1", "Former Name",
            "2", "Professional Name",
            "3", "Doing Business As",
            "4", "Former Legal Business Name",
            "5", "Other Name");

    private final Map<String, @Nullable Object> members = new LinkedHashMap<>();

    private ProviderJsonWriter() {}

    /** The JSON as maps and lists. */
    public static Map<String, @Nullable Object> tree(Provider provider) {
        ProviderJsonWriter json = new ProviderJsonWriter();
        json.put("number", provider.npi());
        Entity entity = provider.entity();
        json.put("enumeration_type", entity == null ? null : entity.type().registryCode());
        json.members.put("basic", basic(provider));
        Stream<Address> first = provider.addresses().stream().filter(each -> !isSecondary(each));
        json.members.put("addresses", first.map(ProviderJsonWriter::address).toList());
        Stream<Address> further = provider.addresses().stream().filter(ProviderJsonWriter::isSecondary);
        json.members.put(
                "practiceLocations", further.map(ProviderJsonWriter::address).toList());
        json.members.put(
                "taxonomies",
                provider.taxonomies().stream().map(ProviderJsonWriter::taxonomy).toList());
        json.members.put(
                "identifiers",
                provider.identifiers().stream()
                        .map(ProviderJsonWriter::identifier)
                        .toList());
        json.members.put(
                "other_names",
                provider.otherNames().stream()
                        .map(ProviderJsonWriter::otherName)
                        .toList());
        json.members.put(
                "endpoints",
                provider.endpoints().stream().map(ProviderJsonWriter::endpoint).toList());
        ProviderJsonWriter provenance = new ProviderJsonWriter();
        provenance.put("origin", provider.provenance().origin());
        provenance.put("name", provider.provenance().name());
        provenance.put("as_of", provider.provenance().asOf());
        json.members.put("provenance", provenance.members);
        return json.members;
    }

    /** All addresses, in one list. */
    public static List<Map<String, @Nullable Object>> addresses(Provider provider) {
        return provider.addresses().stream().map(ProviderJsonWriter::address).toList();
    }

    private static Map<String, @Nullable Object> basic(Provider provider) {
        ProviderJsonWriter json = new ProviderJsonWriter();
        Entity entity = provider.entity();
        if (entity instanceof Entity.Individual person) {
            json.name(person.name(), "", "name_");
            json.put("sex", person.sex());
            json.put("sole_proprietor", answer(person.soleProprietor(), "YES", "NO"));
        } else if (entity instanceof Entity.Organization organization) {
            json.put("organization_name", organization.legalName());
            json.put("organizational_subpart", answer(organization.subpart(), "YES", "NO"));
            json.put("parent_organization_legal_business_name", organization.parentName());
            AuthorizedOfficial official = organization.official();
            if (official != null) {
                json.name(official.name(), "authorized_official_", "name_");
                json.put("authorized_official_title_or_position", official.title());
                json.put("authorized_official_telephone_number", official.telephone());
            }
        }
        Lifecycle lifecycle = provider.lifecycle();
        json.put("status", provider.status().isUsable() ? "A" : "D");
        json.put("enumeration_date", lifecycle.enumerated());
        json.put("last_updated", lifecycle.lastUpdated());
        json.put("certification_date", lifecycle.certified());
        json.put("deactivation_date", lifecycle.deactivated());
        json.put("deactivation_reason_code", lifecycle.deactivationReason());
        json.put("reactivation_date", lifecycle.reactivated());
        json.put("replacement_npi", lifecycle.replacement());
        return json.members;
    }

    private static Map<String, @Nullable Object> address(Address address) {
        ProviderJsonWriter json = new ProviderJsonWriter();
        json.put("address_purpose", isSecondary(address) ? Address.Purpose.LOCATION : address.purpose());
        json.addressParts(address);
        return json.members;
    }

    private static Map<String, @Nullable Object> taxonomy(Taxonomy taxonomy) {
        ProviderJsonWriter json = new ProviderJsonWriter();
        json.put("code", taxonomy.code());
        json.put("desc", taxonomy.description());
        json.members.put(
                "primary",
                switch (taxonomy.primary()) {
                    case YES -> true;
                    case NO -> false;
                    case UNANSWERED -> "unanswered";
                });
        json.put("state", taxonomy.licenseState());
        json.put("license", taxonomy.license());
        json.put("taxonomy_group", taxonomy.group());
        return json.members;
    }

    private static Map<String, @Nullable Object> identifier(Identifier identifier) {
        ProviderJsonWriter json = new ProviderJsonWriter();
        json.put("code", identifier.typeCode());
        json.put("identifier", identifier.identifier());
        json.put("issuer", identifier.issuer());
        json.put("state", identifier.state());
        return json.members;
    }

    private static Map<String, @Nullable Object> otherName(OtherName name) {
        ProviderJsonWriter json = new ProviderJsonWriter();
        String code = name.typeCode();
        json.put("type", code == null ? null : NAME_TYPES.get(code));
        json.put("code", code);
        json.put("organization_name", name.organizationName());
        PersonName person = name.person();
        if (person != null) {
            json.name(person, "", "");
        }
        return json.members;
    }

    private static Map<String, @Nullable Object> endpoint(Endpoint endpoint) {
        ProviderJsonWriter json = new ProviderJsonWriter();
        json.coded(endpoint.type(), List.of("endpointType", "endpointTypeDescription", "endpointTypeOther"));
        json.put("endpoint", endpoint.endpoint());
        Endpoint.Affiliation affiliation = endpoint.affiliation();
        if (affiliation != null) {
            json.put("affiliation", answer(affiliation.affiliated(), "Y", "N"));
            json.put("affiliationName", affiliation.name());
        }
        json.coded(endpoint.use(), List.of("use", "useDescription", "useOtherDescription"));
        json.coded(endpoint.content(), List.of("contentType", "contentTypeDescription", "contentOtherDescription"));
        json.put("endpointDescription", endpoint.description());
        if (affiliation != null && affiliation.address() != null) {
            json.addressParts(affiliation.address());
        }
        return json.members;
    }

    private void addressParts(Address address) {
        put("address_1", address.line1());
        put("address_2", address.line2());
        put("city", address.city());
        put("state", address.state());
        put("postal_code", address.postalCode());
        put("country_code", address.countryCode());
        put("telephone_number", address.telephone());
        put("telephone_extension", address.extension());
        put("fax_number", address.fax());
    }

    private void name(PersonName name, String prefix, String affix) {
        put(prefix + affix + "prefix", name.prefix());
        put(prefix + "first_name", name.first());
        put(prefix + "middle_name", name.middle());
        put(prefix + "last_name", name.last());
        put(prefix + affix + "suffix", name.suffix());
        put(prefix + "credential", name.credential());
    }

    private void coded(Endpoint.@Nullable Coded coded, List<String> keys) {
        if (coded != null) {
            put(keys.get(0), coded.code());
            put(keys.get(1), coded.description());
            put(keys.get(2), coded.other());
        }
    }

    /** Sets a member; one without a value is left out. */
    private void put(String key, @Nullable Object value) {
        if (value != null) {
            members.put(key, value.toString());
        }
    }

    private static @Nullable String answer(@Nullable Boolean answer, String yes, String no) {
        return answer == null ? null : answer ? yes : no;
    }

    private static boolean isSecondary(Address address) {
        return address.purpose() == Address.Purpose.SECONDARY;
    }
}
