package io.github.tic4j.claims.measure;

import io.github.tic4j.claims.Claim;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Use of hospitals over member months; {@link Rate#perThousandYears} gives events per thousand members and year.
 *
 * @param admissions acute inpatient stays
 * @param days their days
 * @param emergencyVisits persons and days with a claim of an emergency department, those of one visit counted once
 */
public record Utilisation(Rate admissions, Rate days, Rate emergencyVisits) {

    /**
     * Counts.
     *
     * @param claims the claims in force that the emergency visits are found in
     * @param stays the stays of the same claims
     * @param memberMonths the months of all persons
     */
    public static Utilisation of(Stream<Claim> claims, Collection<Stay> stays, long memberMonths) {
        record Visit(String person, LocalDate day) {}
        Set<Visit> visits = new HashSet<>();
        claims.filter(InForce::test).forEach(claim -> {
            LocalDate day = claim.startDate();
            String person = claim.personId();
            if (day != null && person != null && ServiceCategory.all(claim).contains(ServiceCategory.EMERGENCY)) {
                visits.add(new Visit(person, day));
            }
        });
        return new Utilisation(
                new Rate(stays.size(), memberMonths),
                new Rate(stays.stream().mapToLong(Stay::days).sum(), memberMonths),
                new Rate(visits.size(), memberMonths));
    }
}
