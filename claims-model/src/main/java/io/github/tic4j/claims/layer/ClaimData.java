package io.github.tic4j.claims.layer;

import io.github.tic4j.claims.Claim;
import io.github.tic4j.claims.CoverageSpan;
import io.github.tic4j.claims.Patient;
import io.github.tic4j.claims.Provider;
import io.github.tic4j.claims.read.ClaimSource;
import io.github.tic4j.claims.read.Sourced;
import java.util.List;
import java.util.stream.Stream;

/**
 * The records of an input in memory. {@code toString} shows counts only.
 *
 * @param claims the claims in force
 * @param patients the persons
 * @param providers the practitioners and organisations
 * @param coverage the times of coverage
 */
public record ClaimData(
        List<Claim> claims, List<Patient> patients, List<Provider> providers, List<CoverageSpan> coverage) {

    /** Copies the lists. */
    public ClaimData {
        claims = List.copyOf(claims);
        patients = List.copyOf(patients);
        providers = List.copyOf(providers);
        coverage = List.copyOf(coverage);
    }

    /** Reads a source in full; memory grows with its size. */
    public static ClaimData read(ClaimSource source) {
        return new ClaimData(
                list(source.claims()), list(source.patients()), list(source.providers()), list(source.coverage()));
    }

    @Override
    public String toString() {
        return "ClaimData[" + claims.size() + " claims, " + patients.size() + " patients]";
    }

    private static <T> List<T> list(Stream<Sourced<T>> records) {
        try (records) {
            return records.map(Sourced::value).toList();
        }
    }
}
