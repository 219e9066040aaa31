package io.github.tic4j.source;

import java.io.InputStream;
import java.net.http.HttpHeaders;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The head of an answer, with the body still to come.
 *
 * @param status the status
 * @param headers the headers
 * @param body the body, to be closed by whoever holds the answer
 */
record HttpAnswer(int status, HttpHeaders headers, InputStream body) {

    static final long UNKNOWN_LENGTH = -1;

    /** The length of the body as the server promises it, or {@link #UNKNOWN_LENGTH}. */
    long length() {
        return headers.firstValueAsLong("Content-Length").orElse(UNKNOWN_LENGTH);
    }

    /** What {@code If-Range} takes: a strong entity tag, or else the date of the last change. */
    @Nullable
    String validator() {
        return headers.firstValue("ETag")
                .filter(tag -> tag.startsWith("\""))
                .or(() -> headers.firstValue("Last-Modified"))
                .orElse(null);
    }

    /** What the server says about the file. */
    HttpSource.State state() {
        return new HttpSource.State(headers.firstValueAsLong("Content-Length"), Optional.ofNullable(validator()));
    }
}
