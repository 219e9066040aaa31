package io.github.tic4j.nppes.backfill;

import io.github.tic4j.nppes.internal.Json;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes {@code failed_npis.json}: an array with an object per NPI that has no provider. Written aside and renamed by
 * {@link #finish}; a file that was not finished is removed.
 */
public final class FailedNpisFile implements Closeable {

    private final Path path;
    private final Path aside;
    private final Writer out;
    private boolean first = true;

    /** Begins the file. */
    public FailedNpisFile(Path path) throws IOException {
        this.path = path;
        aside = path.resolveSibling(path.getFileName() + ".part");
        out = Files.newBufferedWriter(aside, StandardCharsets.UTF_8);
        out.write("[");
    }

    /** Adds an NPI. */
    public void add(BackfillSink.FailedNpi failure) throws IOException {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("npi", failure.npi());
        json.put("state", failure.state());
        json.put("reason", failure.reason());
        out.write(first ? "\n" : ",\n");
        out.write(Json.write(json));
        first = false;
    }

    /** Completes the file and gives it its name. */
    public void finish() throws IOException {
        out.write("\n]\n");
        out.close();
        Files.move(aside, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() throws IOException {
        out.close();
        Files.deleteIfExists(aside);
    }
}
