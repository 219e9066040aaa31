package io.github.tic4j.s3;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The commits of a run on a store that can neither rename nor append: one small object for each task, created
 * exclusively once everything that the task wrote is complete. What no line names does not count; writing a task again
 * after a crash replaces it.
 *
 * <p>Immutable and safe for use by several threads. The store stays open.
 */
public final class S3Manifest {

    private static final String SUFFIX = ".json";

    private final S3Store store;
    private final S3Location folder;

    /**
     * The manifest of a run.
     *
     * @param run the run's prefix, below which the lines lie as {@code manifest/TASK.json}
     */
    public S3Manifest(S3Store store, S3Location run) {
        this.store = store;
        this.folder = run.resolve("manifest/");
    }

    /**
     * Commits a task.
     *
     * @param task the task's name: letters, digits, dots, dashes and underscores
     * @param line what is to be known of it
     * @return whether the manifest holds this line now; {@code false} if another run has committed the task otherwise
     */
    public boolean commit(String task, String line) throws IOException {
        return store.createIfAbsent(entry(task), line.getBytes(StandardCharsets.UTF_8));
    }

    /** The names of all tasks that are committed, by listing alone. */
    public Set<String> committed() throws IOException {
        try (Stream<String> keys = store.objects(folder)
                .map(entry -> entry.key().substring(folder.key().length()))) {
            return keys.filter(name -> name.endsWith(SUFFIX))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /**
     * The line of a task.
     *
     * @throws io.github.tic4j.source.SourceUnreachableException if it is not committed
     */
    public String line(String task) throws IOException {
        try (InputStream in = store.open(entry(task))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private S3Location entry(String task) {
        if (!task.matches("[A-Za-z0-9._-]+")) {
            throw new IllegalArgumentException(
                    "A task's name has letters, digits, dots, dashes and underscores: '" + task + "'");
        }
        return folder.resolve(task + SUFFIX);
    }
}
