package io.github.tic4j.normalize;

import io.github.tic4j.mrf.Finding.Severity;
import java.util.List;

/**
 * What a {@link Review} says about a price or a payment.
 *
 * @param <T> what was reviewed
 */
public sealed interface Verdict<T> {

    /**
     * It is written.
     *
     * @param value what is written, which may be another one than was reviewed
     * @param flags ids of the rules that found something about it
     * @param <T> what was reviewed
     */
    record Keep<T>(T value, List<String> flags) implements Verdict<T> {

        /** Copies the list. */
        public Keep {
            flags = List.copyOf(flags);
        }
    }

    /**
     * It becomes a row of rejects, and counts as rejected.
     *
     * @param rule the id of the rule, by which the ledger counts it
     * @param severity how bad it is
     * @param message what was expected and what was found
     * @param <T> what was reviewed
     */
    record Reject<T>(String rule, Severity severity, String message) implements Verdict<T> {}

    /**
     * It is not wanted, and counts as filtered.
     *
     * @param <T> what was reviewed
     */
    record Drop<T>() implements Verdict<T> {}

    /** Keeps it, unchanged and without flags. */
    static <T> Verdict<T> keep(T value) {
        return new Keep<>(value, List.of());
    }
}
