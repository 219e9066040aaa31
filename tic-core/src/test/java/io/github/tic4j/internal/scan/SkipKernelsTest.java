package io.github.tic4j.internal.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.net.URI;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SkipKernelsTest {

    @Property
    void swarEqualsWalkingOnAnyBytes(@ForAll Random random) {
        assertThat(SkipTrial.difference(new SwarSkipper(), SkipTrial.noise(random), random))
                .isEmpty();
    }

    @Test
    void swarEqualsWalkingWithEscapesAtEveryOffset() {
        Random random = new Random(1);
        for (int before = 0; before < 20; before++) {
            for (int backslashes = 0; backslashes < 20; backslashes++) {
                byte[] bytes = SkipTrial.escapes(before, backslashes, 3);
                assertThat(SkipTrial.difference(new SwarSkipper(), bytes, random))
                        .isEmpty();
            }
        }
    }

    @Test
    void wordsOutsideStringsHoldNoBrackets() {
        byte[] bytes = "Infinity _xyz ^~]".getBytes(StandardCharsets.US_ASCII);
        BracketSkipper skipper = new SwarSkipper();
        skipper.restart();

        assertThat(skipper.advance(Arrays.copyOf(bytes, bytes.length + 64), 0, bytes.length))
                .isEqualTo(bytes.length);
    }

    @Test
    void vectorEqualsWalkingAndIsChosenBeyondJava17() throws Exception {
        assumeThat(ModuleFinder.ofSystem().find("jdk.incubator.vector"))
                .as("this JDK has no module jdk.incubator.vector")
                .isPresent();

        List<String> lines = trial("VectorSkipper", "--add-modules", "jdk.incubator.vector");

        String choice = Runtime.version().feature() > 17 ? "VectorSkipper" : "SwarSkipper";
        assertThat(lines).contains(choice).endsWith("no difference");
    }

    @Test
    void swarIsChosenWithoutTheModule() {
        assumeThat(ModuleLayer.boot().findModule("jdk.incubator.vector"))
                .as("these tests run with jdk.incubator.vector")
                .isEmpty();

        assertThat(SkipKernels.choose("")).isEqualTo(SwarSkipper.class);
        assertThatThrownBy(() -> SkipKernels.choose("vector"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("System property tic4j.skip is vector, which needs a JDK beyond 17 and"
                        + " --add-modules jdk.incubator.vector");
    }

    @Test
    void formsCanBeForced() {
        assertThat(SkipKernels.choose("SWAR")).isEqualTo(SwarSkipper.class);
        assertThat(SkipKernels.choose("walk").getSimpleName()).isEqualTo("WalkSkipper");
        assertThatThrownBy(() -> SkipKernels.choose("fast"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("System property tic4j.skip must be walk, swar or vector, was \"fast\"");
    }

    private static List<String> trial(String form, String... options) throws IOException, InterruptedException {
        Stream<String> command = Stream.of(
                        Stream.of(Path.of(System.getProperty("java.home"), "bin", "java")
                                .toString()),
                        Stream.of(options),
                        Stream.of("-cp", classPath(), SkipTrial.class.getName(), form))
                .flatMap(part -> part);
        Process process =
                new ProcessBuilder(command.toList()).redirectErrorStream(true).start();
        List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(process.waitFor()).as(String.join("\n", lines)).isZero();
        return lines;
    }

    private static String classPath() {
        return SkipTrial.class.getClassLoader() instanceof URLClassLoader loader
                ? Stream.of(loader.getURLs())
                        .map(url -> Path.of(URI.create(url.toString())).toString())
                        .collect(Collectors.joining(File.pathSeparator))
                : System.getProperty("java.class.path");
    }
}
