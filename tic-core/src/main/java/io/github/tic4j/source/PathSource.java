package io.github.tic4j.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * A file of a file system.
 *
 * @param path the file
 */
public record PathSource(Path path) implements Source {

    @Override
    public String name() {
        return path.toString();
    }

    @Override
    public InputStream open() throws IOException {
        if (Files.isDirectory(path)) {
            throw new SourceUnreachableException("This is a folder, not a file", name(), null);
        }
        try {
            return Files.newInputStream(path);
        } catch (NoSuchFileException e) {
            throw new SourceUnreachableException("No such file", name(), e);
        } catch (AccessDeniedException e) {
            throw new SourceUnreachableException("No permission to read this file", name(), e);
        }
    }

    @Override
    public OptionalLong size() {
        try {
            return OptionalLong.of(Files.size(path));
        } catch (IOException e) {
            // Opening the file will say what is wrong with it.
            return OptionalLong.empty();
        }
    }

    @Override
    public String toString() {
        return name();
    }
}
