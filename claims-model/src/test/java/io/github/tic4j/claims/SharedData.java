package io.github.tic4j.claims;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** The reference data that some tests read in place. It is not part of the project. */
public final class SharedData {

    private SharedData() {}

    /** A file or folder of the reference data; the calling test is skipped where it is absent. */
    public static Path require(String relative) {
        Path path = Path.of(System.getProperty("tic4j.shared", "../shared")).resolve(relative);
        Assumptions.assumeTrue(
                Files.exists(path), () -> "skipped: reference data " + relative + " is absent (-Dtic4j.shared=FOLDER)");
        return path;
    }
}
