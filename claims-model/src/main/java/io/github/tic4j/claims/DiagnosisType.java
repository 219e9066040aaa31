package io.github.tic4j.claims;

/** The part a diagnosis plays on its claim. */
public enum DiagnosisType {
    /** The main reason for the service. */
    PRINCIPAL,
    /** Any other condition. */
    OTHER,
    /** The reason known at admission. */
    ADMITTING,
    /** The patient's stated reason for an outpatient visit. */
    REASON_FOR_VISIT,
    /** What caused an injury. */
    EXTERNAL_CAUSE
}
