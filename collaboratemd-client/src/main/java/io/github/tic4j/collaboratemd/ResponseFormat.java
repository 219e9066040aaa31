package io.github.tic4j.collaboratemd;

/** The form in which the service is asked to answer. */
public enum ResponseFormat {
    /** XML, the vendor's default. */
    XML("application/xml"),
    /** JSON. */
    JSON("application/json");

    private final String mediaType;

    ResponseFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    String mediaType() {
        return mediaType;
    }
}
