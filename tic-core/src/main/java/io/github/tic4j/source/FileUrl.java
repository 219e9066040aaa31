package io.github.tic4j.source;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A URL as payers publish it: often signed, at times damaged. Two URLs with one {@link #identity()} lead to the same file,
 * whatever their signatures. {@link #toString()} is safe to show.
 */
public final class FileUrl {

    private static final Map<String, String> DEFAULT_PORTS = Map.of("http", ":80", "https", ":443");

    private final URI uri;
    private final boolean repaired;

    private FileUrl(URI uri, boolean repaired) {
        this.uri = uri;
        this.repaired = repaired;
    }

    /** A URL that is sound already. */
    public static FileUrl of(URI uri) {
        return new FileUrl(uri, false);
    }

    /**
     * Reads a URL out of a file or off a command line, and repairs what has one plain meaning: white space around and
     * line breaks inside it, HTML escapes of {@code &}, an empty first parameter ({@code ?&}), characters that must be
     * percent-encoded (blanks, non-breaking spaces, letters beyond ASCII, stray percent signs), and the wrapper that
     * urldefense.com puts around links in mail.
     *
     * @throws IllegalArgumentException if it is blank or no URL after that; the message carries no secret
     */
    public static FileUrl parse(String text) {
        String repaired = UrlRepair.repair(text);
        if (repaired.isEmpty()) {
            throw new IllegalArgumentException("A URL is blank");
        }
        try {
            URI uri = new URI(repaired);
            if (uri.getScheme() == null) {
                throw new IllegalArgumentException("Not a URL, it has no scheme: " + withoutQuery(repaired));
            }
            if (uri.isOpaque()
                    || (uri.getRawAuthority() == null && !uri.getScheme().equalsIgnoreCase("file"))) {
                throw new IllegalArgumentException("Not a URL, it names no host: " + withoutQuery(repaired));
            }
            return new FileUrl(uri, !repaired.equals(text));
        } catch (URISyntaxException e) {
            // Not the cause: its message quotes the whole text.
            throw new IllegalArgumentException("Not a URL, " + e.getReason() + ": " + withoutQuery(repaired));
        }
    }

    /** A URL without query, fragment and user: fit for messages, logs and tables. */
    public static String safeName(URI uri) {
        if (uri.isOpaque()) {
            return uri.getScheme() + ":...";
        }
        String authority = uri.getRawAuthority();
        String host = authority == null ? "" : "//" + authority.substring(authority.lastIndexOf('@') + 1);
        String scheme = uri.getScheme() == null ? "" : uri.getScheme() + ":";
        return scheme + host + (uri.getRawPath() == null ? "" : uri.getRawPath());
    }

    /** The URL to fetch. It may carry a signature: show {@link #toString()} instead. */
    public URI uri() {
        return uri;
    }

    /** Whether the text differed from the URL. */
    public boolean isRepaired() {
        return repaired;
    }

    /**
     * What stays the same when a link is signed anew: scheme, host and port in their normal form, the decoded path, and,
     * where a query says more than a signature, a hash of the rest of it. It carries no secret.
     */
    public String identity() {
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        String path = UrlRepair.decode(uri.getRawPath());
        return scheme + "://" + server(scheme) + path + UrlQuery.of(uri).meaning();
    }

    /** When the signature of this link runs out, if it has one and says so. */
    public Optional<Instant> expiresAt() {
        return UrlQuery.of(uri).expiresAt();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FileUrl url && url.uri.equals(uri);
    }

    @Override
    public int hashCode() {
        return uri.hashCode();
    }

    /** The URL without its secrets. */
    @Override
    public String toString() {
        return safeName(uri);
    }

    private String server(String scheme) {
        String authority = uri.getRawAuthority() == null ? "" : uri.getRawAuthority();
        String server = authority.substring(authority.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
        String port = DEFAULT_PORTS.getOrDefault(scheme, ":");
        return server.endsWith(port) ? server.substring(0, server.length() - port.length()) : server;
    }

    private static String withoutQuery(String text) {
        String shown = text.replaceAll("[?#].*", "").replaceAll("//[^/]*@", "//");
        return shown.length() <= 200 ? shown : shown.substring(0, 200) + "...";
    }
}
