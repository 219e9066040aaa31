package io.github.tic4j.claims.measure;

import io.github.tic4j.claims.Claim;
import io.github.tic4j.claims.ClaimLine;
import io.github.tic4j.claims.PrescriptionFill;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A supply of one drug handed out to one person.
 *
 * @param personId the person
 * @param drug the ingredient, not the product: two products of one ingredient are the same drug
 * @param date the day it was handed out
 * @param daysSupply how many days it lasts, at least 1
 */
public record DrugFill(String personId, String drug, LocalDate date, int daysSupply) {

    /** The supply must last. */
    public DrugFill {
        if (daysSupply < 1) {
            throw new IllegalArgumentException("days supply must be at least 1, was " + daysSupply);
        }
    }

    /**
     * The fills among claims. Reversed and denied claims, and fills without person, day or supply, are passed over.
     *
     * @param ingredient the ingredient of a fill, or empty where it is not of the class that is measured
     */
    public static Stream<DrugFill> of(Stream<Claim> claims, Function<PrescriptionFill, Optional<String>> ingredient) {
        return claims.filter(InForce::test)
                .flatMap(claim -> claim.lines().stream().flatMap(line -> of(claim, line, ingredient)));
    }

    @Override
    public String toString() {
        return "DrugFill[" + drug + ", " + daysSupply + " days]";
    }

    private static Stream<DrugFill> of(
            Claim claim, ClaimLine line, Function<PrescriptionFill, Optional<String>> ingredient) {
        PrescriptionFill fill = line.fill();
        String person = claim.personId();
        if (fill == null || person == null || InForce.isDenied(line)) {
            return Stream.empty();
        }
        LocalDate date = fill.dispensingDate();
        Integer supply = fill.daysSupply();
        if (date == null || supply == null || supply < 1) {
            return Stream.empty();
        }
        return ingredient.apply(fill).stream().map(drug -> new DrugFill(person, drug, date, supply));
    }
}
