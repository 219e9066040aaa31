package io.github.tic4j.claims.measure;

import io.github.tic4j.claims.Amounts;
import io.github.tic4j.claims.code.DischargeStatus;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stay in a hospital, made of one claim or of several that were merged. {@code toString} shows its length only.
 *
 * @param personId the patient
 * @param facility the hospital, by the text its claims name it with; empty if they do not
 * @param admission the first day
 * @param discharge the last day; of a patient who is still there, the last day billed
 * @param dischargeStatus how it ended, of the last claim that says so
 * @param principalDiagnosis normal form of the principal diagnosis of the first claim
 * @param claimIds the claims, in the order of their days
 * @param amounts the sums of their amounts
 */
public record Stay(
        String personId,
        String facility,
        LocalDate admission,
        LocalDate discharge,
        @Nullable DischargeStatus dischargeStatus,
        @Nullable String principalDiagnosis,
        List<String> claimIds,
        Amounts amounts) {

    /** Copies the list. */
    public Stay {
        claimIds = List.copyOf(claimIds);
    }

    /** Nights: discharge minus admission, 0 if both are the same day. */
    public long lengthOfStay() {
        return ChronoUnit.DAYS.between(admission, discharge);
    }

    /** Days as hospitals count them: the nights, but at least one. */
    public long days() {
        return Math.max(1, lengthOfStay());
    }

    @Override
    public String toString() {
        return "Stay[" + lengthOfStay() + " nights, " + claimIds.size() + " claims]";
    }
}
