package io.github.tic4j.mrf;

/** Parts of a price that a reader may leave out, so that the scanner steps over them. */
public enum Column {
    /** The ids in {@code provider_references}. */
    PROVIDER_REFERENCES,
    /** Groups that stand in a rate itself. */
    PROVIDER_GROUPS,
    /** The places of service. */
    SERVICE_CODES,
    /** The modifiers. */
    MODIFIERS,
    /** The free text. */
    ADDITIONAL_INFORMATION
}
