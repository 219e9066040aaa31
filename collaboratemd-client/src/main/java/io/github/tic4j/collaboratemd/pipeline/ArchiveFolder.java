package io.github.tic4j.collaboratemd.pipeline;

import io.github.tic4j.collaboratemd.postgres.ReportKey;
import io.github.tic4j.collaboratemd.table.ArchiveLimits;
import io.github.tic4j.collaboratemd.table.ReportArchive;
import io.github.tic4j.collaboratemd.table.ZipArchive;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Where the archives of one run wait for their load. Each has its own path, which is never searched for; only the owner
 * of the process may look inside.
 */
final class ArchiveFolder {

    // What lies here was within the limits when it was downloaded.
    private static final ArchiveLimits UNLIMITED =
            new ArchiveLimits(Integer.MAX_VALUE, Long.MAX_VALUE, Integer.MAX_VALUE);

    private final Path folder;

    ArchiveFolder(Path outputFolder, String runId) {
        this.folder = outputFolder.resolve("runs").resolve(runId);
    }

    Path path(ReportKey key) {
        return directory(key).resolve(key.account() + ".zip");
    }

    boolean has(ReportKey key) {
        return Files.exists(path(key));
    }

    /** Writes aside and renames, so that a path either holds the whole archive or nothing. */
    void write(ReportKey key, ReportArchive archive) {
        Path target = path(key);
        try {
            createPrivate(directory(key));
            Path aside = directory(key).resolve(key.account() + ".part");
            try (FileChannel out = FileChannel.open(
                    aside, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(archive.zip().toBytes());
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
                out.force(true);
            }
            Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write an archive to " + target, e);
        }
    }

    ReportArchive read(ReportKey key) {
        try {
            return ReportArchive.of(ZipArchive.of(Files.readAllBytes(path(key)), UNLIMITED));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the archive " + path(key), e);
        }
    }

    void delete(ReportKey key) {
        try {
            Files.deleteIfExists(path(key));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete the archive " + path(key), e);
        }
    }

    private Path directory(ReportKey key) {
        return folder.resolve(key.instance()).resolve(key.report());
    }

    static void createPrivate(Path directory) throws IOException {
        boolean isPosix =
                directory.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] ownerOnly = isPosix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
        Files.createDirectories(directory, ownerOnly);
    }
}
