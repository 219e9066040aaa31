package io.github.tic4j.nppes;

import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An address as the provider typed it: cities may be misspelt, states of other countries are free text.
 *
 * @param purpose what the address is for
 * @param line1 street
 * @param line2 suite, floor
 * @param city the city
 * @param state two letters in the United States
 * @param postalCode five or nine digits without a dash in the United States
 * @param countryCode two letters; also filled for {@code US}
 * @param telephone as typed
 * @param extension of the telephone; secondary practice locations only
 * @param fax as typed
 */
public record Address(
        Purpose purpose,
        @Nullable String line1,
        @Nullable String line2,
        @Nullable String city,
        @Nullable String state,
        @Nullable String postalCode,
        @Nullable String countryCode,
        @Nullable String telephone,
        @Nullable String extension,
        @Nullable String fax) {

    /** What an address is for. */
    public enum Purpose {
        /** Where the provider practises first of all. */
        LOCATION,
        /** Where letters go: often a billing office in another state. */
        MAILING,
        /** A further practice location. */
        SECONDARY,
        /** The organisation behind an electronic endpoint. */
        AFFILIATION
    }

    /** The first five digits of the postal code, or {@code null} where it does not start with five digits. */
    public @Nullable String zip5() {
        return postalCode != null && postalCode.matches("[0-9]{5}.*") ? postalCode.substring(0, 5) : null;
    }

    /** Whether nothing is given but the purpose. */
    public boolean isEmpty() {
        return Stream.of(line1, line2, city, state, postalCode, countryCode, telephone, extension, fax)
                .allMatch(Objects::isNull);
    }
}
