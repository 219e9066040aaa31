package io.github.tic4j.claims.rule;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.tic4j.claims.Claim;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs every file under {@code spec/<rule id>} against its rule. */
class RuleSpecTest {

    private static final ObjectMapper MAPPER = ClaimJson.mapper();

    @ParameterizedTest
    @MethodSource("cases")
    void ruleAnswersAsSpecified(SpecCase spec) {
        Report report = spec.run();

        assertThat(report.result(spec.ruleId())).isEqualTo(spec.expected());
        String reason = report.rules().get(0).reason();
        assertThat(report.findings())
                .extracting(finding -> finding.path() + finding.message().replace(reason, ""))
                .containsExactlyElementsOf(spec.expectedFindings());
    }

    @Test
    void everyRuleIsSeenToPassAndToFail() {
        Set<String> seen = cases().map(spec -> spec.ruleId() + " " + spec.expected())
                .collect(Collectors.toCollection(TreeSet::new));
        List<String> wanted = RuleSet.standard().infos().stream()
                .flatMap(info -> Stream.of(info.id() + " PASS", info.id() + " FAIL"))
                .toList();

        assertThat(seen).containsAll(wanted);
    }

    @Test
    void everyRuleThatNeedsReferenceDataIsSilentWithoutIt() {
        List<String> wanted = RuleSet.standard().infos().stream()
                .filter(RuleInfo::needsReference)
                .map(RuleInfo::id)
                .toList();

        assertThat(cases().filter(spec -> spec.expected() == Result.NOT_APPLICABLE)
                        .map(SpecCase::ruleId))
                .containsAll(wanted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"professional", "outpatient", "inpatient", "dental", "pharmacy"})
    void baseClaimPassesEveryRule(String base) {
        Claim claim = SpecCase.build(MAPPER.createObjectNode(), base, Claim.class);
        RuleOptions options = RuleOptions.defaults().withClock(SpecCase.CLOCK);
        ClaimValidator validator = ClaimValidator.of(RuleSet.standard(), ReferenceData.none(), options);

        assertThat(validator.check(claim).findings()).isEmpty();
        assertThat(validator.checkTogether(List.of(claim)).findings()).isEmpty();
    }

    static Stream<SpecCase> cases() {
        try (Stream<Path> files =
                Files.walk(Path.of(RuleSpecTest.class.getResource("/spec").toURI()))) {
            return files
                    .filter(file -> file.toString().endsWith(".json"))
                    .filter(file -> !file.getParent().endsWith("base"))
                    .sorted()
                    .map(RuleSpecTest::read)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list the specification", e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("Cannot find the specification", e);
        }
    }

    private static SpecCase read(Path file) {
        try {
            String name = file.getFileName().toString().replace(".json", "");
            return new SpecCase(file.getParent().getFileName().toString(), name, MAPPER.readTree(file.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }
}
