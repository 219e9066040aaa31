package io.github.tic4j.payer;

import io.github.tic4j.source.FileUrl;
import java.net.URI;
import java.util.regex.Pattern;

/** Makes URLs of the locations that an index publishes. */
final class Locations {

    /** Blanks as {@link FileUrl} knows them. */
    private static final Pattern AROUND = Pattern.compile("^[\\s\\u00a0\\u200b\\ufeff]+|[\\s\\u00a0\\u200b\\ufeff]+$");

    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:");
    private static final Pattern HOST = Pattern.compile("(?i)www\\.[a-z0-9.-]+/");
    private static final Pattern FILE_NAME =
            Pattern.compile("(?i)[^\\\\]*\\.(?:json|js|gz|zip|csv|txt|7z|zst|bz2|xz)(?:[?#].*)?", Pattern.DOTALL);
    private static final String BASE = "http://base/";

    private Locations() {}

    /**
     * The URL of a location in the index at a URL.
     *
     * @throws IllegalArgumentException if it is none; the message carries no secret
     */
    static FileUrl resolve(FileUrl index, String published) {
        String text = AROUND.matcher(published).replaceAll("");
        FileUrl url;
        if (SCHEME.matcher(text).lookingAt()) {
            url = FileUrl.parse(published);
        } else if (HOST.matcher(text).lookingAt()) {
            url = FileUrl.parse("https://" + text);
        } else if (text.startsWith("//")) {
            url = FileUrl.parse(index.uri().getScheme() + ":" + text);
        } else if (FILE_NAME.matcher(text).matches()) {
            String encoded = FileUrl.parse(BASE + text).uri().toString().substring(BASE.length());
            // A colon in the first segment would read as a scheme.
            url = FileUrl.of(index.uri().resolve(text.startsWith("/") ? encoded : "./" + encoded));
        } else {
            throw new IllegalArgumentException("Not a URL, nor the name of a file");
        }
        if (isLocal(url.uri()) && !isLocal(index.uri())) {
            throw new IllegalArgumentException("Only an index that is a local file may name local files");
        }
        return url;
    }

    static boolean isLocal(URI uri) {
        return "file".equalsIgnoreCase(uri.getScheme());
    }
}
