package io.github.tic4j.testing;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Starts a main class in a JVM of its own, with the class path of the caller: for tests in which that JVM dies or has little heap. */
public final class ChildJvm {

    private ChildJvm() {}

    /**
     * Runs it to its end, with what it prints going where the caller's output goes.
     *
     * @return its exit code
     */
    public static int run(Class<?> main, String... args) throws IOException, InterruptedException {
        return of("256m", main, args).inheritIO().start().waitFor();
    }

    /** Runs it to its end in a heap of a size such as {@code 48m}. */
    public static Result runIn(String heap, Class<?> main, String... args) throws IOException, InterruptedException {
        Process process = of(heap, main, args).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), output);
    }

    private static ProcessBuilder of(String heap, Class<?> main, String... args) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = new ArrayList<>(List.of(java, "-Xmx" + heap, "-XX:TieredStopAtLevel=1", "-Xshare:auto"));
        command.addAll(List.of("-cp", classPath(main), main.getName()));
        command.addAll(List.of(args));
        return new ProcessBuilder(command).redirectErrorStream(true);
    }

    private static String classPath(Class<?> main) {
        return main.getClassLoader() instanceof URLClassLoader loader
                ? Stream.of(loader.getURLs())
                        .map(url -> Path.of(URI.create(url.toString())).toString())
                        .collect(Collectors.joining(File.pathSeparator))
                : System.getProperty("java.class.path");
    }

    /**
     * How it ended.
     *
     * @param exit its exit code
     * @param output what it printed, errors included
     */
    public record Result(int exit, String output) {}
}
