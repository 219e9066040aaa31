package io.github.tic4j.validate;

/**
 * Two limits for a percentage.
 *
 * @param warnBelow below this it is a warning
 * @param failBelow below this it is an error
 */
public record Threshold(double warnBelow, double failBelow) {

    /** Checks that both are percentages and in order. */
    public Threshold {
        if (!(failBelow >= 0 && failBelow <= warnBelow && warnBelow <= 100)) {
            throw new IllegalArgumentException("A threshold needs 0 <= failBelow <= warnBelow <= 100, was warnBelow "
                    + warnBelow + " and failBelow " + failBelow);
        }
    }

    /** What a percentage comes to. */
    public Verdict of(double percentage) {
        if (percentage < failBelow) {
            return Verdict.FAIL;
        }
        return percentage < warnBelow ? Verdict.WARN : Verdict.PASS;
    }
}
