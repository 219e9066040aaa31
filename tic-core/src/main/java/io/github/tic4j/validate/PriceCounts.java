package io.github.tic4j.validate;

/**
 * How many prices there are, and how good they are. Out of network a price is an allowed amount.
 *
 * @param seen all that were read, those that could not be delivered included
 * @param complete those with all required fields
 * @param accurate those without a warning or error
 */
public record PriceCounts(long seen, long complete, long accurate) {

    /** No prices. */
    public static final PriceCounts NONE = new PriceCounts(0, 0, 0);

    /** The percentage of complete prices; 100 if there are none. */
    public double completeness() {
        return percentage(complete);
    }

    /** The percentage of prices without a warning or error; 100 if there are none. */
    public double accuracy() {
        return percentage(accurate);
    }

    /** The sum of two. */
    public PriceCounts plus(PriceCounts other) {
        return new PriceCounts(seen + other.seen, complete + other.complete, accurate + other.accurate);
    }

    private double percentage(long part) {
        return seen == 0 ? 100 : 100.0 * part / seen;
    }
}
