package io.github.tic4j.payer;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A folder in place of an index: its files, and those of the folders in it, by path. Only files count whose names end as
 * price files end, or match the pattern that the location ends in.
 */
final class LocalFolder {

    private static final int DEEPEST = 16;
    private static final Pattern NAMES = Pattern.compile("(?i)[^._].*\\.(?:json|js|csv|gz|zip|7z|zst|bz2|xz)");

    private final Path folder;
    private final PathMatcher wanted;

    private LocalFolder(Path folder, PathMatcher wanted) {
        this.folder = folder;
        this.wanted = wanted;
    }

    /** The folder at a URL, if there is one: {@code data/} or {@code data/*.json.gz}. */
    static Optional<LocalFolder> at(URI uri) {
        if (!Locations.isLocal(uri)) {
            return Optional.empty();
        }
        Path path = Path.of(URI.create("file://" + uri.getRawPath()));
        Path name = path.getFileName();
        Path parent = path.getParent();
        if (Files.isDirectory(path)) {
            return Optional.of(new LocalFolder(
                    path, file -> NAMES.matcher(file.getFileName().toString()).matches()));
        }
        if (name == null || parent == null || name.toString().indexOf('*') < 0 || !Files.isDirectory(parent)) {
            return Optional.empty();
        }
        PathMatcher glob = FileSystems.getDefault().getPathMatcher("glob:" + name);
        return Optional.of(new LocalFolder(parent, file -> glob.matches(file.getFileName())));
    }

    /** The files, in the order of their paths. */
    List<Path> files() throws IOException {
        try (Stream<Path> found = Files.walk(folder, DEEPEST)) {
            return found.filter(Files::isRegularFile)
                    .filter(wanted::matches)
                    .sorted()
                    .toList();
        }
    }
}
