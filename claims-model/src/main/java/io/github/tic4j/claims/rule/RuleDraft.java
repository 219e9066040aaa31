package io.github.tic4j.claims.rule;

import io.github.tic4j.claims.Claim;
import io.github.tic4j.claims.ClaimLine;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Writes a rule about a claim in a few lines: name it, say {@link #when} it applies, and end with what {@link #holds}.
 *
 * <pre>{@code
 * Rule<ClaimCase> rule = RuleDraft.line("ACME-001", Severity.WARNING, "units")
 *         .reason("Acme sells at most ten of anything")
 *         .when((c, line) -> line.units() != null)
 *         .holds((c, line) -> line.units().intValue() <= 10);
 * }</pre>
 *
 * @param <T> the part of the claim that the rule looks at
 */
public final class RuleDraft<T> {

    private final Walk<T> walk;
    private final String id;
    private final Severity severity;
    private final String path;
    private final Scope scope;
    private String reason = "";
    private Dimension dimension = Dimension.ACCURACY;
    private @Nullable Predicate<ReferenceData> needed;
    private BiPredicate<ClaimCase, T> applies = (subject, part) -> true;
    private BiFunction<ClaimCase, T, @Nullable Object> observed = (subject, part) -> "";

    private RuleDraft(Walk<T> walk, String id, Severity severity, String path, Scope scope) {
        this.walk = walk;
        this.id = id;
        this.severity = severity;
        this.path = path;
        this.scope = scope;
    }

    /** A rule about the claim as a whole. */
    public static RuleDraft<Claim> claim(String id, Severity severity, String path) {
        return new RuleDraft<>(Walk.CLAIM, id, severity, path, Scope.CLAIM);
    }

    /** A rule about each line; it holds if it holds for every line that it applies to. */
    public static RuleDraft<ClaimLine> line(String id, Severity severity, String path) {
        return new RuleDraft<>(Walk.LINES, id, severity, path, Scope.LINE);
    }

    /** A rule about each of the given parts. */
    static <T> RuleDraft<T> each(Walk<T> walk, String id, Severity severity, String path) {
        return new RuleDraft<>(walk, id, severity, path, Scope.CLAIM);
    }

    /** What must hold, as a sentence without a full stop; findings begin with it. Required. */
    public RuleDraft<T> reason(String value) {
        reason = value;
        return this;
    }

    /** The score that the rule counts for; {@link Dimension#ACCURACY} by default. */
    public RuleDraft<T> dimension(Dimension value) {
        dimension = value;
        return this;
    }

    /** Makes a rule that does not apply unless this reference data is loaded. */
    RuleDraft<T> needs(Predicate<ReferenceData> loaded) {
        needed = loaded;
        return this;
    }

    /** When the rule applies; always by default. */
    public RuleDraft<T> when(BiPredicate<ClaimCase, T> value) {
        applies = value;
        return this;
    }

    /** What a finding shows beside the reason; asked only if the rule fails. */
    public RuleDraft<T> observed(BiFunction<ClaimCase, T, @Nullable Object> value) {
        observed = value;
        return this;
    }

    /** What must hold where the rule applies. */
    public Rule<ClaimCase> holds(BiPredicate<ClaimCase, T> condition) {
        RuleInfo info = new RuleInfo(id, severity, scope, dimension, path, reason, needed != null);
        return new Rule<>(info, new Each<>(walk, path, needed, applies, condition, observed));
    }

    private record Each<T>(
            Walk<T> walk,
            String path,
            @Nullable Predicate<ReferenceData> needed,
            BiPredicate<ClaimCase, T> applies,
            BiPredicate<ClaimCase, T> condition,
            BiFunction<ClaimCase, T, @Nullable Object> observed)
            implements Check<ClaimCase> {

        @Override
        public Result run(ClaimCase subject, Findings findings) {
            if (needed != null && !needed.test(subject.reference())) {
                return Result.NOT_APPLICABLE;
            }
            Claim claim = subject.claim();
            Result result = Result.NOT_APPLICABLE;
            for (int i = 0, size = walk.size(claim); i < size; i++) {
                T part = walk.get(claim, i);
                if (part == null || !applies.test(subject, part)) {
                    continue;
                }
                boolean holds = condition.test(subject, part);
                result = result.and(
                        holds
                                ? Result.PASS
                                : findings.fail(walk.path(i, path), String.valueOf(observed.apply(subject, part))));
            }
            return result;
        }
    }
}
