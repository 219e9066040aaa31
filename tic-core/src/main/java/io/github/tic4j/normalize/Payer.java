package io.github.tic4j.normalize;

import io.github.tic4j.table.OriginalIds;
import org.jspecify.annotations.Nullable;

/**
 * A payer, as the table payers has it.
 *
 * @param name the short name, such as {@code bcbs_il}
 * @param parentOrganization the organisation that owns it
 * @param reportingEntityName CMS reporting_entity_name of its index
 * @param reportingEntityType CMS reporting_entity_type of its index
 * @param indexUrl where its index is, without credentials, signature or query
 */
public record Payer(
        String name,
        @Nullable String parentOrganization,
        @Nullable String reportingEntityName,
        @Nullable String reportingEntityType,
        @Nullable String indexUrl) {

    /** Checks that there is a name. */
    public Payer {
        if (name.isBlank()) {
            throw new IllegalArgumentException("A payer needs a name");
        }
    }

    /** A payer of which only the name is known. */
    public static Payer named(String name) {
        return new Payer(name, null, null, null, null);
    }

    /** The payer's UUID, by the original pipeline's rule. */
    public String uuid() {
        return OriginalIds.payer(name).toString();
    }
}
