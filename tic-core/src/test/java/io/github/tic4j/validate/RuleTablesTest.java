package io.github.tic4j.validate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tic4j.mrf.CodeList;
import io.github.tic4j.source.Source;
import io.github.tic4j.source.Sources;
import io.github.tic4j.testing.Streams;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A folder for each rule, with files that keep it and files that do not, and what is found in the latter beside them. */
class RuleTablesTest {

    private static final Path TABLES = Path.of("src/test/resources/validate");

    static Stream<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(TABLES)) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void ruleFindsWhatItShould(Path file) throws IOException {
        assertThat(found(file, Sources.of(file))).isEqualTo(expected(file));
    }

    @ParameterizedTest
    @MethodSource("files")
    void ruleFindsTheSameOneByteAtATime(Path file) throws IOException {
        Source slow = Sources.of("slow", () -> Streams.oneByteAtATime(Files.newInputStream(file)));
        assertThat(found(file, slow)).isEqualTo(expected(file));
    }

    @Test
    void everyRuleHasFilesThatKeepItAndFilesThatDoNot() throws IOException {
        for (QualityRule rule : QualityRule.values()) {
            try (Stream<Path> files = Files.list(TABLES.resolve(rule.id()))) {
                assertThat(files.map(file -> file.getFileName().toString()))
                        .as(rule.id())
                        .anyMatch(name -> name.startsWith("valid"))
                        .anyMatch(name -> name.startsWith("invalid"));
            }
        }
    }

    private static String expected(Path file) throws IOException {
        if (file.getFileName().toString().startsWith("valid")) {
            return "";
        }
        Path beside = file.resolveSibling(file.getFileName().toString().replace(".json", ".expected"));
        String expected = Files.readString(beside).strip();
        assertThat(expected).as("what is found in " + file).isNotEmpty();
        return expected;
    }

    static String found(Path file, Source source) throws IOException {
        String rule = file.getParent().getFileName().toString();
        List<RuleFindings> findings = Validator.validate(source, rules(rule)).findings();
        return findings.stream()
                .filter(found -> found.rule().equals(rule))
                .map(RuleTablesTest::text)
                .collect(Collectors.joining("\n"));
    }

    private static String text(RuleFindings found) {
        String head = String.format(Locale.ROOT, "%s, %d found%n", found.severity(), found.count());
        return head
                + found.samples().stream()
                        .map(RuleFindings.Sample::finding)
                        .map(sample -> sample.path() + " @" + sample.byteOffset() + " [" + sample.rawText() + "] "
                                + sample.message())
                        .collect(Collectors.joining("\n"));
    }

    private static QualityRules rules(String rule) {
        QualityRules.Builder rules = QualityRules.builder()
                .asOf(LocalDate.of(2026, 11, 20))
                .reasonableRate(new CodeList.Entry("CPT", "27130"), new BigDecimal("75000"))
                .schemaScope(rule.startsWith("readme-") ? SchemaScope.README : SchemaScope.KEYWORDS);
        if (rule.equals("code-not-listed")) {
            rules.listedCodes(new CodeList(List.of(new CodeList.Entry("cpt", "99213"))));
        }
        return rules.build();
    }
}
