package io.github.tic4j.testing;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Starts a main class in a JVM of its own, with the class path of the caller: for tests in which that JVM dies. */
public final class ChildJvm {

    private ChildJvm() {}

    /** A process that is started; what it prints goes where the caller's output goes unless it is asked for. */
    public static ProcessBuilder of(Class<?> main, String... args) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = new ArrayList<>(List.of(java, "-Xmx256m", "-XX:TieredStopAtLevel=1", "-Xshare:auto"));
        command.addAll(List.of("-cp", classPath(main), main.getName()));
        command.addAll(List.of(args));
        return new ProcessBuilder(command).redirectErrorStream(true);
    }

    /**
     * Runs it to its end.
     *
     * @return its exit code
     */
    public static int run(Class<?> main, String... args) throws IOException, InterruptedException {
        return of(main, args).inheritIO().start().waitFor();
    }

    private static String classPath(Class<?> main) {
        return main.getClassLoader() instanceof URLClassLoader loader
                ? Stream.of(loader.getURLs())
                        .map(url -> Path.of(URI.create(url.toString())).toString())
                        .collect(Collectors.joining(File.pathSeparator))
                : System.getProperty("java.class.path");
    }
}
