package io.github.tic4j.claims.rule;

import org.jspecify.annotations.Nullable;

/**
 * How often a rule came to each result.
 *
 * @param rule the rule
 * @param passed subjects for which it held
 * @param failed subjects for which it did not
 * @param notApplicable subjects to which it did not apply
 * @param errors subjects on which it broke down
 */
public record RuleTally(RuleInfo rule, long passed, long failed, long notApplicable, long errors) {

    /** The subjects that the rule judged: the denominator of its rate. */
    public long applicable() {
        return passed + failed;
    }

    /** Failures in percent of the judged subjects; null if there are none. */
    public @Nullable Double failureRate() {
        return applicable() == 0 ? null : Double.valueOf(100.0 * failed / applicable());
    }

    /** What the rule says about all subjects together if that many percent of failures are tolerated. */
    public Result resultAt(double toleratedPercent) {
        Double rate = failureRate();
        if (rate == null) {
            return errors > 0 ? Result.ERROR : Result.NOT_APPLICABLE;
        }
        return rate > toleratedPercent ? Result.FAIL : Result.PASS;
    }
}
