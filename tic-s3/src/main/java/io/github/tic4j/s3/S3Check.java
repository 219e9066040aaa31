package io.github.tic4j.s3;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What a caller may do below a prefix, found by trying.
 *
 * @param prefix where it was tried
 * @param steps what was tried, in that order
 */
public record S3Check(S3Location prefix, List<Step> steps) {

    /** How a step ended. */
    public enum Outcome {
        /** It works. */
        FINE,
        /** It does not, and what depends on it will fail. */
        FAILED,
        /** It does not; everything works without, the message says what is less good. */
        WARNING,
        /** An earlier failure left nothing to try it on. */
        NOT_TRIED
    }

    /**
     * One thing that was tried.
     *
     * @param name what it was
     * @param permission what a policy must allow for it
     * @param outcome how it ended
     * @param message what to do about it; empty where all is fine
     */
    public record Step(String name, String permission, Outcome outcome, String message) {}

    /** Copies the list. */
    public S3Check {
        steps = List.copyOf(steps);
    }

    /** Whether everything works that a run needs. */
    public boolean isFine() {
        return steps.stream()
                .noneMatch(step -> step.outcome() == Outcome.FAILED || step.outcome() == Outcome.NOT_TRIED);
    }

    /** One line for each step, for people. */
    @Override
    public String toString() {
        return steps.stream()
                .map(step -> String.format(
                                "%-24s %-10s %-32s %s", step.name(), step.outcome(), step.permission(), step.message())
                        .stripTrailing())
                .collect(Collectors.joining("\n", "Access to " + prefix + "\n", ""));
    }
}
