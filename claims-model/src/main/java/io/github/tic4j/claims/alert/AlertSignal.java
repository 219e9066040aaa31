package io.github.tic4j.claims.alert;

/**
 * What happened to an alert. Whoever keeps the last signal of each id has the alerts that stand.
 *
 * @param kind raised, changed or cleared
 * @param alert the alert as it is now; of a cleared one, as it was
 */
public record AlertSignal(Kind kind, Alert alert) {

    /** What can happen to an alert. */
    public enum Kind {
        /** It is new. */
        RAISED,
        /** Its evidence or its numbers changed. */
        CHANGED,
        /** It no longer stands, for a claim was taken back or replaced. */
        CLEARED
    }
}
