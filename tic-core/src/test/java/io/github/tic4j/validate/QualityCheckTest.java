package io.github.tic4j.validate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.tic4j.mrf.Finding;
import io.github.tic4j.mrf.Finding.Severity;
import io.github.tic4j.mrf.Price;
import io.github.tic4j.read.MrfReader;
import io.github.tic4j.source.Sources;
import io.github.tic4j.spi.Rule;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class QualityCheckTest {

    private static final String PRICE = """
            {"negotiated_type": "negotiated", "negotiated_rate": %s, "expiration_date": "9999-12-31", "billing_class": "professional"}""";
    private static final String FILE = """
            {"reporting_entity_name": "Acme", "last_updated_on": "2026-11-01",
             "provider_references": [{"provider_group_id": 1, "provider_groups": [{"npi": [1234567893], "tin": {"type": "ein", "value": "98-7654321"}}]}],
             "in_network": [{"negotiation_arrangement": "ffs", "name": "n", "billing_code_type": "CPT", "billing_code_type_version": "2026",
               "billing_code": "99213", "description": "d", "negotiated_rates": [{"provider_references": [1], "negotiated_prices": [%s]}]}]}
            """;

    static MrfReader reader(String text) throws IOException {
        return MrfReader.open(
                Sources.of("test.json", () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void judgeReturnsTheErrorForWhichAPriceIsLeftOut() throws IOException {
        QualityCheck check = new QualityCheck(QualityRules.defaults());
        List<Finding> faults = new ArrayList<>();
        try (MrfReader reader = reader(FILE.formatted(PRICE.formatted("81.50") + "," + PRICE.formatted("-0.01")))) {
            for (Price price : reader) {
                Finding fault = check.judge(price);
                if (fault != null) {
                    faults.add(fault);
                }
            }
        }
        assertThat(faults).hasSize(1);
        Finding fault = faults.get(0);
        assertThat(fault.rule()).isEqualTo("price-not-positive");
        assertThat(fault.severity()).isEqualTo(Severity.ERROR);
        assertThat(fault.path()).isEqualTo("$.in_network[0].negotiated_rates[0].negotiated_prices");
        assertThat(fault.rawText()).isEqualTo("-0.01");
        assertThat(fault.message()).isEqualTo("Expected a price above 0, was -0.01");
        assertThat(check.report().prices()).isEqualTo(new PriceCounts(2, 2, 1));
    }

    @Test
    void customRulesAreCountedLikeBuiltInOnes() throws IOException {
        Rule noProfessional = new Rule() {
            @Override
            public String id() {
                return "acme-no-professional";
            }

            @Override
            public Severity severity() {
                return Severity.WARNING;
            }

            @Override
            public void price(Price price, Report report) {
                report.finding(price.terms().billingClass(), "Expected no professional price");
            }
        };
        QualityCheck check =
                new QualityCheck(QualityRules.builder().rule(noProfessional).build());
        try (MrfReader reader = reader(FILE.formatted(PRICE.formatted("81.50")))) {
            reader.visit(check);
        }
        QualityReport report = check.report();
        assertThat(report.findings())
                .filteredOn(found -> found.rule().equals("acme-no-professional"))
                .singleElement()
                .satisfies(found -> assertThat(found.count()).isEqualTo(1));
        assertThat(report.prices().accuracy()).isZero();
    }
}
