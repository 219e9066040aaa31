package io.github.tic4j.claims.rule;

import static io.github.tic4j.claims.rule.RuleDraft.claim;
import static io.github.tic4j.claims.rule.RuleDraft.each;
import static io.github.tic4j.claims.rule.Severity.ERROR;
import static io.github.tic4j.claims.rule.Severity.WARNING;

import io.github.tic4j.claims.Claim;
import io.github.tic4j.claims.CoverageSpan;
import io.github.tic4j.claims.Provider;
import io.github.tic4j.claims.code.Npi;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What a claim refers to exists. */
final class ReferenceRules {

    static final List<Rule<ClaimCase>> ALL = List.of(
            claim("REF-001", ERROR, "personId")
                    .reason("The patient of a claim is known")
                    .needs(reference -> reference.patients() != null)
                    .when((c, claim) -> claim.personId() != null)
                    .holds((c, claim) -> c.patient() != null),
            each(Walk.NPIS, "REF-002", WARNING, "providers")
                    .reason("A provider of a claim is known")
                    .needs(reference -> reference.providers() != null)
                    .when((c, npi) -> npi.isValid())
                    .observed((c, npi) -> "\"" + npi + "\"")
                    .holds(ReferenceRules::isKnown),
            claim("REF-003", WARNING, "memberId")
                    .reason("The person was covered during the service")
                    .needs(reference -> reference.coverage() != null)
                    .when((c, claim) -> claim.personId() != null && claim.startDate() != null)
                    .holds(ReferenceRules::isCovered));

    private ReferenceRules() {}

    private static boolean isKnown(ClaimCase subject, Npi npi) {
        Function<String, Optional<Provider>> providers = subject.reference().providers();
        return providers == null || providers.apply(npi.value()).isPresent();
    }

    private static boolean isCovered(ClaimCase subject, Claim claim) {
        Function<String, List<CoverageSpan>> coverage = subject.reference().coverage();
        LocalDate start = claim.startDate();
        String personId = claim.personId();
        if (coverage == null || start == null || personId == null) {
            return true;
        }
        LocalDate end = claim.endDate() == null ? start : claim.endDate();
        for (CoverageSpan span : coverage.apply(personId)) {
            boolean samePayer = span.payer() == null
                    || claim.payer() == null
                    || span.payer().equals(claim.payer());
            if (samePayer && span.overlaps(start, end)) {
                return true;
            }
        }
        return false;
    }
}
