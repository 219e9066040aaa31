package io.github.tic4j.table;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * A file that is not there until it is complete. Content goes to a hidden file beside the target, named
 * {@code .TARGET.part}; {@link #commit()} forces it to the disk and renames it in one step. A crash therefore leaves either
 * the whole file or a hidden part, which {@link #removeLeftovers} deletes on the next run and which no engine's
 * {@code *.parquet} pattern matches.
 */
public final class PendingFile implements Closeable {

    private static final String PREFIX = ".";
    private static final String SUFFIX = ".part";

    private final Path target;
    private final Path part;
    private boolean published;

    /** Prepares to write a file. Missing folders are created; a part left from before is removed. */
    public PendingFile(Path target) throws IOException {
        this.target = target.toAbsolutePath();
        this.part = partOf(this.target);
        Files.createDirectories(parentOf(this.target));
        Files.deleteIfExists(part);
    }

    Path target() {
        return target;
    }

    /** Where to write until {@link #commit()}. */
    public Path part() {
        return part;
    }

    /**
     * Forces the content to the disk and gives it the target's name, replacing what has that name. Whoever wrote the part
     * has closed it by then.
     */
    public void commit() throws IOException {
        force();
        publish(target);
        published = true;
    }

    /** Forces the content to the disk. */
    void force() throws IOException {
        force(part, StandardOpenOption.WRITE);
    }

    /** Renames the part of a target, if there is one. */
    static void publish(Path target) throws IOException {
        Path part = partOf(target);
        if (Files.exists(part)) {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            // The new name lives in the folder; only POSIX systems let a folder be forced.
            force(parentOf(target), StandardOpenOption.READ);
        }
    }

    /** Deletes the part, if it was not committed. Idempotent. */
    @Override
    public void close() throws IOException {
        if (!published) {
            Files.deleteIfExists(part);
        }
    }

    /** A writer into {@link #part()} whose commit publishes this file as well, and whose close discards it otherwise. */
    public TableWriter publishing(TableWriter writer) {
        return new PublishingWriter(writer, this);
    }

    /**
     * Deletes the parts that a crash left anywhere under a folder. To be called before a run, while nobody else writes to
     * the folder.
     *
     * @return the parts that were deleted
     */
    public static List<Path> removeLeftovers(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Path> parts;
        try (Stream<Path> files = Files.walk(folder)) {
            parts = files.filter(PendingFile::isPart).sorted().toList();
        }
        for (Path leftover : parts) {
            Files.deleteIfExists(leftover);
        }
        return parts;
    }

    private static boolean isPart(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.startsWith(PREFIX) && name.endsWith(SUFFIX) && Files.isRegularFile(file);
    }

    private static Path partOf(Path target) {
        return target.resolveSibling(PREFIX + target.getFileName() + SUFFIX);
    }

    private static Path parentOf(Path file) {
        Path parent = file.getParent();
        if (parent == null) {
            throw new IllegalArgumentException("Not a file: " + file);
        }
        return parent;
    }

    private static void force(Path path, StandardOpenOption mode) throws IOException {
        try (FileChannel channel = FileChannel.open(path, mode)) {
            channel.force(true);
        }
    }
}
