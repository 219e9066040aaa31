package io.github.tic4j.validate;

/** What a quality report comes to. The order is from best to worst. */
public enum Verdict {
    /** Nothing worse than information was found. */
    PASS,
    /** There are warnings or errors, but no threshold was missed and no schema violated. */
    WARN,
    /** The schema is violated, or completeness or accuracy is below its lower threshold. */
    FAIL,
    /** The file could not be read to its end. */
    BROKEN;

    /** The worse of two. */
    public Verdict worse(Verdict other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
