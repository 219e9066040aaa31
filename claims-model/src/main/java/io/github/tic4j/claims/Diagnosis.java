package io.github.tic4j.claims;

import io.github.tic4j.claims.code.DiagnosisCode;
import org.jspecify.annotations.Nullable;

/**
 * A diagnosis of a claim; lines point to it by its sequence.
 *
 * @param sequence its number on the claim, from 1
 * @param type the part it plays
 * @param code the code
 * @param presentOnAdmission the indicator as sent, {@code Y N U W 1}, or null
 */
public record Diagnosis(
        int sequence,
        DiagnosisType type,
        DiagnosisCode code,
        @Nullable String presentOnAdmission) {

    /** A diagnosis without a present-on-admission indicator. */
    public static Diagnosis of(int sequence, DiagnosisType type, DiagnosisCode code) {
        return new Diagnosis(sequence, type, code, null);
    }
}
