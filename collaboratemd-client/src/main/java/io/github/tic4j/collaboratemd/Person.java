package io.github.tic4j.collaboratemd;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A patient or an insured person; what is not stated is null.
 *
 * @param lastName last name
 * @param firstName first name
 * @param birthDate date of birth
 * @param gender gender, as the service abbreviates it
 * @param ssn social security number
 * @param address address
 */
public record Person(
        String lastName,
        String firstName,
        @Nullable LocalDate birthDate,
        @Nullable String gender,
        @Nullable String ssn,
        @Nullable Address address) {

    /** The parts of the element that stands for this person. */
    List<Element> parts() {
        Stream<@Nullable Element> parts = Stream.of(
                Element.of("LastName", lastName),
                Element.of("FirstName", firstName),
                Wire.date("BirthDate", birthDate),
                Wire.text("Gender", gender),
                Wire.text("SSN", ssn),
                address == null ? null : address.toElement());
        List<Element> stated = new ArrayList<>();
        parts.forEach(part -> {
            if (part != null) {
                stated.add(part);
            }
        });
        return stated;
    }

    static Person from(Element element) {
        return new Person(
                element.text("LastName").orElse(""),
                element.text("FirstName").orElse(""),
                Wire.readDate(element, "BirthDate"),
                Wire.readText(element, "Gender"),
                Wire.readText(element, "SSN"),
                element.child("Address").map(Address::from).orElse(null));
    }

    /** Shows nothing. */
    @Override
    public String toString() {
        return "Person[***]";
    }
}
