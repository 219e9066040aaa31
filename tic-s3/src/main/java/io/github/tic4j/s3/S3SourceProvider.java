package io.github.tic4j.s3;

import io.github.tic4j.source.Source;
import io.github.tic4j.spi.SourceProvider;
import java.io.IOException;
import java.net.URI;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes {@code s3://bucket/key} a source, and {@code s3://bucket/prefix/} many, wherever a URL is accepted. Found on the class path it connects as this machine
 * is configured, once, when the first source is opened; registered by a host it uses the host's store.
 */
public final class S3SourceProvider implements SourceProvider {

    private final Supplier<S3Store> store;

    /** Reads from the store that environment and profile describe. */
    public S3SourceProvider() {
        this.store = Configured::store;
    }

    /** Reads from a store that the host closes. */
    public S3SourceProvider(S3Store store) {
        this.store = () -> store;
    }

    @Override
    public String name() {
        return "tic-s3";
    }

    @Override
    public Set<String> schemes() {
        return Set.of("s3");
    }

    @Override
    public Source source(URI uri) {
        S3Location location = S3Location.of(uri);
        if (location.isPrefix()) {
            throw new IllegalArgumentException(
                    "This is a prefix, where one object is wanted; Sources.all lists its objects: " + location);
        }
        return new S3Source(store, location, OptionalLong.empty());
    }

    @Override
    public Stream<Source> sources(URI uri) throws IOException {
        S3Location location = S3Location.of(uri);
        return location.isPrefix() ? store.get().sources(location) : Stream.of(source(uri));
    }

    /** The one store of all sources that no host has configured; it lives as long as the JVM. */
    private static final class Configured {

        private static @Nullable S3Store store;

        static synchronized S3Store store() {
            if (store == null) {
                store = S3Store.connect(S3Options.defaults());
            }
            return store;
        }
    }
}
