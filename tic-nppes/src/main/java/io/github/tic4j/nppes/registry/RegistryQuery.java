package io.github.tic4j.nppes.registry;

import io.github.tic4j.nppes.EntityType;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * A search for providers. The registry's rules are checked before anything is sent: each value when it is set, their
 * combination when the query is built.
 *
 * <p>Text criteria may end in {@code *} after at least two characters. A criterion on the taxonomy finds every description
 * that contains it; beside one, the registry does not keep strictly to city, state and postal code.
 */
public final class RegistryQuery {

    /** Where an address criterion looks. */
    public enum AddressPurpose {
        /** The practice location. */
        LOCATION,
        /** The mailing address. */
        MAILING,
        /** The primary practice location. */
        PRIMARY,
        /** The secondary practice locations. */
        SECONDARY
    }

    /** Whose name a name criterion means. */
    public enum NamePurpose {
        /** The provider's. */
        PROVIDER("PROVIDER"),
        /** That of an organisation's authorised official. */
        AUTHORIZED_OFFICIAL("AO");

        private final String code;

        NamePurpose(String code) {
            this.code = code;
        }
    }

    /** Whether a first name also finds its short forms, such as Bob for Robert. */
    public enum FirstNameAlias {
        /** It does; this is the registry's default. */
        INCLUDE("True"),
        /** It does not. */
        EXCLUDE("False");

        private final String code;

        FirstNameAlias(String code) {
            this.code = code;
        }
    }

    private final Map<String, String> parameters;

    private RegistryQuery(Map<String, String> parameters) {
        this.parameters = Map.copyOf(parameters);
    }

    /** A query without any criterion yet. */
    public static Builder builder() {
        return new Builder();
    }

    /** The parameters by the registry's names. */
    public Map<String, String> parameters() {
        return parameters;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RegistryQuery query && query.parameters.equals(parameters);
    }

    @Override
    public int hashCode() {
        return parameters.hashCode();
    }

    @Override
    public String toString() {
        return parameters.toString();
    }

    /** Collects criteria. Each setter throws {@link IllegalArgumentException} if the registry would refuse the value. */
    public static final class Builder {

        private static final String PERSON_SPECIALS = "&':,/-().#\";";
        private static final String ORGANIZATION_SPECIALS = PERSON_SPECIALS + "@";
        /** Parameters that refine others and select nothing themselves. */
        private static final Set<String> MODIFIERS =
                Set.of("enumeration_type", "address_purpose", "name_purpose", "use_first_name_alias");

        private final Map<String, String> parameters = new LinkedHashMap<>();

        private Builder() {}

        /** Persons only, or organisations only. Needs another criterion. */
        public Builder type(EntityType type) {
            return put("enumeration_type", type.registryCode());
        }

        /** Part of the description of a taxonomy. */
        public Builder taxonomyDescription(String text) {
            return put("taxonomy_description", Criterion.checked("taxonomy_description", text, PERSON_SPECIALS));
        }

        /** A person's first name. */
        public Builder firstName(String text) {
            return put("first_name", Criterion.checked("first_name", text, PERSON_SPECIALS));
        }

        /** A person's last name. */
        public Builder lastName(String text) {
            return put("last_name", Criterion.checked("last_name", text, PERSON_SPECIALS));
        }

        /** Whose first and last name is meant. */
        public Builder namePurpose(NamePurpose purpose) {
            return put("name_purpose", purpose.code);
        }

        /** Whether short forms of the first name count; without effect on one that ends in {@code *}. */
        public Builder firstNameAlias(FirstNameAlias alias) {
            return put("use_first_name_alias", alias.code);
        }

        /** A legal or other name of an organisation. */
        public Builder organizationName(String text) {
            return put("organization_name", Criterion.checked("organization_name", text, ORGANIZATION_SPECIALS));
        }

        /** Where city, state and postal code are looked for; otherwise in the mailing and all practice addresses. */
        public Builder addressPurpose(AddressPurpose purpose) {
            return put("address_purpose", purpose.name());
        }

        /** The city; {@code APO} or {@code FPO} for the military. Takes no {@code *}. */
        public Builder city(String text) {
            return put("city", Criterion.checkedWithoutWildcard("city", text, PERSON_SPECIALS));
        }

        /** The state, as two letters. Needs another criterion besides type and country. */
        public Builder state(String code) {
            return put("state", Criterion.twoLetters("state", code));
        }

        /** The postal code: five digits also find nine, and two or more may be followed by {@code *}. */
        public Builder postalCode(String text) {
            return put("postal_code", Criterion.checked("postal_code", text, "-"));
        }

        /** The country, as two letters. Other than {@code US} it may stand alone. */
        public Builder countryCode(String code) {
            return put("country_code", Criterion.twoLetters("country_code", code));
        }

        /**
         * The query.
         *
         * @throws IllegalArgumentException if the registry would refuse the combination
         */
        public RegistryQuery build() {
            Set<String> criteria = new LinkedHashSet<>(parameters.keySet());
            criteria.removeAll(MODIFIERS);
            if (criteria.isEmpty()) {
                throw refused(
                        parameters.containsKey("enumeration_type")
                                ? "enumeration_type needs another criterion (the registry's error 09)"
                                : "no criterion is set (the registry's error 04)");
            }
            boolean abroad = !"US".equals(parameters.getOrDefault("country_code", "US"));
            criteria.remove("country_code");
            if (criteria.isEmpty() && !abroad) {
                throw refused("country_code US needs another criterion (the registry's error 07)");
            }
            criteria.remove("state");
            if (criteria.isEmpty() && parameters.containsKey("state")) {
                throw refused("state needs another criterion besides type and country (the registry's error 07)");
            }
            checkNames();
            return new RegistryQuery(parameters);
        }

        /** The registry finds nothing where names and type contradict each other; nobody means to ask for that. */
        private void checkNames() {
            String type = parameters.get("enumeration_type");
            boolean person = parameters.containsKey("first_name") || parameters.containsKey("last_name");
            boolean official = NamePurpose.AUTHORIZED_OFFICIAL.code.equals(parameters.get("name_purpose"));
            if (person && !official && EntityType.ORGANIZATION.registryCode().equals(type)) {
                throw refused("first_name and last_name are of persons, or need the name purpose AUTHORIZED_OFFICIAL");
            }
            if (parameters.containsKey("organization_name")
                    && EntityType.INDIVIDUAL.registryCode().equals(type)) {
                throw refused("organization_name is of organisations, and the type asks for persons");
            }
            if ((parameters.containsKey("name_purpose") || parameters.containsKey("use_first_name_alias")) && !person) {
                throw refused("name_purpose and use_first_name_alias need first_name or last_name");
            }
        }

        private Builder put(String parameter, String value) {
            parameters.put(parameter, value);
            return this;
        }

        private static IllegalArgumentException refused(String why) {
            return new IllegalArgumentException("Registry query: " + why);
        }
    }
}
