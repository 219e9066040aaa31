package io.github.tic4j.collaboratemd;

/** An answer with a status of success. */
final class Response {

    private final String contentType;
    private final byte[] body;

    Response(String contentType, byte[] body) {
        this.contentType = contentType;
        this.body = body;
    }

    /** The media type, in lower case and without parameters. */
    String contentType() {
        return contentType;
    }

    /** The whole body. */
    byte[] body() {
        return body;
    }
}
