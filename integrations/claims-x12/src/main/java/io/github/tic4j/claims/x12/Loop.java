package io.github.tic4j.claims.x12;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A loop of a transaction: segments that belong together, and the loops below. Filled once, by {@link LoopParser}. */
final class Loop {

    private final String id;
    private final List<X12Segment> segments = new ArrayList<>();
    private final List<Loop> loops = new ArrayList<>();

    Loop(String id) {
        this.id = id;
    }

    void add(X12Segment segment) {
        segments.add(segment);
    }

    void add(Loop loop) {
        loops.add(loop);
    }

    String id() {
        return id;
    }

    /** The segments of this id, in order. */
    List<X12Segment> all(String segmentId) {
        return segments.stream()
                .filter(segment -> segment.id().equals(segmentId))
                .toList();
    }

    /** The first segment of this id, or null. */
    @Nullable
    X12Segment first(String segmentId) {
        return all(segmentId).stream().findFirst().orElse(null);
    }

    /** The first segment of this id whose first element is one of these, or null. */
    @Nullable
    X12Segment first(String segmentId, String... qualifiers) {
        return all(segmentId).stream()
                .filter(segment -> List.of(qualifiers).contains(String.valueOf(segment.element(1))))
                .findFirst()
                .orElse(null);
    }

    /** The loops right below whose ids begin like this, in order. */
    List<Loop> loops(String idPrefix) {
        return loops.stream().filter(loop -> loop.id.startsWith(idPrefix)).toList();
    }

    /** The loops of this id at any depth, in order. */
    Stream<Loop> find(String loopId) {
        return Stream.concat(
                id.equals(loopId) ? Stream.of(this) : Stream.of(),
                loops.stream().flatMap(loop -> loop.find(loopId)));
    }

    /** The segments of this id, here and at any depth, in order. */
    Stream<X12Segment> findSegments(String segmentId) {
        return Stream.concat(all(segmentId).stream(), loops.stream().flatMap(loop -> loop.findSegments(segmentId)));
    }

    @Override
    public String toString() {
        return "loop " + id;
    }
}
