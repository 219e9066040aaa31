package io.github.tic4j.s3;

import io.github.tic4j.source.Source;
import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * One object.
 *
 * @param store finds where it lies, when it is needed
 * @param location which it is
 * @param listed its size as a listing told it, or empty to ask for it
 */
record S3Source(Supplier<S3Store> store, S3Location location, OptionalLong listed) implements Source {

    @Override
    public String name() {
        return location.toString();
    }

    @Override
    public InputStream open() throws IOException {
        return store.get().open(location);
    }

    @Override
    public OptionalLong size() {
        return listed.isPresent() ? listed : store.get().size(location);
    }

    @Override
    public String toString() {
        return name();
    }
}
