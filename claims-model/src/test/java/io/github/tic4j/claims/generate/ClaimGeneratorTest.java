package io.github.tic4j.claims.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.github.tic4j.claims.Claim;
import io.github.tic4j.claims.ClaimType;
import io.github.tic4j.claims.rule.ClaimValidator;
import io.github.tic4j.claims.rule.Severity;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClaimGeneratorTest {

    private static final ClaimValidator VALIDATOR = ClaimValidator.standard();

    @Test
    void theSameSeedGivesTheSameWorld() {
        GeneratedClaims first = ClaimGenerator.seeded(7).generate(Fault.DUPLICATE, Fault.BURST);

        assertThat(ClaimGenerator.seeded(7).generate(Fault.DUPLICATE, Fault.BURST))
                .isEqualTo(first);
        assertThat(ClaimGenerator.seeded(8).generate().claims())
                .isNotEqualTo(ClaimGenerator.seeded(7).generate().claims());
    }

    @Test
    void theWorldIsTheSameOnEveryMachine() {
        List<Claim> claims = ClaimGenerator.seeded(7).generate().claims();

        assertThat(claims.subList(0, 3))
                .extracting(
                        Claim::id,
                        claim -> claim.startDate().toString(),
                        claim -> claim.amounts().charge().toPlainString())
                .containsExactly(
                        tuple("stay-0", "2023-03-05", "4662.54"),
                        tuple("visit-1", "2023-01-17", "248.14"),
                        tuple("visit-2", "2023-02-01", "173.69"));
    }

    @Test
    void claimsAreOfEveryKindAndTheirLinesAddUp() {
        List<Claim> claims = ClaimGenerator.seeded(1).generate().claims();

        assertThat(claims)
                .extracting(Claim::type)
                .contains(ClaimType.PROFESSIONAL, ClaimType.INSTITUTIONAL, ClaimType.PHARMACY);
        assertThat(claims).extracting(Claim::id).doesNotHaveDuplicates();
        assertThat(claims)
                .allSatisfy(claim -> assertThat(claim.lines().stream()
                                .map(line -> line.amounts().charge())
                                .reduce(BigDecimal.ZERO, BigDecimal::add))
                        .isEqualByComparingTo(claim.amounts().charge()));
        assertThat(claims).allMatch(claim -> claim.providers().billing().isValid());
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void everyFaultIsLabelledAndLeavesTheOtherClaimsAlone(Fault fault) {
        GeneratedClaims clean = ClaimGenerator.seeded(3).generate();
        GeneratedClaims faulty = ClaimGenerator.seeded(3).generate(fault);
        Set<String> labelled = faulty.labels().get(0).claimIds();

        assertThat(faulty.labels()).hasSize(1);
        assertThat(faulty.labels().get(0).fault()).isEqualTo(fault);
        assertThat(labelled).isNotEmpty();
        List<Claim> untouched = faulty.claims().stream()
                .filter(claim -> !labelled.contains(claim.id()))
                .toList();
        Set<Claim> before = Set.copyOf(clean.claims());
        assertThat(before.containsAll(untouched)).isTrue();
        Set<Claim> changed = faulty.claims().stream()
                .filter(claim -> !before.contains(claim))
                .collect(Collectors.toSet());
        assertThat(changed).isNotEmpty().allMatch(claim -> labelled.contains(claim.id()));
    }

    @Test
    void claimsWithoutFaultsAreUsable() {
        assertThat(ClaimGenerator.seeded(2).generate().claims())
                .allSatisfy(claim -> assertThat(VALIDATOR.check(claim).findings().stream()
                                .filter(finding -> finding.severity() == Severity.ERROR))
                        .isEmpty());
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"WRONG_NPI", "NO_DIAGNOSIS", "WRONG_TOTAL", "BACKWARDS"})
    void faultsOfValidationAreFoundByTheirRuleInTheirClaim(Fault fault) {
        GeneratedClaims world = ClaimGenerator.seeded(2).generate(3, fault);
        Set<String> labelled = world.labels().stream()
                .flatMap(label -> label.claimIds().stream())
                .collect(Collectors.toSet());
        Set<String> found = world.claims().stream()
                .filter(claim -> VALIDATOR.check(claim).findings().stream()
                        .anyMatch(finding -> finding.ruleId().equals(fault.ruleId())))
                .map(Claim::id)
                .collect(Collectors.toSet());

        assertThat(found).isEqualTo(labelled);
    }

    @Test
    void nothingOfAPersonIsShown() {
        GeneratedClaims world = ClaimGenerator.seeded(1).generate(Fault.CLONES);

        assertThat(world)
                .hasToString("GeneratedClaims[100 patients, " + world.claims().size() + " claims, 1 faults]");
    }

    @Test
    void limitsAreNamed() {
        assertThatThrownBy(() -> ClaimGenerator.seeded(1).persons(99))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a world has at least 100 persons, was 99");
        assertThatThrownBy(() -> ClaimGenerator.seeded(1).generate(4, Fault.HIGH_LEVELS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("HIGH_LEVELS can be put in at most 3 times");
    }
}
