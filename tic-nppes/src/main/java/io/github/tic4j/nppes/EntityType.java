package io.github.tic4j.nppes;

/** The two kinds of provider. */
public enum EntityType {
    /** A person. */
    INDIVIDUAL(1, "Individual"),
    /** A group, hospital, pharmacy or any other legal body, or a part of one. */
    ORGANIZATION(2, "Organization");

    private final int code;
    private final String label;

    EntityType(int code, String label) {
        this.code = code;
        this.label = label;
    }

    /** NPPES's number for the kind: 1 or 2. */
    public int code() {
        return code;
    }

    /** The registry's name for the kind: {@code NPI-1} or {@code NPI-2}. */
    public String registryCode() {
        return "NPI-" + code;
    }

    /** A word for tables and people: {@code Individual} or {@code Organization}. */
    public String label() {
        return label;
    }
}
