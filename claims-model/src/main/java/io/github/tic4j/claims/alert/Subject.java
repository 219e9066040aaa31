package io.github.tic4j.claims.alert;

/**
 * Whom or what an alert is about. {@code toString} shows the kind only.
 *
 * @param kind claim, provider or person
 * @param id its id
 */
public record Subject(Kind kind, String id) {

    /** What a subject is. */
    public enum Kind {
        /** A claim, by its id. */
        CLAIM,
        /** A provider, by NPI. */
        PROVIDER,
        /** A person, by person id. */
        PERSON
    }

    @Override
    public String toString() {
        return "Subject[" + kind + "]";
    }
}
