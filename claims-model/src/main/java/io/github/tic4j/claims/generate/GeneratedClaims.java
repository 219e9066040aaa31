package io.github.tic4j.claims.generate;

import io.github.tic4j.claims.Claim;
import io.github.tic4j.claims.CoverageSpan;
import io.github.tic4j.claims.Patient;
import io.github.tic4j.claims.Provider;
import io.github.tic4j.claims.alert.AlertContext;
import io.github.tic4j.claims.alert.Exclusion;
import java.util.List;

/**
 * A made-up world.
 *
 * @param patients the persons
 * @param providers the practitioners, hospitals and pharmacies
 * @param coverage when persons were covered
 * @param claims their claims, in the order of generation
 * @param exclusions the providers that are excluded from federal programmes
 * @param labels the faults that were put in
 */
public record GeneratedClaims(
        List<Patient> patients,
        List<Provider> providers,
        List<CoverageSpan> coverage,
        List<Claim> claims,
        List<Exclusion> exclusions,
        List<Label> labels) {

    /** Copies the lists. */
    public GeneratedClaims {
        patients = List.copyOf(patients);
        providers = List.copyOf(providers);
        coverage = List.copyOf(coverage);
        claims = List.copyOf(claims);
        exclusions = List.copyOf(exclusions);
        labels = List.copyOf(labels);
    }

    /** What alert rules may ask about this world. */
    public AlertContext context() {
        return World.context(this);
    }

    @Override
    public String toString() {
        return "GeneratedClaims[" + patients.size() + " patients, " + claims.size() + " claims, " + labels.size()
                + " faults]";
    }
}
