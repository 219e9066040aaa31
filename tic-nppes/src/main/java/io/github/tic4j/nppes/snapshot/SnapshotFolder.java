package io.github.tic4j.nppes.snapshot;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of a snapshot, locked for one writer. A layer is written to a folder of its own that no manifest names yet;
 * publishing replaces the manifest in one step and then removes what it no longer names.
 */
final class SnapshotFolder implements Closeable {

    private static final Logger log = LoggerFactory.getLogger(SnapshotFolder.class);
    private static final String LOCK = ".lock";
    private static final String LAYER = "layer-";

    private final Path path;
    private final FileChannel lockFile;

    private SnapshotFolder(Path path, FileChannel lockFile) {
        this.path = path;
        this.lockFile = lockFile;
    }

    /**
     * Locks a folder, which is created if need be.
     *
     * @throws IllegalStateException if another build is at work in it
     */
    static SnapshotFolder lock(Path path) throws IOException {
        Files.createDirectories(path);
        FileChannel channel = FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (tryLock(channel) == null) {
            channel.close();
            throw new IllegalStateException("Another build is at work in " + path);
        }
        return new SnapshotFolder(path, channel);
    }

    Path path() {
        return path;
    }

    /** Has a layer written to a new folder; what a failed attempt wrote is removed. */
    Manifest.Layer write(LayerWork work) throws IOException {
        Path directory = Files.createDirectory(path.resolve(String.format("%s%06d", LAYER, nextNumber())));
        try {
            Manifest.Layer layer = work.writeTo(directory);
            force(directory);
            return layer;
        } catch (IOException | RuntimeException e) {
            delete(directory);
            throw e;
        }
    }

    /** Removes a layer that was written but is not to be published. */
    void discard(Manifest.Layer layer) {
        delete(path.resolve(layer.directory()));
    }

    /** Makes a manifest the current one and removes the layers that it does not name. */
    void publish(Manifest manifest) throws IOException {
        Path aside = path.resolve(Manifest.NAME + ".new");
        try (FileChannel channel = FileChannel.open(
                aside, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer json = StandardCharsets.UTF_8.encode(manifest.toJson());
            while (json.hasRemaining()) {
                channel.write(json);
            }
            channel.force(true);
        }
        Files.move(
                aside,
                path.resolve(Manifest.NAME),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
        force(path);
        Set<String> named =
                manifest.layers().stream().map(Manifest.Layer::directory).collect(Collectors.toSet());
        for (Path layer : layers()) {
            if (!named.contains(layer.getFileName().toString())) {
                delete(layer);
            }
        }
    }

    @Override
    public void close() throws IOException {
        lockFile.close();
    }

    private int nextNumber() throws IOException {
        return 1
                + layers().stream()
                        .map(layer -> layer.getFileName().toString().substring(LAYER.length()))
                        .filter(number -> number.matches("[0-9]{1,9}"))
                        .mapToInt(Integer::parseInt)
                        .max()
                        .orElse(0);
    }

    private List<Path> layers() throws IOException {
        try (Stream<Path> entries = Files.list(path)) {
            return entries.filter(entry -> entry.getFileName().toString().startsWith(LAYER))
                    .toList();
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /** Makes the names in a folder durable; where a folder cannot be opened for that, the file system does not need it. */
    private static void force(Path directory) throws IOException {
        FileChannel channel;
        try {
            channel = FileChannel.open(directory, StandardOpenOption.READ);
        } catch (IOException e) {
            log.debug("Cannot open {} to force it to the disk", directory, e);
            return;
        }
        try (channel) {
            channel.force(true);
        }
    }

    /** Removes a layer; one that is still in use somewhere and cannot be removed is left for the next build. */
    private static void delete(Path directory) {
        try (Stream<Path> entries = Files.walk(directory)) {
            for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(entry);
            }
        } catch (IOException e) {
            log.warn("Cannot remove {}: {}", directory, e.toString());
        }
    }

    /** Writes a layer. */
    interface LayerWork {
        Manifest.Layer writeTo(Path directory) throws IOException;
    }
}
