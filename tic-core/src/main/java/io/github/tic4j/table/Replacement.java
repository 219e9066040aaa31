package io.github.tic4j.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Puts one file in the place of others so that, seen after a crash and its recovery, either has all of the rows: never both
 * and never neither. A journal beside them names the new file and the old ones before anything visible changes; whoever
 * finds the journal carries on from there.
 */
final class Replacement {

    private static final String JOURNAL = ".replacement.journal";

    private Replacement() {}

    /** Publishes a complete file and deletes the old ones, all of one folder. */
    static void run(PendingFile file, List<Path> old) throws IOException {
        file.force();
        Path target = file.target();
        List<String> names = new ArrayList<>(List.of(target.getFileName().toString()));
        for (Path path : old) {
            if (!path.toAbsolutePath().equals(target)) {
                names.add(path.getFileName().toString());
            }
        }
        Path journal = target.resolveSibling(JOURNAL);
        try (PendingFile pending = new PendingFile(journal)) {
            Files.write(pending.part(), names);
            pending.commit();
        }
        finish(journal);
    }

    /** Finishes the replacements that a crash interrupted anywhere under a folder. */
    static void finishAll(Path folder) throws IOException {
        List<Path> journals;
        try (Stream<Path> files = Files.walk(folder)) {
            journals = files.filter(file -> file.endsWith(JOURNAL)).toList();
        }
        for (Path journal : journals) {
            finish(journal);
        }
    }

    private static void finish(Path journal) throws IOException {
        List<String> names = Files.readAllLines(journal);
        PendingFile.publish(journal.resolveSibling(names.get(0)));
        for (String old : names.subList(1, names.size())) {
            Files.deleteIfExists(journal.resolveSibling(old));
        }
        Files.delete(journal);
    }
}
