package io.github.tic4j.claims.rule;

import io.github.tic4j.claims.Remittance;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The rules that are on, in the order in which they run. Immutable; ids are unique.
 *
 * <pre>{@code
 * RuleSet rules = RuleSet.standard().without("TMP-010", "AMT-012").withClaimRule(ownRule);
 * }</pre>
 */
public final class RuleSet {

    private static final RuleSet STANDARD = new RuleSet(
            concat(
                    PresenceRules.ALL,
                    FormatRules.ALL,
                    CodeTableRules.ALL,
                    ConsistencyRules.ALL,
                    TemporalRules.ALL,
                    AmountRules.ALL,
                    ReferenceRules.ALL),
            concat(ClaimSetRules.ALL, ServiceRules.ALL),
            PersonRules.ALL,
            RemittanceRules.ALL);

    private final List<Rule<ClaimCase>> claimRules;
    private final List<Rule<ClaimSet>> claimSetRules;
    private final List<Rule<PersonHistory>> personRules;
    private final List<Rule<Remittance>> remittanceRules;

    private RuleSet(
            List<Rule<ClaimCase>> claimRules,
            List<Rule<ClaimSet>> claimSetRules,
            List<Rule<PersonHistory>> personRules,
            List<Rule<Remittance>> remittanceRules) {
        this.claimRules = List.copyOf(claimRules);
        this.claimSetRules = List.copyOf(claimSetRules);
        this.personRules = List.copyOf(personRules);
        this.remittanceRules = List.copyOf(remittanceRules);
        Set<String> ids = new HashSet<>();
        for (RuleInfo info : infos()) {
            if (!ids.add(info.id())) {
                throw new IllegalArgumentException("Two rules are called " + info.id());
            }
        }
    }

    /** The whole catalogue. */
    public static RuleSet standard() {
        return STANDARD;
    }

    /**
     * These rules but the named ones.
     *
     * @throws IllegalArgumentException if an id is not among them
     */
    public RuleSet without(String... ids) {
        Set<String> off = known(ids);
        return filter(rule -> !off.contains(rule.id()));
    }

    /**
     * The named rules of these.
     *
     * @throws IllegalArgumentException if an id is not among them
     */
    public RuleSet only(String... ids) {
        Set<String> on = known(ids);
        return filter(rule -> on.contains(rule.id()));
    }

    /**
     * These rules and one more about a claim.
     *
     * @throws IllegalArgumentException if its id is taken
     */
    public RuleSet withClaimRule(Rule<ClaimCase> rule) {
        return new RuleSet(concat(claimRules, List.of(rule)), claimSetRules, personRules, remittanceRules);
    }

    /**
     * These rules and one more about several claims.
     *
     * @throws IllegalArgumentException if its id is taken
     */
    public RuleSet withClaimSetRule(Rule<ClaimSet> rule) {
        return new RuleSet(claimRules, concat(claimSetRules, List.of(rule)), personRules, remittanceRules);
    }

    /**
     * These rules and one more about a person.
     *
     * @throws IllegalArgumentException if its id is taken
     */
    public RuleSet withPersonRule(Rule<PersonHistory> rule) {
        return new RuleSet(claimRules, claimSetRules, concat(personRules, List.of(rule)), remittanceRules);
    }

    /**
     * These rules and one more about a remittance.
     *
     * @throws IllegalArgumentException if its id is taken
     */
    public RuleSet withRemittanceRule(Rule<Remittance> rule) {
        return new RuleSet(claimRules, claimSetRules, personRules, concat(remittanceRules, List.of(rule)));
    }

    /** What is known about each rule, in the order of the sets. */
    public List<RuleInfo> infos() {
        return Stream.of(claimRules, claimSetRules, personRules, remittanceRules)
                .flatMap(Collection::stream)
                .map(Rule::info)
                .toList();
    }

    /** What is known about each rule, as a JSON array of objects. */
    public String toJson() {
        StringJoiner rules = new StringJoiner(",\n  ", "[\n  ", "\n]\n");
        for (RuleInfo info : infos()) {
            rules.add("{\"id\": " + quote(info.id())
                    + ", \"severity\": " + quote(info.severity().name())
                    + ", \"scope\": " + quote(info.scope().name())
                    + ", \"dimension\": " + quote(info.dimension().name())
                    + ", \"path\": " + quote(info.path())
                    + ", \"needsReference\": " + info.needsReference()
                    + ", \"reason\": " + quote(info.reason()) + "}");
        }
        return rules.toString();
    }

    List<Rule<ClaimCase>> claimRules() {
        return claimRules;
    }

    List<Rule<ClaimSet>> claimSetRules() {
        return claimSetRules;
    }

    List<Rule<PersonHistory>> personRules() {
        return personRules;
    }

    List<Rule<Remittance>> remittanceRules() {
        return remittanceRules;
    }

    private RuleSet filter(Predicate<Rule<?>> kept) {
        return new RuleSet(
                claimRules.stream().filter(kept).toList(),
                claimSetRules.stream().filter(kept).toList(),
                personRules.stream().filter(kept).toList(),
                remittanceRules.stream().filter(kept).toList());
    }

    private Set<String> known(String... ids) {
        Set<String> named = new HashSet<>(List.of(ids));
        Set<String> unknown = new HashSet<>(named);
        infos().forEach(info -> unknown.remove(info.id()));
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("No rule is called "
                    + String.join(", ", unknown.stream().sorted().toList()));
        }
        return named;
    }

    private static String quote(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ') {
                quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }

    @SafeVarargs
    private static <S> List<Rule<S>> concat(List<Rule<S>>... lists) {
        List<Rule<S>> rules = new ArrayList<>();
        for (List<Rule<S>> list : lists) {
            rules.addAll(list);
        }
        return rules;
    }
}
