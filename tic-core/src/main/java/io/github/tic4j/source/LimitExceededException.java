package io.github.tic4j.source;

/** A limit was hit. The message names the limit, its value and how to raise it. */
public final class LimitExceededException extends ContentException {

    private static final long serialVersionUID = 1L;

    private final String limit;

    /**
     * An error at a place.
     *
     * @param limit the option's name, as it is spelt in the options type
     * @param value its present value
     */
    public LimitExceededException(String limit, long value, Location where) {
        super(
                "Limit " + limit + " = " + value + " exceeded; raise it in the options if the input is genuine,",
                where,
                null);
        this.limit = limit;
    }

    /** The name of the limit. */
    public String limit() {
        return limit;
    }
}
