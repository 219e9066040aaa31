package io.github.tic4j.collaboratemd;

import org.jspecify.annotations.Nullable;

/**
 * A provider who refers patients; what is not stated is null. As a search, what is stated must match.
 *
 * @param identifier the service's identifier; null for one that is to be created
 * @param lastName last name
 * @param firstName first name
 * @param npi national provider identifier
 * @param referenceId the practice's own identifier
 */
public record ReferringProvider(
        @Nullable String identifier,
        @Nullable String lastName,
        @Nullable String firstName,
        @Nullable String npi,
        @Nullable String referenceId) {

    Element toElement() {
        return Element.of(
                "Referring",
                Wire.text("LastName", lastName),
                Wire.text("FirstName", firstName),
                Wire.text("NPI", npi),
                Wire.text("ReferenceID", referenceId));
    }

    static ReferringProvider from(Element element) {
        return new ReferringProvider(
                Wire.readText(element, "Identifier"),
                Wire.readText(element, "LastName"),
                Wire.readText(element, "FirstName"),
                Wire.readText(element, "NPI"),
                Wire.readText(element, "ReferenceID"));
    }
}
