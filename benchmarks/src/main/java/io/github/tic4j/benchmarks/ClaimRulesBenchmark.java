package io.github.tic4j.benchmarks;

import io.github.tic4j.claims.Claim;
import io.github.tic4j.claims.CoverageSpan;
import io.github.tic4j.claims.Patient;
import io.github.tic4j.claims.Provider;
import io.github.tic4j.claims.code.Npi;
import io.github.tic4j.claims.generate.ClaimGenerator;
import io.github.tic4j.claims.generate.Fault;
import io.github.tic4j.claims.generate.GeneratedClaims;
import io.github.tic4j.claims.rule.ClaimValidator;
import io.github.tic4j.claims.rule.Finding;
import io.github.tic4j.claims.rule.ReferenceData;
import io.github.tic4j.claims.rule.RuleInfo;
import io.github.tic4j.claims.rule.RuleOptions;
import io.github.tic4j.claims.rule.RuleSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How many claims are validated a second on one core, and what bounds it? The claims are a year of office visits, stays and
 * fills of 500 persons, with twelve faults among them. {@code benchmarks/run ClaimRules}
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(2)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
public class ClaimRulesBenchmark {

    private static final int TIMES = 3;
    private static final List<Fault> FAULTS =
            List.of(Fault.WRONG_NPI, Fault.NO_DIAGNOSIS, Fault.WRONG_TOTAL, Fault.BACKWARDS);

    /** Which rules. */
    public enum Rules {
        /** All, with nothing to ask beyond the claim. */
        ALL,
        /** All, with patients, providers and coverage to ask. */
        ALL_WITH_REFERENCE,
        /** Those of the form of codes and values. */
        FORM
    }

    /** Which rules. */
    @Param
    public Rules rules = Rules.ALL;

    private List<Claim> claims = List.of();
    private @Nullable ClaimValidator validator;

    /** How much was done. */
    @AuxCounters
    @State(Scope.Thread)
    public static class Speed {
        /** Claims that were validated. */
        public double claims;
    }

    /** Makes the claims, and has the rules prove that they notice the faults. */
    @Setup
    public void prove() {
        GeneratedClaims world = ClaimGenerator.seeded(1).persons(500).generate(TIMES, FAULTS.toArray(Fault[]::new));
        claims = world.claims();
        validator = switch (rules) {
            case ALL -> ClaimValidator.standard();
            case ALL_WITH_REFERENCE -> ClaimValidator.of(RuleSet.standard(), reference(world), RuleOptions.defaults());
            case FORM -> ClaimValidator.of(form(), ReferenceData.none(), RuleOptions.defaults());
        };
        Map<String, Long> found = new TreeMap<>();
        for (Claim claim : claims) {
            for (Finding finding : validator.check(claim).findings()) {
                found.merge(finding.ruleId(), 1L, Long::sum);
            }
        }
        for (Fault fault : rules == Rules.FORM ? List.of(Fault.WRONG_NPI) : FAULTS) {
            if (found.getOrDefault(fault.ruleId(), 0L) < TIMES) {
                throw new IllegalStateException(TIMES + " faults of the kind " + fault + " were made, found " + found);
            }
        }
    }

    /** Validates all claims. */
    @Benchmark
    public long validate(Speed speed) {
        ClaimValidator current = Objects.requireNonNull(validator);
        long findings = 0;
        for (Claim claim : claims) {
            findings += current.check(claim).findings().size();
        }
        speed.claims += claims.size();
        return findings;
    }

    private static RuleSet form() {
        return RuleSet.standard()
                .only(RuleSet.standard().infos().stream()
                        .map(RuleInfo::id)
                        .filter(id -> id.startsWith("FMT-"))
                        .toArray(String[]::new));
    }

    private static ReferenceData reference(GeneratedClaims world) {
        Map<String, Patient> patients = new HashMap<>();
        world.patients().forEach(patient -> patients.put(patient.id(), patient));
        Map<String, Provider> providers = new HashMap<>();
        for (Provider provider : world.providers()) {
            Npi npi = provider.npi();
            if (npi != null) {
                providers.put(npi.value(), provider);
            }
        }
        Map<String, List<CoverageSpan>> coverage =
                world.coverage().stream().collect(Collectors.groupingBy(CoverageSpan::personId));
        return ReferenceData.builder()
                .patients(id -> Optional.ofNullable(patients.get(id)))
                .providers(npi -> Optional.ofNullable(providers.get(npi)))
                .coverage(id -> coverage.getOrDefault(id, List.of()))
                .build();
    }
}
