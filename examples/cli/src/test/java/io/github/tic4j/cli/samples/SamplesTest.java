package io.github.tic4j.cli.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SamplesTest {

    private static final Path SOURCES = Path.of("src/test/java/io/github/tic4j/cli/samples");

    @ParameterizedTest
    @CsvSource({"nppes.md, NppesSamples.java", "facts.md, NppesSamples.java"})
    void everySampleOfAPageIsCompiled(String page, String source) throws IOException {
        Path documentation = Path.of("../../docs").resolve(page);
        assumeTrue(Files.exists(documentation));
        List<String> compiled = Files.readAllLines(SOURCES.resolve(source)).stream()
                .map(String::strip)
                .toList();

        boolean isSample = false;
        for (String line : Files.readAllLines(documentation)) {
            if (line.startsWith("```")) {
                isSample = line.equals("```java");
            } else if (isSample) {
                assertThat(compiled).as(page).contains(line.strip());
            }
        }
    }
}
