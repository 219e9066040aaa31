package io.github.tic4j.internal.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What the JDK leaves out about files that must outlive a crash. */
public final class Disk {

    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    private Disk() {}

    /** Renames a file over another one, if there is one; the target's folder is created. */
    static void move(Path from, Path to) throws IOException {
        Files.createDirectories(to.resolveSibling("."));
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Makes the names in a folder durable; only POSIX systems let a folder be forced. */
    static void force(Path folder) throws IOException {
        if (POSIX) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    /** Deletes a folder with all that is in it, if it is there. */
    static void deleteTree(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> walk = Files.walk(folder)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.deleteIfExists(path);
        }
    }

    /**
     * Checks that there is room.
     *
     * @param purpose what the room is for, to follow "No room for"
     * @throws IOException if there is less; the message says how much there is and how much is needed
     */
    public static void requireRoom(Path folder, long bytes, String purpose) throws IOException {
        long usable = Files.getFileStore(folder).getUsableSpace();
        if (usable < bytes) {
            throw new IOException("No room for " + purpose + ": needs " + megabytes(bytes) + " MB in " + folder
                    + ", has " + megabytes(usable) + " MB; free some, or choose another folder");
        }
    }

    private static long megabytes(long bytes) {
        return bytes / 1_000_000 + 1;
    }
}
