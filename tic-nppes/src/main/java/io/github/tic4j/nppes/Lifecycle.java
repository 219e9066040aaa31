package io.github.tic4j.nppes;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The dates of a record.
 *
 * @param enumerated when the NPI was issued
 * @param lastUpdated when the record last changed
 * @param certified when the provider last confirmed the record
 * @param deactivated when the NPI went out of use; kept after reactivation
 * @param deactivationReason NPPES's code for why; mostly absent
 * @param reactivated when it came back
 * @param replacement the NPI that takes its place
 */
public record Lifecycle(
        @Nullable LocalDate enumerated,
        @Nullable LocalDate lastUpdated,
        @Nullable LocalDate certified,
        @Nullable LocalDate deactivated,
        @Nullable String deactivationReason,
        @Nullable LocalDate reactivated,
        @Nullable Npi replacement) {

    /** No date is known. */
    public static final Lifecycle UNKNOWN = new Lifecycle(null, null, null, null, null, null, null);
}
