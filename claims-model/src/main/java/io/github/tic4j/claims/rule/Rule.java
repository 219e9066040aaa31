package io.github.tic4j.claims.rule;

/**
 * A rule: what is known about it and what it does.
 *
 * @param <S> what it looks at: {@link ClaimCase}, {@link ClaimSet}, {@link PersonHistory} or a remittance
 * @param info what is known about it
 * @param check what it does
 */
public record Rule<S>(RuleInfo info, Check<S> check) {

    /** The id of the rule. */
    public String id() {
        return info.id();
    }
}
