package io.github.tic4j.claims.generate;

import io.github.tic4j.claims.Claim;
import io.github.tic4j.claims.ClaimBuilder;
import io.github.tic4j.claims.ClaimType;
import io.github.tic4j.claims.Patient;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A world while faults are put into it: its claims, the labels, and what no further fault may touch. */
final class FaultyWorld {

    private final GeneratedClaims original;
    private final Random random;
    private final List<Claim> claims;
    private final List<Label> labels = new ArrayList<>();
    private final Set<String> touched = new HashSet<>();
    private final Set<String> labelled = new HashSet<>();

    FaultyWorld(GeneratedClaims original, Random random) {
        this.original = original;
        this.random = random;
        this.claims = new ArrayList<>(original.claims());
    }

    GeneratedClaims result() {
        return new GeneratedClaims(
                original.patients(), original.providers(), original.coverage(), claims, original.exclusions(), labels);
    }

    List<Patient> patients() {
        return original.patients();
    }

    Claim claim(int index) {
        return claims.get(index);
    }

    boolean hasNone(Predicate<Claim> wanted) {
        return claims.stream().noneMatch(wanted);
    }

    /** Marks a person; false if the person was marked before. */
    boolean touch(String person) {
        return touched.add(person);
    }

    void set(int index, Claim claim) {
        claims.set(index, claim);
    }

    /** A claim of a person whom no fault has touched; a person is used once. */
    int pick(Predicate<Claim> wanted) {
        int start = random.nextInt(claims.size());
        for (int i = 0; i < claims.size(); i++) {
            int index = (start + i) % claims.size();
            Claim claim = claims.get(index);
            boolean taken = labelled.contains(claim.id()) || touched.contains(String.valueOf(claim.personId()));
            if (!taken && wanted.test(claim)) {
                touched.add(String.valueOf(claim.personId()));
                return index;
            }
        }
        throw new IllegalStateException("the world is too small for so many faults");
    }

    /** Persons who live, are in no hospital and have no claim around the day; one that is asked for alone is used once. */
    List<String> free(LocalDate day, int count) {
        Set<String> busy = new HashSet<>();
        for (Claim claim : claims) {
            LocalDate end = Objects.requireNonNull(claim.endDate());
            if (!Objects.requireNonNull(claim.startDate()).isAfter(day.plusDays(1))
                    && !end.isBefore(day.minusDays(1))) {
                busy.add(String.valueOf(claim.personId()));
            }
        }
        List<String> free = original.patients().stream()
                .filter(person ->
                        person.deathDate() == null && !busy.contains(person.id()) && !touched.contains(person.id()))
                .map(Patient::id)
                .limit(count)
                .toList();
        if (free.size() < count) {
            throw new IllegalStateException("the world is too small for so many faults");
        }
        if (count == 1) {
            touched.addAll(free);
        }
        return free;
    }

    /** Changes every claim that is wanted and has no fault yet. */
    void changeAll(Fault fault, Predicate<Claim> wanted, Function<Claim, ClaimBuilder> change) {
        List<Claim> changed = new ArrayList<>();
        for (int i = 0; i < claims.size(); i++) {
            if (!labelled.contains(claims.get(i).id()) && wanted.test(claims.get(i))) {
                claims.set(i, Visits.withTotal(change.apply(claims.get(i)).build()));
                changed.add(claims.get(i));
            }
        }
        label(fault, changed.toArray(Claim[]::new));
    }

    /** Puts a changed claim in the place of another, with its amounts summed up anew. */
    void replace(Fault fault, int index, ClaimBuilder claim) {
        claims.set(index, Visits.withTotal(claim.build()));
        label(fault, claims.get(index));
    }

    /** Adds a claim under an id of its own. */
    Claim add(ClaimBuilder claim) {
        Claim added = Visits.withTotal(claim.id("fault-" + claims.size()).build());
        claims.add(added);
        return added;
    }

    /** Notes that these claims show a fault. */
    void label(Fault fault, Claim... shown) {
        Label label = new Label(fault, List.of(shown).stream().map(Claim::id).collect(Collectors.toSet()));
        labels.add(label);
        labelled.addAll(label.claimIds());
    }

    /** Of a person who survives the year and is never in hospital. */
    boolean isSteady(Claim claim) {
        return original.patients().stream()
                        .anyMatch(person -> person.id().equals(claim.personId()) && person.deathDate() == null)
                && claims.stream()
                        .noneMatch(other -> other.type() == ClaimType.INSTITUTIONAL
                                && Objects.equals(other.personId(), claim.personId()));
    }
}
