package io.github.tic4j.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The command line as a test runs it, with what it has printed. */
final class TicRun {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    int tic(String... args) {
        out.reset();
        err.reset();
        return Tic.run(
                new Output(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8)),
                args);
    }

    /** What the last run wrote to standard output. */
    String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    /** What the last run wrote to standard error. */
    String complained() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
