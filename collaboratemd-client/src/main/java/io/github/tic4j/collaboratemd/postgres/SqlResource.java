package io.github.tic4j.collaboratemd.postgres;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** SQL that ships with the library. The number in a name is its version. */
final class SqlResource {

    private SqlResource() {}

    static String read(String name) {
        try (InputStream in = Objects.requireNonNull(SqlResource.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
