package io.github.tic4j.internal.temporary;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Files for what does not fit into memory. */
public final class TemporaryFile {

    private TemporaryFile() {}

    /**
     * A new file to write and read, which vanishes when it is closed, however the process ends.
     *
     * @param folder where to, or {@code null} for the system's folder
     * @param ending how its name ends
     */
    public static FileChannel open(@Nullable Path folder, String ending) throws IOException {
        Path path = folder == null
                ? Files.createTempFile("tic4j-", ending)
                : Files.createTempFile(folder, "tic4j-", ending);
        return FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
    }
}
