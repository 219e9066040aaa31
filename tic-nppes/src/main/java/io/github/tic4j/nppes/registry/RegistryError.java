package io.github.tic4j.nppes.registry;

import org.jspecify.annotations.Nullable;

/**
 * One complaint of the registry.
 *
 * @param number its two-digit code, such as {@code 04}
 * @param field the parameter that it is about
 * @param description its words
 */
public record RegistryError(
        @Nullable String number,
        @Nullable String field,
        @Nullable String description) {

    /** The code for an NPI that is out of use. */
    static final String DEACTIVATED = "15";

    @Override
    public String toString() {
        return description + " (error " + number + ", field " + field + ")";
    }
}
