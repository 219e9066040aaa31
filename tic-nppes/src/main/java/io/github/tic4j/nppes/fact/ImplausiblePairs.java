package io.github.tic4j.nppes.fact;

import io.github.tic4j.nppes.internal.ResourceTable;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Services that a kind of provider is very unlikely to render, such as a joint replacement by a psychologist. Payers publish
 * such prices in bulk, for every code of a fee schedule and every provider of a network. The rules are data, with reasons.
 */
public final class ImplausiblePairs {

    private static final ImplausiblePairs BUILT_IN =
            new ImplausiblePairs(ResourceTable.read(ImplausiblePairs.class, "implausible-pairs.csv").stream()
                    .map(Rule::of)
                    .toList());
    private static final OfCode NOTHING = new OfCode(List.of());

    private final List<Rule> rules;

    private ImplausiblePairs(List<Rule> rules) {
        this.rules = rules;
    }

    /** The rules of this library. */
    public static ImplausiblePairs builtIn() {
        return BUILT_IN;
    }

    /**
     * What the rules say of one billing code: to be asked once per code and then for each provider.
     *
     * @param codeType CMS's {@code billing_code_type}; the rules speak of CPT and HCPCS only
     */
    public OfCode ofCode(@Nullable String codeType, @Nullable String code) {
        String type = codeType == null ? "CPT" : codeType.strip().toUpperCase(Locale.ROOT);
        String normal = code == null ? null : CodeRanges.normal(code);
        if (normal == null || (!type.equals("CPT") && !type.equals("HCPCS"))) {
            return NOTHING;
        }
        List<Rule> fitting = rules.stream()
                .filter(rule -> rule.codes.contains(normal) && !rule.except.contains(normal))
                .toList();
        return fitting.isEmpty() ? NOTHING : new OfCode(fitting);
    }

    /** The names and reasons of all rules. */
    public List<Implausibility> rules() {
        return rules.stream().map(rule -> rule.finding).toList();
    }

    /** The rules that speak of one billing code. */
    public static final class OfCode {

        private final List<Rule> rules;

        private OfCode(List<Rule> rules) {
            this.rules = rules;
        }

        /** Whether none speaks of it. */
        boolean isEmpty() {
            return rules.isEmpty();
        }

        /**
         * Why the service is implausible for a provider with these taxonomies; {@code null} if it is not. One taxonomy for which
         * it is plausible is enough, and of a provider without any taxonomy nothing is said.
         */
        public @Nullable Implausibility of(Collection<String> taxonomyCodes) {
            Implausibility found = null;
            for (String taxonomy : taxonomyCodes) {
                Implausibility each = of(taxonomy);
                if (each == null) {
                    return null;
                }
                found = found == null ? each : found;
            }
            return found;
        }

        private @Nullable Implausibility of(String taxonomy) {
            for (Rule rule : rules) {
                for (String prefix : rule.taxonomies) {
                    if (taxonomy.startsWith(prefix)) {
                        return rule.finding;
                    }
                }
            }
            return null;
        }
    }

    /**
     * What a rule says.
     *
     * @param rule its name
     * @param reason why the pair is unlikely
     */
    public record Implausibility(String rule, String reason) {}

    private record Rule(Implausibility finding, List<String> taxonomies, CodeRanges codes, CodeRanges except) {

        static Rule of(List<String> row) {
            return new Rule(
                    new Implausibility(row.get(0), row.get(4)),
                    List.of(row.get(1).split(" ")),
                    CodeRanges.parse(row.get(2)),
                    CodeRanges.parse(row.get(3)));
        }
    }
}
