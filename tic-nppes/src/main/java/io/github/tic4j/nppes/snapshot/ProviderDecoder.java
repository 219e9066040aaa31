package io.github.tic4j.nppes.snapshot;

import io.github.tic4j.nppes.Address;
import io.github.tic4j.nppes.AuthorizedOfficial;
import io.github.tic4j.nppes.Entity;
import io.github.tic4j.nppes.EntityType;
import io.github.tic4j.nppes.Identifier;
import io.github.tic4j.nppes.Lifecycle;
import io.github.tic4j.nppes.Npi;
import io.github.tic4j.nppes.OtherName;
import io.github.tic4j.nppes.PersonName;
import io.github.tic4j.nppes.Provenance;
import io.github.tic4j.nppes.Provider;
import io.github.tic4j.nppes.Taxonomy;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes a {@link Provider} of its row, its record and its rows in the reference files. */
final class ProviderDecoder {

    private final Layer layer;
    private final StoredRow row;
    private final RecordFields fields;

    private ProviderDecoder(Layer layer, StoredRow row) {
        this.layer = layer;
        this.row = row;
        fields = new RecordFields(layer.record(row));
    }

    static Provider decode(Layer layer, StoredRow row, Provenance provenance) {
        return new ProviderDecoder(layer, row).decode(provenance);
    }

    /** The name for people to read of the provider of a row. */
    static String displayName(Layer layer, StoredRow row) {
        Entity entity = new ProviderDecoder(layer, row).entity();
        return entity == null ? "" : entity.displayName();
    }

    private Provider decode(Provenance provenance) {
        int id = row.id();
        ChildDecoder children = new ChildDecoder();
        layer.children(id, children::add);
        List<Address> addresses = addresses();
        addresses.addAll(children.locations());
        List<OtherName> names = otherNames();
        names.addAll(children.names());
        return new Provider(
                Ids.npi(id),
                row.status(),
                entity(),
                addresses,
                taxonomies(),
                identifiers(),
                names,
                children.endpoints(),
                lifecycle(),
                provenance);
    }

    private @Nullable Entity entity() {
        EntityType type = row.entity();
        if (type == null) {
            return null;
        }
        return type == EntityType.INDIVIDUAL ? individual() : organization();
    }

    private Entity individual() {
        PersonName name = new PersonName(
                fields.text(Field.PREFIX),
                fields.text(Field.FIRST),
                fields.text(Field.MIDDLE),
                fields.text(Field.LAST),
                fields.text(Field.SUFFIX),
                fields.text(Field.CREDENTIAL));
        int sex = row.sex();
        return new Entity.Individual(name, sex == 0 ? null : Character.toString(sex), row.sole());
    }

    private Entity organization() {
        String name = fields.text(Field.ORGANIZATION);
        return new Entity.Organization(name == null ? "" : name, row.subpart(), fields.text(Field.PARENT), official());
    }

    private @Nullable AuthorizedOfficial official() {
        PersonName name = new PersonName(
                fields.text(Field.OFFICIAL_PREFIX),
                fields.text(Field.OFFICIAL_FIRST),
                fields.text(Field.OFFICIAL_MIDDLE),
                fields.text(Field.OFFICIAL_LAST),
                fields.text(Field.OFFICIAL_SUFFIX),
                fields.text(Field.OFFICIAL_CREDENTIAL));
        String title = fields.text(Field.OFFICIAL_TITLE);
        return name.last() == null && name.first() == null && title == null
                ? null
                : new AuthorizedOfficial(name, title, fields.text(Field.OFFICIAL_TELEPHONE));
    }

