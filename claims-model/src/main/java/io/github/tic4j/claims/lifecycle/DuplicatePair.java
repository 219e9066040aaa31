package io.github.tic4j.claims.lifecycle;

/**
 * Two records that ask for the same thing. {@code first} and {@code second} are in the order of their claim ids and line numbers,
 * whatever order they came in.
 *
 * @param ruleId the rule that found it, {@code DUP-001} to {@code DUP-006}
 * @param exact whether everything that counts is equal; otherwise they are suspected
 * @param first one record
 * @param second the other
 */
public record DuplicatePair(String ruleId, boolean exact, Place first, Place second) {

    /**
     * A claim or one of its lines. {@code toString} shows the line only.
     *
     * @param claimId the claim
     * @param line the line number, or 0 for the claim as a whole
     */
    public record Place(String claimId, int line) implements Comparable<Place> {

        @Override
        public int compareTo(Place other) {
            int byClaim = claimId.compareTo(other.claimId);
            return byClaim != 0 ? byClaim : Integer.compare(line, other.line);
        }

        @Override
        public String toString() {
            return line == 0 ? "Place[claim]" : "Place[line " + line + "]";
        }
    }

    static DuplicatePair of(String ruleId, boolean exact, Place one, Place other) {
        return one.compareTo(other) <= 0
                ? new DuplicatePair(ruleId, exact, one, other)
                : new DuplicatePair(ruleId, exact, other, one);
    }
}
