package io.github.tic4j.nppes;

import org.jspecify.annotations.Nullable;

/** Who holds an NPI: a person or an organisation. */
public sealed interface Entity {

    /** The kind. */
    EntityType type();

    /** A name for people to read. */
    String displayName();

    /**
     * A person.
     *
     * @param name the legal name
     * @param sex {@code M} or {@code F}; {@code null} where not given; older files know others
     * @param soleProprietor whether the person is the only owner of the practice; {@code null} where not answered
     */
    record Individual(
            PersonName name, @Nullable String sex, @Nullable Boolean soleProprietor) implements Entity {

        @Override
        public EntityType type() {
            return EntityType.INDIVIDUAL;
        }

        @Override
        public String displayName() {
            return name.display();
        }
    }

    /**
     * An organisation.
     *
     * @param legalName the legal business name
     * @param subpart whether it is a part of another organisation; {@code null} where not answered
     * @param parentName the legal name of that other organisation
     * @param official who answers for the record
     */
    record Organization(
            String legalName,
            @Nullable Boolean subpart,
            @Nullable String parentName,
            @Nullable AuthorizedOfficial official)
            implements Entity {

        @Override
        public EntityType type() {
            return EntityType.ORGANIZATION;
        }

        @Override
        public String displayName() {
            return legalName;
        }
    }
}
