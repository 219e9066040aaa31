package io.github.tic4j.claims.rule;

import io.github.tic4j.claims.CoverageSpan;
import io.github.tic4j.claims.Patient;
import java.util.List;

/**
 * What is known about one person: every record of the person and every span of coverage. {@code toString} shows the sizes.
 *
 * @param personId the person
 * @param patients the records; more than one if sources repeat the person
 * @param coverage the spans
 */
public record PersonHistory(String personId, List<Patient> patients, List<CoverageSpan> coverage) {

    /** Copies the lists. */
    public PersonHistory {
        patients = List.copyOf(patients);
        coverage = List.copyOf(coverage);
    }

    @Override
    public String toString() {
        return "PersonHistory[" + patients.size() + " records, " + coverage.size() + " spans]";
    }
}
