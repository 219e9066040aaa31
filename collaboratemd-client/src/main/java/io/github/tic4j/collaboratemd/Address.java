package io.github.tic4j.collaboratemd;

import org.jspecify.annotations.Nullable;

/**
 * A postal address; what is not stated is null.
 *
 * @param line1 street and number
 * @param city city
 * @param state two letters
 * @param zipcode ZIP code
 */
public record Address(
        @Nullable String line1,
        @Nullable String city,
        @Nullable String state,
        @Nullable String zipcode) {

    Element toElement() {
        return Element.of(
                "Address",
                Wire.text("Line1", line1),
                Wire.text("City", city),
                Wire.text("State", state),
                Wire.text("Zipcode", zipcode));
    }

    static Address from(Element element) {
        return new Address(
                Wire.readText(element, "Line1"),
                Wire.readText(element, "City"),
                Wire.readText(element, "State"),
                Wire.readText(element, "Zipcode"));
    }

    /** Shows nothing. */
    @Override
    public String toString() {
        return "Address[***]";
    }
}
