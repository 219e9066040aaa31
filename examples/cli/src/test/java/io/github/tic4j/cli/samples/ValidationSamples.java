package io.github.tic4j.cli.samples;

import io.github.tic4j.mrf.CodeList;
import io.github.tic4j.mrf.Finding;
import io.github.tic4j.mrf.Finding.Severity;
import io.github.tic4j.mrf.Price;
import io.github.tic4j.read.MrfReader;
import io.github.tic4j.source.Sources;
import io.github.tic4j.spi.Rule;
import io.github.tic4j.validate.QualityCheck;
import io.github.tic4j.validate.QualityReport;
import io.github.tic4j.validate.QualityRule;
import io.github.tic4j.validate.QualityRules;
import io.github.tic4j.validate.SchemaProfile;
import io.github.tic4j.validate.Threshold;
import io.github.tic4j.validate.Validator;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;

/** The samples of docs/validation.md. */
final class ValidationSamples {

    private ValidationSamples() {}

    static void validate() throws IOException {
        QualityReport report = Validator.validate(Sources.of("rates.json.gz"), QualityRules.defaults());
        System.out.println(report.verdict());
        Files.writeString(Path.of("quality_report.json"), report.toJson());
        Files.writeString(Path.of("quality_report.html"), report.toHtml());
    }

    static QualityRules rules() throws IOException {
        return QualityRules.builder()
                .profile(SchemaProfile.V2_2_0)
                .rateRange(new BigDecimal("0.01"), new BigDecimal("250000"))
                .reasonableRate(new CodeList.Entry("CPT", "27130"), new BigDecimal("75000"))
                .listedCodes(CodeList.read(Path.of("codes.txt")))
                .completeness(new Threshold(90, 70))
                .severity(QualityRule.RATE_RANGE, Severity.ERROR)
                .without(QualityRule.UNUSED_REFERENCE)
                .rule(new NoPerDiem())
                .build();
    }

    /** A rule of the host. */
    static final class NoPerDiem implements Rule {
        @Override
        public String id() {
            return "acme-no-per-diem";
        }

        @Override
        public Severity severity() {
            return Severity.WARNING;
        }

        @Override
        public void price(Price price, Report report) {
            if ("per diem".equals(price.terms().type().text())) {
                report.finding(price.terms().negotiatedType(), "Expected no price by the day");
            }
        }
    }

    static long judgeWhileReading(Path file, QualityRules rules) throws IOException {
        QualityCheck check = new QualityCheck(rules);
        long kept = 0;
        try (MrfReader reader = MrfReader.open(file)) {
            for (Price price : reader) {
                Finding fault = check.judge(price);
                kept += fault == null ? 1 : 0;
            }
        }
        System.out.println(check.report().prices().accuracy());
        return kept;
    }
}
