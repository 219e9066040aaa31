package io.github.tic4j.validate;

import io.github.tic4j.spi.Rule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** The host's rules: those it registers, then those on the class path. */
final class CustomRules {

    private CustomRules() {}

    /** Fails if another rule has the id of a rule that is registered. */
    static void checkId(Rule rule, List<Rule> registered) {
        if (isBuiltIn(rule) || byId(registered, rule.id()) != null) {
            throw new IllegalArgumentException("Two rules have the id " + rule.id() + "; one of them is "
                    + rule.getClass().getName());
        }
    }

    /** The registered rules and, behind them, those of the found ones whose ids are free. */
    static List<Rule> joined(List<Rule> registered, List<Rule> found) {
        List<Rule> all = new ArrayList<>(registered);
        found.stream().filter(rule -> byId(registered, rule.id()) == null).forEach(all::add);
        return all;
    }

    /** The rules on the class path. */
    static List<Rule> found() {
        List<Rule> all = new ArrayList<>();
        try {
            for (Rule rule : ServiceLoader.load(Rule.class)) {
                Rule other = byId(all, rule.id());
                if (other != null || isBuiltIn(rule)) {
                    String holder =
                            other == null ? "a built-in rule" : other.getClass().getName();
                    throw new IllegalStateException("Two rules have the id " + rule.id() + ": " + holder + " and "
                            + rule.getClass().getName());
                }
                all.add(rule);
            }
        } catch (ServiceConfigurationError e) {
            throw new IllegalStateException("A quality rule cannot be loaded: " + e.getMessage(), e);
        }
        return all;
    }

    private static boolean isBuiltIn(Rule rule) {
        return Arrays.stream(QualityRule.values())
                .anyMatch(builtIn -> builtIn.id().equals(rule.id()));
    }

    private static @Nullable Rule byId(List<Rule> rules, String id) {
        return rules.stream().filter(rule -> rule.id().equals(id)).findFirst().orElse(null);
    }
}
