package io.github.tic4j.source;

import io.github.tic4j.spi.SourceProvider;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the source of a path or URL. A scheme is served by the provider registered for it, else by the one that {@link
 * ServiceLoader} finds, else by the built-in one for {@code file}, {@code http} and {@code https}. Immutable and safe for
 * use by several threads.
 */
public final class SourceResolver {

    private static final SourceResolver DEFAULTS = builder().build();

    /** A colon alone may stand in a file name, and after the drive letter of a Windows path. */
    private static final Pattern URL = Pattern.compile("\\s*[A-Za-z][A-Za-z0-9+.-]+://.*|\\s*file:/.*", Pattern.DOTALL);

    private static final Map<String, String> KNOWN_PROVIDERS = Map.of("s3", "tic-s3");

    private final HttpOptions http;
    private final Map<String, SourceProvider> registered;
    private final Found found;

    private SourceResolver(HttpOptions http, Map<String, SourceProvider> registered, Found found) {
        this.http = http;
        this.registered = Map.copyOf(registered);
        this.found = found;
    }

    /** No provider registered, HTTP with its defaults. */
    public static SourceResolver defaults() {
        return DEFAULTS;
    }

    /** A builder that starts from the defaults. */
    public static Builder builder() {
        return new Builder();
    }

    /** How {@code http} and {@code https} URLs are read. */
    public HttpOptions http() {
        return http;
    }

    /** The same providers with other options for {@code http} and {@code https}. */
    public SourceResolver withHttp(HttpOptions other) {
        return new SourceResolver(other, registered, found);
    }

    /**
     * The source at a URL.
     *
     * @throws IllegalArgumentException if the URL is not absolute or nothing serves its scheme; the message says what
     *     would
     * @throws IllegalStateException if providers on the class path cannot be loaded, or two serve the scheme; the message
     *     names them
     */
    public Source resolve(URI uri) {
        if (uri.getScheme() == null) {
            throw new IllegalArgumentException("A URL needs a scheme: " + FileUrl.safeName(uri));
        }
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        SourceProvider provider = provider(scheme);
        if (provider != null) {
            return provider.source(uri);
        }
        return switch (scheme) {
            case "http", "https" -> HttpSource.of(uri, http);
            case "file" -> new PathSource(Path.of(URI.create("file://" + withoutHost(uri))));
            default -> throw new IllegalArgumentException("Nothing serves " + scheme + ": URLs: " + advice(scheme));
        };
    }

    /**
     * The source that a user names: a URL, repaired as {@link FileUrl#parse} does it, or else a path.
     *
     * @throws IllegalArgumentException as {@link #resolve(URI)}, or if a URL is malformed
     */
    public Source resolve(String pathOrUrl) {
        if (isUrl(pathOrUrl)) {
            return resolve(FileUrl.parse(pathOrUrl).uri());
        }
        return new PathSource(Path.of(pathOrUrl));
    }

    /** Whether a text that a user typed is meant as a URL; otherwise it is a path. */
    public static boolean isUrl(String pathOrUrl) {
        return URL.matcher(pathOrUrl).matches();
    }

    /**
     * Every source that a user names: those of a folder of sources, such as {@code s3://bucket/prefix/}, in the order of their
     * names, or else the one source. The caller closes the stream.
     *
     * @throws IllegalArgumentException as {@link #resolve(String)}
     * @throws IOException if a folder cannot be listed; a later part of it throws {@link java.io.UncheckedIOException}
     */
    public Stream<Source> resolveAll(String pathOrUrl) throws IOException {
        if (isUrl(pathOrUrl)) {
            URI uri = FileUrl.parse(pathOrUrl).uri();
            SourceProvider provider = provider(String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT));
            if (provider != null) {
                return provider.sources(uri);
            }
        }
        return Stream.of(resolve(pathOrUrl));
    }

    private @Nullable SourceProvider provider(String scheme) {
        SourceProvider provider = registered.get(scheme);
        return provider == null ? found.provider(scheme) : provider;
    }

    private static String withoutHost(URI uri) {
        String host = uri.getHost();
        if (host != null && !host.equalsIgnoreCase("localhost")) {
            throw new IllegalArgumentException("A file: URL must not name another machine: " + FileUrl.safeName(uri));
        }
        return uri.getRawPath();
    }

    private static String advice(String scheme) {
        String known = KNOWN_PROVIDERS.get(scheme);
        return known != null
                ? "add " + known + " to the class path"
                : "download the file, or register a SourceProvider for this scheme";
    }

    /** The providers on the class path, looked for when first needed. */
    private static final class Found {

        private @Nullable Map<String, List<SourceProvider>> byScheme;

        synchronized @Nullable SourceProvider provider(String scheme) {
            if (byScheme == null) {
                byScheme = load();
            }
            List<SourceProvider> candidates = byScheme.getOrDefault(scheme, List.of());
            if (candidates.size() > 1) {
                throw new IllegalStateException("Two providers serve " + scheme + ": URLs, "
                        + candidates.get(0).name() + " and " + candidates.get(1).name()
                        + "; register one of them explicitly");
            }
            return candidates.isEmpty() ? null : candidates.get(0);
        }

        private static Map<String, List<SourceProvider>> load() {
            Map<String, List<SourceProvider>> byScheme = new HashMap<>();
            try {
                for (SourceProvider provider : ServiceLoader.load(SourceProvider.class)) {
                    for (String scheme : provider.schemes()) {
                        byScheme.merge(scheme, List.of(provider), Found::both);
                    }
                }
            } catch (ServiceConfigurationError e) {
                throw new IllegalStateException("A source provider cannot be loaded: " + e.getMessage(), e);
            }
            return byScheme;
        }

        private static List<SourceProvider> both(List<SourceProvider> some, List<SourceProvider> others) {
            return Stream.of(some, others).flatMap(List::stream).toList();
        }
    }

    /** Collects what a resolver uses. */
    public static final class Builder {

        private HttpOptions http = HttpOptions.defaults();
        private final Map<String, SourceProvider> registered = new TreeMap<>();

        private Builder() {}

        /** How {@code http} and {@code https} URLs are read. */
        public Builder http(HttpOptions options) {
            http = options;
            return this;
        }

        /**
         * Serves the schemes of a provider by it, whatever is on the class path.
         *
         * @throws IllegalArgumentException if another provider is registered for one of its schemes
         */
        public Builder register(SourceProvider provider) {
            for (String scheme : provider.schemes()) {
                SourceProvider other = registered.putIfAbsent(scheme, provider);
                if (other != null) {
                    throw new IllegalArgumentException("Two providers are registered for " + scheme + ": URLs, "
                            + other.name() + " and " + provider.name());
                }
            }
            return this;
        }

        /** The resolver. */
        public SourceResolver build() {
            return new SourceResolver(http, registered, new Found());
        }
    }
}
