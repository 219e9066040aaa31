package io.github.tic4j.claims.x12;

import java.util.List;

/**
 * A transaction set.
 *
 * @param source the file
 * @param guide what it is read by
 * @param segments its segments, from ST to SE
 */
record Transaction(String source, Guide guide, List<X12Segment> segments) {

    Transaction {
        segments = List.copyOf(segments);
    }

    X12Segment start() {
        return segments.get(0);
    }

    @Override
    public String toString() {
        return guide + " of " + segments.size() + " segments";
    }
}
