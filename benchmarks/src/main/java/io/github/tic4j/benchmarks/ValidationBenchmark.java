package io.github.tic4j.benchmarks;

import io.github.tic4j.source.Sources;
import io.github.tic4j.testing.MrfTruth;
import io.github.tic4j.validate.QualityReport;
import io.github.tic4j.validate.QualityRules;
import io.github.tic4j.validate.SchemaProfile;
import io.github.tic4j.validate.Validator;
import java.io.IOException;
import java.nio.file.Path;
import org.openjdk.jmh.annotations.Param;

/**
 * How fast is a plain file held to CMS's schema, on one thread, beside reading all its prices; and how fast to the schema
 * and all rules, on two? {@code benchmarks/run Validation}
 */
public class ValidationBenchmark extends FileBenchmark {

    /** What is done with the file. */
    public enum Contender {
        READ,
        SCHEMA,
        SCHEMA_AND_RULES
    }

    /** What is done with the file. */
    @Param
    public Contender contender = Contender.SCHEMA;

    /** The file. */
    @Param({"ONE_LINE", "TABS"})
    public Sample sample = Sample.ONE_LINE;

    @Override
    Work work() throws IOException {
        return work(contender, sample);
    }

    static Work work(Contender contender, Sample sample) throws IOException {
        MrfTruth truth = sample.truth();
        Path file = sample.plain();
        return switch (contender) {
            case READ -> Work.all(truth, tally -> TicReading.cursor(file, TicReading.all(1), tally));
            case SCHEMA ->
                Work.bytes(truth, tally -> tally.bytes(bytes(file, QualityRules.schemaOnly(SchemaProfile.AUTO))));
            case SCHEMA_AND_RULES -> Work.bytes(truth, tally -> tally.bytes(bytes(file, QualityRules.defaults())));
        };
    }

    /** The length of a file that conforms to its schema. */
    private static long bytes(Path file, QualityRules rules) throws IOException {
        QualityReport report = Validator.validate(Sources.of(file), rules);
        if (report.findings().stream().anyMatch(found -> found.rule().startsWith("schema-"))) {
            throw new IllegalStateException("The sample does not conform: " + report.findings());
        }
        return report.files().get(0).bytes();
    }
}
