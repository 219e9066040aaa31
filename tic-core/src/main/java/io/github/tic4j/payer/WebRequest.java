package io.github.tic4j.payer;

import io.github.tic4j.source.FileUrl;
import io.github.tic4j.source.HttpOptions;
import java.net.URI;
import java.util.function.UnaryOperator;

/**
 * What is asked of a server.
 *
 * @param uri the URL
 * @param options how it is asked for: headers, credentials among them, the user agent, time limits
 */
public record WebRequest(URI uri, HttpOptions options) {

    /** The same request for another URL. */
    public WebRequest withUri(URI other) {
        return new WebRequest(other, options);
    }

    /** The same URL asked for in another way, such as {@code with(options -> options.userAgent("Mozilla/5.0"))}. */
    public WebRequest with(UnaryOperator<HttpOptions.Builder> change) {
        return new WebRequest(uri, change.apply(options.toBuilder()).build());
    }

    /** Shows neither a query nor the values of headers. */
    @Override
    public String toString() {
        return FileUrl.safeName(uri) + " " + options;
    }
}
