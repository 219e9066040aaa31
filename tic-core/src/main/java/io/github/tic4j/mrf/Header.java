package io.github.tic4j.mrf;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a file says about itself. It is complete only at the end of the document, since its keys may stand anywhere.
 *
 * @param reportingEntityName who publishes
 * @param reportingEntityType what kind of entity that is
 * @param lastUpdatedOn the date of the data, as published
 * @param version the schema version that the file states, as published
 * @param plan the plan, if the file names one
 */
public record Header(
        @Nullable String reportingEntityName,
        @Nullable String reportingEntityType,
        @Nullable String lastUpdatedOn,
        @Nullable String version,
        Plan plan) {

    /** The date of the data, if the text is a date. */
    public Optional<LocalDate> lastUpdated() {
        return LenientDates.parse(lastUpdatedOn);
    }
}