    private List<Address> addresses() {
        List<Address> addresses = new ArrayList<>();
        Address location = new Address(
                Address.Purpose.LOCATION,
                fields.text(Field.PRACTICE_LINE1),
                fields.text(Field.PRACTICE_LINE2),
                fields.text(Field.PRACTICE_CITY),
                fields.text(Field.PRACTICE_STATE),
                fields.text(Field.PRACTICE_POSTAL),
                fields.text(Field.PRACTICE_COUNTRY),
                fields.text(Field.PRACTICE_TELEPHONE),
                null,
                fields.text(Field.PRACTICE_FAX));
        if (!location.isEmpty()) {
            addresses.add(location);
        }
        Address mailing = new Address(
                Address.Purpose.MAILING,
                fields.text(Field.MAILING_LINE1),
                fields.text(Field.MAILING_LINE2),
                fields.text(Field.MAILING_CITY),
                fields.text(Field.MAILING_STATE),
                fields.text(Field.MAILING_POSTAL),
                fields.text(Field.MAILING_COUNTRY),
                fields.text(Field.MAILING_TELEPHONE),
                null,
                fields.text(Field.MAILING_FAX));
        if (!mailing.isEmpty()) {
            addresses.add(mailing);
        }
        return addresses;
    }

    private List<Taxonomy> taxonomies() {
        List<Taxonomy> taxonomies = new ArrayList<>();
        for (int slot : fields.slots(Field.TAXONOMY_CODE)) {
            String code = fields.text(Field.TAXONOMY_CODE, slot);
            if (code != null) {
                taxonomies.add(new Taxonomy(
                        code,
                        null,
                        primary(fields.text(Field.TAXONOMY_PRIMARY, slot)),
                        fields.text(Field.TAXONOMY_LICENSE, slot),
                        fields.text(Field.TAXONOMY_LICENSE_STATE, slot),
                        fields.text(Field.TAXONOMY_GROUP, slot)));
            }
        }
        return taxonomies;
    }

    private static Taxonomy.Primary primary(@Nullable String answer) {
        if (answer == null || answer.startsWith("N")) {
            return Taxonomy.Primary.NO;
        }
        return answer.startsWith("Y") ? Taxonomy.Primary.YES : Taxonomy.Primary.UNANSWERED;
    }

    private List<Identifier> identifiers() {
        List<Identifier> identifiers = new ArrayList<>();
        for (int slot : fields.slots(Field.IDENTIFIER)) {
            String identifier = fields.text(Field.IDENTIFIER, slot);
            if (identifier != null) {
                identifiers.add(new Identifier(
                        identifier,
                        fields.text(Field.IDENTIFIER_TYPE, slot),
                        fields.text(Field.IDENTIFIER_STATE, slot),
                        fields.text(Field.IDENTIFIER_ISSUER, slot)));
            }
        }
        return identifiers;
    }

    private List<OtherName> otherNames() {
        List<OtherName> names = new ArrayList<>();
        String organization = fields.text(Field.OTHER_ORGANIZATION);
        if (organization != null) {
            names.add(new OtherName(fields.text(Field.OTHER_ORGANIZATION_TYPE), organization, null));
        }
        if (fields.hasAny(Field.OTHER_LAST, Field.OTHER_FIRST)) {
            PersonName person = new PersonName(
                    fields.text(Field.OTHER_PREFIX),
                    fields.text(Field.OTHER_FIRST),
                    fields.text(Field.OTHER_MIDDLE),
                    fields.text(Field.OTHER_LAST),
                    fields.text(Field.OTHER_SUFFIX),
                    fields.text(Field.OTHER_CREDENTIAL));
            names.add(new OtherName(fields.text(Field.OTHER_PERSON_TYPE), null, person));
        }
        return names;
    }

    private Lifecycle lifecycle() {
        String replacement = fields.text(Field.REPLACEMENT);
        return new Lifecycle(
                StoredRow.localDate(row.enumerated()),
                StoredRow.localDate(row.updated()),
                StoredRow.localDate(row.certified()),
                StoredRow.localDate(row.deactivated()),
                fields.text(Field.DEACTIVATION_REASON),
                StoredRow.localDate(row.reactivated()),
                Npi.read(replacement).npi());
    }
}
