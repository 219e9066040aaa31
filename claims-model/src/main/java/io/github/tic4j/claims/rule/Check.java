package io.github.tic4j.claims.rule;

/**
 * The working part of a rule. A check has no state and is thread-safe.
 *
 * @param <S> what it looks at
 */
@FunctionalInterface
public interface Check<S> {

    /** Judges the subject; a check that answers {@link Result#FAIL} has told the findings where and why. */
    Result run(S subject, Findings findings);
}
