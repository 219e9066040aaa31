package io.github.tic4j.source;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A file on a web server, read with GET only. Each stream resumes by itself after a break and fails where the file changed
 * meanwhile: it never ends early and never mixes two states. {@code docs/sources.md} lists what each error means.
 */
public final class HttpSource implements Source {

    private final FileUrl url;
    private final HttpOptions options;
    private final Timing timing;

    private HttpSource(FileUrl url, HttpOptions options, Timing timing) {
        this.url = url;
        this.options = options;
        this.timing = timing;
    }

    /**
     * The file at an {@code http} or {@code https} URL.
     *
     * @throws IllegalArgumentException if the URL has another scheme or names no host
     */
    public static HttpSource of(URI uri, HttpOptions options) {
        return of(uri, options, Timing.REAL);
    }

    static HttpSource of(URI uri, HttpOptions options, Timing timing) {
        boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
        if (!web || uri.getHost() == null) {
            throw new IllegalArgumentException(
                    "Not an http or https URL with a valid host name: " + FileUrl.safeName(uri));
        }
        return new HttpSource(FileUrl.of(uri), options, timing);
    }

    /** The URL without query and credentials. */
    @Override
    public String name() {
        return url.toString();
    }

    /**
     * Opens the body at its first byte, once its beginning has shown that it is no error page.
     *
     * @throws SourceUnreachableException if the server cannot be reached, refuses, or sends an error page
     */
    @Override
    public InputStream open() throws IOException {
        return fetch().body();
    }

    /**
     * Opens the body as {@link #open()} does, and tells what the server says about the file in the same answer.
     *
     * @throws SourceUnreachableException if the server cannot be reached, refuses, or sends an error page
     */
    public Fetched fetch() throws IOException {
        Patience patience = new Patience(name(), options.retries(), timing);
        ResumingStream stream = new ResumingStream(url, new HttpGet(url, options, timing, patience), patience);
        stream.start();
        try {
            byte[] head = stream.peek(ErrorPage.HEAD);
            Optional<String> page = ErrorPage.recognise(head);
            if (page.isPresent()) {
                throw new SourceUnreachableException(
                        "The server sent " + page.get() + " in place of the file", name(), null);
            }
            return new Fetched(stream, stream.state());
        } catch (IOException | RuntimeException e) {
            stream.close();
            throw e;
        }
    }

    /**
     * Asks what the server says about the file, without reading it.
     *
     * @throws SourceUnreachableException if the server cannot be reached or refuses
     */
    public State probe() throws IOException {
        Patience patience = new Patience(name(), options.retries(), timing);
        HttpAnswer answer = new HttpGet(url, options, timing, patience).send(0, null);
        answer.body().close();
        return answer.state();
    }

    @Override
    public String toString() {
        return name();
    }

    /**
     * What a server says about a file; none of it can be relied on.
     *
     * @param size the size in bytes
     * @param validator the entity tag or, failing that, the date of change: while it stays the same, so does the file
     */
    public record State(OptionalLong size, Optional<String> validator) {}

    /**
     * A body that has been opened.
     *
     * @param body the bytes from the first on; whoever has it closes it
     * @param state what the server says about the file
     */
    public record Fetched(InputStream body, State state) {}
}
