package io.github.tic4j.pipeline;

import io.github.tic4j.source.HttpSource;
import io.github.tic4j.source.PathSource;
import io.github.tic4j.source.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What a source says about a file without reading it.
 *
 * @param size the size in bytes
 * @param validator a text that changes when the file does, or {@code null} if the source has none
 */
record FileState(OptionalLong size, @Nullable String validator) {

    /** Nothing is known. */
    static final FileState UNKNOWN = new FileState(OptionalLong.empty(), null);

    static FileState of(Source source) throws IOException {
        if (source instanceof HttpSource http) {
            HttpSource.State state = http.probe();
            return new FileState(state.size(), state.validator().orElse(null));
        }
        if (source instanceof PathSource file) {
            try {
                BasicFileAttributes attributes = Files.readAttributes(file.path(), BasicFileAttributes.class);
                return new FileState(
                        OptionalLong.of(attributes.size()), attributes.size() + "@" + attributes.lastModifiedTime());
            } catch (NoSuchFileException e) {
                // Opening it will say so.
                return UNKNOWN;
            }
        }
        return new FileState(source.size(), null);
    }
}
