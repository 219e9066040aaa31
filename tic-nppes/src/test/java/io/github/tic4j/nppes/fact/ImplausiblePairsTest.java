package io.github.tic4j.nppes.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class ImplausiblePairsTest {

    private final ImplausiblePairs pairs = ImplausiblePairs.builtIn();

    @ParameterizedTest
    @CsvFileSource(resources = "/spec/implausible-pairs.csv", numLinesToSkip = 1)
    void judgesAPair(String taxonomies, String type, String code, String rule) {
        ImplausiblePairs.Implausibility found = pairs.ofCode(type, code).of(List.of(taxonomies.split(" ")));

        assertThat(found == null ? null : found.rule()).isEqualTo(rule);
    }

    @Test
    void saysNothingOfAProviderWithoutTaxonomyOrAPriceWithoutCode() {
        assertThat(pairs.ofCode("CPT", "27447").of(List.of())).isNull();
        assertThat(pairs.ofCode("CPT", null).of(List.of("103T00000X"))).isNull();
    }

    @Test
    void everyRuleHasANameOfItsOwnAndAReason() {
        assertThat(pairs.rules())
                .extracting(ImplausiblePairs.Implausibility::rule)
                .doesNotHaveDuplicates();
        assertThat(pairs.rules()).allSatisfy(rule -> assertThat(rule.reason()).hasSizeGreaterThan(20));
    }
}
