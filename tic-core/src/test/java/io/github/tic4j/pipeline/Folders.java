package io.github.tic4j.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Looks at the folders of runs. */
final class Folders {

    private Folders() {}

    /** The hash of each file that a run leaves, by its path, but for the one that tells how long it took. */
    static Map<String, String> tables(Path folder) throws IOException {
        Map<String, String> tables = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                if (!name.equals("processing_statistics.json")) {
                    byte[] hash = Hashes.sha256().digest(Files.readAllBytes(file));
                    tables.put(name, HexFormat.of().formatHex(hash, 0, 8));
                }
            }
        }
        return tables;
    }

    /** How many rows a table has, stored as CSV without line breaks in values. */
    static long rows(Path folder, String table) throws IOException {
        long rows = 0;
        try (Stream<Path> files = Files.walk(folder.resolve(table))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                try (Stream<String> lines = Files.lines(file)) {
                    rows += lines.count() - 1;
                }
            }
        }
        return rows;
    }

    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
