package io.github.tic4j.cli.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SamplesTest {

    private static final Pattern SAMPLE = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Path SOURCES = Path.of("src/test/java/io/github/tic4j/cli/samples");

    /** Blanks do not count: a formatter breaks lines as it likes. */
    @ParameterizedTest
    @CsvSource({"nppes.md, NppesSamples.java", "facts.md, NppesSamples.java"})
    void everySampleOfAPageIsCompiled(String page, String source) throws IOException {
        Path documentation = Path.of("../../docs").resolve(page);
        assumeTrue(Files.exists(documentation));
        String compiled = withoutBlanks(Files.readString(SOURCES.resolve(source)));

        Matcher samples = SAMPLE.matcher(Files.readString(documentation));
        int found = 0;
        while (samples.find()) {
            found++;
            assertThat(compiled).as(page).contains(withoutBlanks(samples.group(1)));
        }
        assertThat(found).as(page).isPositive();
    }

    private static String withoutBlanks(String text) {
        return text.replaceAll("\\s", "");
    }
}
