package io.github.tic4j.claims.alert;

import io.github.tic4j.claims.Claim;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Runs rules over claims in memory. Claims come one by one through {@link #accept}, or many at a time through
 * {@link #add} and {@link #settle}; the alerts that stand in the end are the same. A stream processor runs the same
 * rules by keeping an {@link AlertState} for each rule and key and calling {@link AlertRule#step}.
 *
 * <p>Memory grows with the number of claims. Not thread-safe.
 */
public final class AlertEngine {

    private final List<Running<?>> rules = new ArrayList<>();
    private final ClaimLedger ledger = new ClaimLedger();

    /** Runs these rules, such as {@link AlertRules#standard}; two with the same id are misuse. */
    public AlertEngine(List<AlertRule<?>> rules) {
        if (rules.stream().map(AlertRule::id).distinct().count() != rules.size()) {
            throw new IllegalArgumentException("two rules have the same id");
        }
        rules.forEach(rule -> this.rules.add(new Running<>(rule)));
    }

    /** The alerts that stand given all these claims. */
    public static List<Alert> batch(List<AlertRule<?>> rules, Stream<Claim> claims) {
        AlertEngine engine = new AlertEngine(rules);
        claims.forEach(engine::add);
        engine.settle();
        return engine.standing();
    }

    /** Takes a record in and tells at once what follows. */
    public List<AlertSignal> accept(Claim claim) {
        add(claim);
        return settle();
    }

    /** Takes a record in: a claim, an adjustment, or a void. What follows is told by {@link #settle}. */
    public void add(Claim claim) {
        for (ClaimChange change : ledger.accept(claim)) {
            rules.forEach(rule -> rule.note(change));
        }
    }

    /** Works out what follows from the records taken in since the last time. */
    public List<AlertSignal> settle() {
        List<AlertSignal> signals = new ArrayList<>();
        rules.forEach(rule -> rule.settle(signals));
        return signals;
    }

    /** The alerts that stand as of the last {@link #settle}, by rule in the order given, then by id. */
    public List<Alert> standing() {
        List<Alert> alerts = new ArrayList<>();
        rules.forEach(rule -> rule.addStanding(alerts));
        return alerts;
    }

    /** A rule with its states and the changes that wait for it. */
    private static final class Running<K> {

        private final AlertRule<K> rule;
        private final Map<K, AlertState> states = new LinkedHashMap<>();
        private final Map<K, List<ClaimChange>> waiting = new LinkedHashMap<>();

        Running(AlertRule<K> rule) {
            this.rule = rule;
        }

        void note(ClaimChange change) {
            for (K key : rule.keys().apply(change.claim())) {
                waiting.computeIfAbsent(key, k -> new ArrayList<>()).add(change);
            }
        }

        void settle(List<AlertSignal> signals) {
            waiting.forEach((key, changes) -> {
                AlertRule.Step step = rule.step(key, states.getOrDefault(key, AlertState.EMPTY), changes);
                signals.addAll(step.signals());
                if (step.state().claims().isEmpty()) {
                    states.remove(key);
                } else {
                    states.put(key, step.state());
                }
            });
            waiting.clear();
        }

        void addStanding(List<Alert> alerts) {
            Map<String, Alert> sorted = new TreeMap<>();
            states.values().forEach(state -> sorted.putAll(state.standing()));
            alerts.addAll(sorted.values());
        }
    }
}
