package io.github.tic4j.collaboratemd;

import java.util.ArrayList;
import java.util.List;

/**
 * A professional claim as it is submitted.
 *
 * @param otherIdentifier the submitter's own identifier, by which a duplicate can be recognised
 * @param patient the patient
 * @param policies the policies, by rank
 * @param details further elements of the claim, such as its charges, in the vendor's schema
 */
public record Claim(String otherIdentifier, Person patient, List<Policy> policies, List<Element> details) {

    /** Copies the lists. */
    public Claim {
        policies = List.copyOf(policies);
        details = List.copyOf(details);
    }

    Element toElement() {
        List<Element> patientParts = new ArrayList<>(patient.parts());
        policies.forEach(policy -> patientParts.add(policy.toElement()));
        List<Element> parts = new ArrayList<>();
        parts.add(Element.of("OtherIdentifier", otherIdentifier));
        parts.add(new Element("Patient", "", patientParts));
        parts.addAll(details);
        return new Element("Claim", "", parts);
    }

    /** Shows nothing. */
    @Override
    public String toString() {
        return "Claim[***]";
    }
}
