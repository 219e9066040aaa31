package io.github.tic4j.mrf;

import org.jspecify.annotations.Nullable;

/**
 * One code that a bundle or a capitation item contains.
 *
 * @param itemIndex the position of the item that it stands in
 * @param role which of the two lists it stands in
 * @param billingCodeType the code system
 * @param billingCodeTypeVersion the version of the code system
 * @param billingCode the code
 * @param description the description
 */
public record ContainedCode(
        long itemIndex,
        Role role,
        @Nullable String billingCodeType,
        @Nullable String billingCodeTypeVersion,
        @Nullable String billingCode,
        @Nullable String description) {

    /** The list that a contained code stands in. */
    public enum Role {
        /** {@code bundled_codes}. */
        BUNDLED,
        /** {@code covered_services}. */
        COVERED
    }

    /** Whether every field is absent or blank, as in rows that publishers emit to fill a required list. */
    public boolean isBlank() {
        return blank(billingCodeType) && blank(billingCodeTypeVersion) && blank(billingCode) && blank(description);
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
