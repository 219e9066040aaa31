package io.github.tic4j.source;

import java.net.URI;
import java.util.Locale;

/** Where redirects may lead. */
final class Redirects {

    private Redirects() {}

    /** The URL that a {@code Location} header names. */
    static URI next(URI current, String location, HttpOptions.Downgrade downgrade) throws SourceUnreachableException {
        URI next;
        try {
            next = current.resolve(UrlRepair.repair(location));
        } catch (IllegalArgumentException e) {
            // Not the cause: its message quotes the location.
            throw new SourceUnreachableException(
                    "Redirected to something that is no URL", FileUrl.safeName(current), null);
        }
        String scheme = next.getScheme().toLowerCase(Locale.ROOT);
        if ((!scheme.equals("http") && !scheme.equals("https")) || next.getHost() == null) {
            throw new SourceUnreachableException(
                    "Redirected to " + FileUrl.safeName(next) + ", which is not on the web",
                    FileUrl.safeName(current),
                    null);
        }
        if (scheme.equals("http")
                && current.getScheme().equalsIgnoreCase("https")
                && downgrade == HttpOptions.Downgrade.REFUSED) {
            throw new SourceUnreachableException(
                    "Redirected from https to http, " + FileUrl.safeName(next) + ", which the options refuse",
                    FileUrl.safeName(current),
                    null);
        }
        return next;
    }

    /** Whether both are the same server, so that credentials for the one may be sent to the other. */
    static boolean isSameHost(URI first, URI then) {
        boolean upgraded = isDefault(first, "http", 80) && isDefault(then, "https", 443);
        boolean same = first.getScheme().equalsIgnoreCase(then.getScheme()) && first.getPort() == then.getPort();
        return first.getHost().equalsIgnoreCase(then.getHost()) && (same || upgraded);
    }

    private static boolean isDefault(URI uri, String scheme, int port) {
        return uri.getScheme().equalsIgnoreCase(scheme) && (uri.getPort() == -1 || uri.getPort() == port);
    }
}
