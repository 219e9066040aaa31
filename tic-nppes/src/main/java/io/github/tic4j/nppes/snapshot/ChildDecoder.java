package io.github.tic4j.nppes.snapshot;

import io.github.tic4j.nppes.Address;
import io.github.tic4j.nppes.Endpoint;
import io.github.tic4j.nppes.OtherName;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what the reference files say of one provider. */
final class ChildDecoder {

    private final List<OtherName> names = new ArrayList<>();
    private final List<Address> locations = new ArrayList<>();
    private final List<Endpoint> endpoints = new ArrayList<>();

    void add(FieldReader record) {
        RecordFields fields = new RecordFields(record);
        String name = fields.text(Field.NAME_ORGANIZATION);
        String endpoint = fields.text(Field.ENDPOINT_ADDRESS);
        if (name != null) {
            names.add(new OtherName(fields.text(Field.NAME_TYPE), name, null));
        } else if (endpoint != null) {
            endpoints.add(endpoint(endpoint, fields));
        } else {
            Address location = location(fields);
            if (!location.isEmpty()) {
                locations.add(location);
            }
        }
    }

    List<OtherName> names() {
        return names;
    }

    List<Address> locations() {
        return locations;
    }

    List<Endpoint> endpoints() {
        return endpoints;
    }

    private static Address location(RecordFields fields) {
        return new Address(
                Address.Purpose.SECONDARY,
                fields.text(Field.LOCATION_LINE1),
                fields.text(Field.LOCATION_LINE2),
                fields.text(Field.LOCATION_CITY),
                fields.text(Field.LOCATION_STATE),
                fields.text(Field.LOCATION_POSTAL),
                fields.text(Field.LOCATION_COUNTRY),
                fields.text(Field.LOCATION_TELEPHONE),
                fields.text(Field.LOCATION_EXTENSION),
                fields.text(Field.LOCATION_FAX));
    }

    private static Endpoint endpoint(String endpoint, RecordFields fields) {
        return new Endpoint(
                coded(fields.text(Field.ENDPOINT_TYPE), fields.text(Field.ENDPOINT_TYPE_WORDS), null),
                endpoint,
                affiliation(fields),
                coded(
                        fields.text(Field.ENDPOINT_USE),
                        fields.text(Field.ENDPOINT_USE_WORDS),
                        fields.text(Field.ENDPOINT_USE_OTHER)),
                coded(
                        fields.text(Field.ENDPOINT_CONTENT),
                        fields.text(Field.ENDPOINT_CONTENT_WORDS),
                        fields.text(Field.ENDPOINT_CONTENT_OTHER)),
                fields.text(Field.ENDPOINT_DESCRIPTION));
    }

    private static Endpoint.@Nullable Affiliation affiliation(RecordFields fields) {
        Address address = new Address(
                Address.Purpose.AFFILIATION,
                fields.text(Field.ENDPOINT_LINE1),
                fields.text(Field.ENDPOINT_LINE2),
                fields.text(Field.ENDPOINT_CITY),
                fields.text(Field.ENDPOINT_STATE),
                fields.text(Field.ENDPOINT_POSTAL),
                fields.text(Field.ENDPOINT_COUNTRY),
                null,
                null,
                null);
        String answer = fields.text(Field.ENDPOINT_AFFILIATION);
        String name = fields.text(Field.ENDPOINT_AFFILIATE);
        if (answer == null && name == null && address.isEmpty()) {
            return null;
        }
        return new Endpoint.Affiliation(
                answer == null ? null : Boolean.valueOf(answer.startsWith("Y")),
                name,
                address.isEmpty() ? null : address);
    }

    private static Endpoint.@Nullable Coded coded(
            @Nullable String code, @Nullable String description, @Nullable String other) {
        return code == null && description == null && other == null
                ? null
                : new Endpoint.Coded(code, description, other);
    }
}
