package io.github.tic4j.validate;

import io.github.tic4j.internal.container.ContainerOptions;
import io.github.tic4j.internal.container.ContainerReader;
import io.github.tic4j.internal.container.Document;
import io.github.tic4j.mrf.Strictness;
import io.github.tic4j.source.ContentException;
import io.github.tic4j.source.Source;
import java.io.IOException;

/**
 * Validates files: each document is walked through once, in constant memory, and held to its schema and to the rules.
 *
 * <pre>{@code
 * QualityReport report = Validator.validate(Sources.of("rates.json.gz"), QualityRules.defaults());
 * System.out.println(report.verdict());
 * }</pre>
 *
 * <p>The schema is walked on the caller's thread; where rules look at content, a second thread reads the same bytes
 * meanwhile.
 */
public final class Validator {

    private Validator() {}

    /**
     * Validates every document of a source. A file that is damaged, cut off or no JSON is no exception: its verdict is
     * {@link Verdict#BROKEN}.
     *
     * @throws IOException if the source cannot be opened, or fails
     */
    public static QualityReport validate(Source source, QualityRules rules) throws IOException {
        ReportSum sum = new ReportSum(rules);
        ContainerOptions options = ContainerOptions.of(Strictness.LENIENT, null);
        try (ContainerReader containers = ContainerReader.open(source, options)) {
            for (Document next = containers.next(); next != null; next = containers.next()) {
                sum.add(new DocumentValidation(next.name(), next.stream(), rules).run());
            }
        } catch (ContentException broken) {
            if (sum.report().verdict() != Verdict.BROKEN) {
                sum.add(DocumentValidation.unreadable(source.name(), rules, broken));
            }
        }
        return sum.report();
    }
}
