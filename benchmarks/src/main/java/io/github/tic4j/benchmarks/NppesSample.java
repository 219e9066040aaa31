package io.github.tic4j.benchmarks;

import io.github.tic4j.nppes.snapshot.NppesSnapshot;
import io.github.tic4j.source.MalformedContentException;
import io.github.tic4j.testing.NppesGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A made-up monthly zip of NPPES, and the snapshot of it. */
final class NppesSample {

    /** The system property that says how many providers there are; all of NPPES has 9.5 million. */
    private static final String PROVIDERS = "tic4j.benchmark.providers";

    private NppesSample() {}

    static int providers() {
        return Integer.getInteger(PROVIDERS, 770_000);
    }

    static Path folder() throws IOException {
        return Files.createDirectories(Path.of(System.getProperty(Sample.FOLDER, "target/data")));
    }

    /** The zip; made if it is not there. */
    static Path zip() throws IOException {
        Path zip = folder().resolve("nppes-" + providers() + ".zip");
        if (!Files.exists(zip)) {
            Path part = Files.createTempFile(folder(), "nppes", ".zip");
            NppesGenerator.monthly(part, providers(), 1);
            Files.move(part, zip);
        }
        return zip;
    }

    /** A snapshot of it; built if it is not there, or of an older version. */
    static NppesSnapshot snapshot() throws IOException {
        Path snapshot = folder().resolve("nppes-" + providers());
        try {
            return NppesSnapshot.open(snapshot);
        } catch (MalformedContentException e) {
            NppesSnapshot.build(snapshot, List.of(zip()));
            return NppesSnapshot.open(snapshot);
        }
    }
}
