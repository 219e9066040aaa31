package io.github.tic4j.claims.alert;

import io.github.tic4j.claims.Claim;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * A rule: which claims belong together, and what there is to say given all of them. Both functions must be pure and the
 * second must not depend on the order of the claims; then the alerts that stand depend on the claims in force alone,
 * however they came.
 *
 * @param <K> the key, a value such as person and day
 * @param id the rule's id
 * @param version raised whenever its meaning changes
 * @param title what it looks for, in words
 * @param keys the keys that a claim belongs to; none if the rule has nothing to do with it
 * @param observations what there is to say about the claims of a key, given sorted by id
 */
public record AlertRule<K>(
        String id,
        int version,
        String title,
        Function<Claim, ? extends Collection<K>> keys,
        BiFunction<K, Collection<Claim>, List<Observation>> observations) {

    /**
     * A state and what changed on the way to it.
     *
     * @param state the state
     * @param signals the changes, in the order of alert ids
     */
    public record Step(AlertState state, List<AlertSignal> signals) {

        /** Copies the list. */
        public Step {
            signals = List.copyOf(signals);
        }
    }

    /** The state of a key after changes, and the signals that lead from one to the other. Pure. */
    public Step step(K key, AlertState state, List<ClaimChange> changes) {
        SortedMap<String, Claim> claims = new TreeMap<>(state.claims());
        for (ClaimChange change : changes) {
            if (change.kind() == ClaimChange.Kind.ADDED) {
                claims.put(AlertState.keyOf(change.claim()), change.claim());
            } else {
                claims.remove(AlertState.keyOf(change.claim()));
            }
        }
        SortedMap<String, Alert> standing = new TreeMap<>();
        for (Observation observation : observations.apply(key, claims.values())) {
            Alert alert = Alert.of(id, version, observation);
            if (standing.put(alert.id(), alert) != null) {
                throw new IllegalStateException(
                        "Rule " + id + " made two observations of one subject, topic and window");
            }
        }
        return new Step(new AlertState(claims, standing), signals(state.standing(), standing));
    }

    private static List<AlertSignal> signals(SortedMap<String, Alert> before, SortedMap<String, Alert> after) {
        List<AlertSignal> signals = new ArrayList<>();
        before.forEach((id, alert) -> {
            if (!after.containsKey(id)) {
                signals.add(new AlertSignal(AlertSignal.Kind.CLEARED, alert));
            }
        });
        after.forEach((id, alert) -> {
            Alert earlier = before.get(id);
            if (earlier == null) {
                signals.add(new AlertSignal(AlertSignal.Kind.RAISED, alert));
            } else if (!earlier.equals(alert)) {
                signals.add(new AlertSignal(AlertSignal.Kind.CHANGED, alert));
            }
        });
        return signals;
    }

    @Override
    public String toString() {
        return id + " " + title;
    }
}
