package io.github.tic4j.engines;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The tables of {@code tic demo}, written by a process that has our libraries and none of an engine's. */
final class Demo {

    private static final Path COMMAND_LINE = Path.of("..", "examples", "cli", "target");

    private Demo() {}

    /** The Parquet files of a fresh demo. */
    static List<Path> tables(Path folder) throws IOException, InterruptedException {
        Path log = folder.resolve("demo.log");
        Process demo = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        jar() + File.pathSeparator + COMMAND_LINE.resolve("lib") + File.separator + "*",
                        "io.github.tic4j.cli.Tic",
                        "demo",
                        "--out",
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (demo.waitFor() != 0) {
            throw new IllegalStateException("tic demo failed:\n" + Files.readString(log));
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".parquet"))
                    .sorted()
                    .toList();
        }
    }

    private static Path jar() {
        Path jar = COMMAND_LINE.resolve("cli-" + System.getProperty("tic4j.version") + ".jar");
        if (!Files.exists(jar)) {
            throw new IllegalStateException("There is no " + jar + "; package examples/cli");
        }
        return jar;
    }
}
