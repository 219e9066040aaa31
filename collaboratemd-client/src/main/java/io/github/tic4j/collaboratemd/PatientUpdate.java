package io.github.tic4j.collaboratemd;

import org.jspecify.annotations.Nullable;

/**
 * A patient as it is created, changed or told of; what is not stated is null.
 *
 * @param provider the provider of the patient
 * @param patient the patient
 * @param facility the name of the facility
 */
public record PatientUpdate(
        @Nullable Provider provider,
        Person patient,
        @Nullable String facility) {

    /**
     * A provider.
     *
     * @param identifier the provider's identifier
     * @param lastName last name
     * @param firstName first name
     */
    public record Provider(
            @Nullable String identifier,
            @Nullable String lastName,
            @Nullable String firstName) {

        Element toElement() {
            return Element.of(
                    "Provider",
                    Wire.text("Identifier", identifier),
                    Wire.text("LastName", lastName),
                    Wire.text("FirstName", firstName));
        }

        static Provider from(Element element) {
            return new Provider(
                    Wire.readText(element, "Identifier"),
                    Wire.readText(element, "LastName"),
                    Wire.readText(element, "FirstName"));
        }
    }

    Element toElement() {
        return Element.of(
                "PatientUpdate",
                provider == null ? null : provider.toElement(),
                new Element("Patient", "", patient.parts()),
                facility == null ? null : Element.of("Facility", Element.of("Name", facility)));
    }

    static PatientUpdate from(Element element) {
        return new PatientUpdate(
                element.child("Provider").map(Provider::from).orElse(null),
                Person.from(element.child("Patient").orElse(element)),
                element.child("Facility")
                        .flatMap(facility -> facility.text("Name"))
                        .orElse(null));
    }

    /** Shows nothing. */
    @Override
    public String toString() {
        return "PatientUpdate[***]";
    }
}
