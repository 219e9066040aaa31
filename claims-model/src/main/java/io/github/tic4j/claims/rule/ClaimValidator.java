package io.github.tic4j.claims.rule;

import io.github.tic4j.claims.Claim;
import io.github.tic4j.claims.Remittance;
import java.util.List;

/**
 * Judges claims by a set of rules.
 *
 * <pre>{@code
 * Report report = ClaimValidator.standard().check(claim);
 * report.findings().forEach(System.out::println);
 * }</pre>
 *
 * <p>Immutable, and thread-safe if the {@link ReferenceData} is.
 */
public final class ClaimValidator {

    private final RuleSet rules;
    private final ReferenceData reference;
    private final RuleOptions options;
    private final List<RuleInfo> claimInfos;

    private ClaimValidator(RuleSet rules, ReferenceData reference, RuleOptions options) {
        this.rules = rules;
        this.reference = reference;
        this.options = options;
        this.claimInfos = infos(rules.claimRules());
    }

    /** All rules, no reference data, default options. */
    public static ClaimValidator standard() {
        return of(RuleSet.standard(), ReferenceData.none(), RuleOptions.defaults());
    }

    /** These rules with this reference data and these options. */
    public static ClaimValidator of(RuleSet rules, ReferenceData reference, RuleOptions options) {
        return new ClaimValidator(rules, reference, options);
    }

    /** Judges one claim by itself. */
    public Report check(Claim claim) {
        return run(rules.claimRules(), claimInfos, new ClaimCase(claim, reference, options), claim.id());
    }

    /**
     * Judges claims by what they are to each other; what each is by itself is for {@link #check(Claim)}. Records of one claim, one
     * person and one provider must be among them together to be compared.
     */
    public Report checkTogether(List<Claim> claims) {
        return run(rules.claimSetRules(), infos(rules.claimSetRules()), new ClaimSet(claims, reference), "");
    }

    /** Judges what is known about a person. */
    public Report check(PersonHistory person) {
        return run(rules.personRules(), infos(rules.personRules()), person, person.personId());
    }

    /** Judges a remittance; the subject of its findings is its trace number, if it has one. */
    public Report check(Remittance remittance) {
        String trace = remittance.traceNumber();
        return run(rules.remittanceRules(), infos(rules.remittanceRules()), remittance, trace == null ? "" : trace);
    }

    private static <S> Report run(List<Rule<S>> rules, List<RuleInfo> infos, S subject, String subjectId) {
        Findings findings = new Findings(subjectId);
        Result[] results = new Result[rules.size()];
        for (int i = 0; i < results.length; i++) {
            results[i] = findings.run(rules.get(i), subject);
        }
        return new Report(infos, results, findings.toList());
    }

    private static <S> List<RuleInfo> infos(List<Rule<S>> rules) {
        return rules.stream().map(Rule::info).toList();
    }
}
