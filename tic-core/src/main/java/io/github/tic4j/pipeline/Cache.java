package io.github.tic4j.pipeline;

import io.github.tic4j.internal.run.Disk;
import io.github.tic4j.internal.run.OutputException;
import io.github.tic4j.source.Source;
import io.github.tic4j.source.Sources;
import io.github.tic4j.table.PendingFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A folder of downloaded files. Each has beside it what its source said of it; one whose source still says the same is not
 * downloaded again.
 *
 * @param folder the folder
 */
record Cache(Path folder) {

    private static final int BUFFER = 1 << 16;

    /** A source out of the folder, filled before if need be. */
    Source fetch(String fileId, Source published, FileState state) throws IOException {
        Path file = folder.resolve(fileId);
        Path note = folder.resolve(fileId + ".state");
        if (!isCurrent(file, note, state.validator())) {
            Files.createDirectories(folder);
            Files.deleteIfExists(note);
            download(published, file, state.size());
            if (state.validator() != null) {
                Files.writeString(note, state.validator());
            }
        }
        return Sources.of(published.name(), () -> Files.newInputStream(file));
    }

    private static boolean isCurrent(Path file, Path note, @Nullable String validator) throws IOException {
        return validator != null
                && Files.exists(file)
                && Files.exists(note)
                && Files.readString(note).equals(validator);
    }

    private void download(Source published, Path file, OptionalLong size) throws IOException {
        if (size.isPresent()) {
            Disk.requireRoom(folder, size.getAsLong(), "a copy of " + published.name());
        }
        try (InputStream in = published.open();
                PendingFile pending = new PendingFile(file)) {
            copy(in, pending.part());
            pending.commit();
        }
    }

    private static void copy(InputStream in, Path target) throws IOException {
        byte[] buffer = new byte[BUFFER];
        try (var out = Files.newOutputStream(target)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                try {
                    out.write(buffer, 0, read);
                } catch (IOException e) {
                    throw new OutputException("the cache", e);
                }
            }
        }
    }
}
