package io.github.tic4j.claims;

import io.github.tic4j.claims.code.ZipCode;
import org.jspecify.annotations.Nullable;

/**
 * A postal address. {@code toString} shows the state only.
 *
 * @param street street and number
 * @param city city
 * @param county county name or code
 * @param state two-letter state
 * @param zip ZIP code
 */
public record Address(
        @Nullable String street,
        @Nullable String city,
        @Nullable String county,
        @Nullable String state,
        @Nullable ZipCode zip) {

    /** Nothing is known. */
    public static final Address NONE = new Address(null, null, null, null, null);

    @Override
    public String toString() {
        return "Address[" + state + "]";
    }
}
