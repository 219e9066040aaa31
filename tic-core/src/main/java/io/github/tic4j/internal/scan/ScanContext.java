package io.github.tic4j.internal.scan;

import io.github.tic4j.mrf.Finding;
import io.github.tic4j.mrf.Leniency;
import io.github.tic4j.mrf.Reject;
import io.github.tic4j.source.ContentException.Location;
import io.github.tic4j.source.MalformedContentException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where a scan stands, and what it noted on the way: leniencies, findings, unknown keys. One for each document. */
final class ScanContext implements Faults {

    private static final int DEEPEST = 12;

    final String source;
    private final boolean strict;
    private final ScanEvents events;
    private final String[] names = new String[DEEPEST];
    private final long[] indexes = new long[DEEPEST];
    private int depth;
    private long lenientTotal;
    private final Map<Leniency, Long> leniencies;
    private final Map<String, Long> findings;
    private final Map<String, Long> unknownKeys;
    private final int maxUnknownKeys;
    private @Nullable List<Runnable> recording;

    ScanContext(String source, ScanPlan plan, ScanEvents events, Counts counts) {
        this.source = source;
        this.strict = plan.isStrict();
        this.maxUnknownKeys = plan.limits().maxUnknownKeys();
        this.events = events;
        this.leniencies = counts.leniencies;
        this.findings = counts.findings;
        this.unknownKeys = counts.unknownKeys;
    }

    // ---- the path

    void enter(String name) {
        names[depth] = name;
        indexes[depth++] = -1;
    }

    void leave() {
        depth--;
    }

    /** Sets the position within the array that was entered last. */
    void at(long index) {
        indexes[depth - 1] = index;
    }

    String path() {
        StringBuilder path = new StringBuilder("$");
        for (int i = 0; i < depth; i++) {
            path.append('.').append(names[i]);
            if (indexes[i] >= 0) {
                path.append('[').append(indexes[i]).append(']');
            }
        }
        return path.toString();
    }

    // ---- notes

    @Override
    public void lenient(Leniency leniency, long offset, @Nullable String raw) {
        if (strict) {
            throw new MalformedContentException(
                    "Strict reading does not take " + leniency
                            + (raw == null ? "" : " (\"" + Numbers.clipped(raw) + "\")"),
                    new Location(source, offset, path()));
        }
        lenientTotal++;
        leniencies.merge(leniency, 1L, Long::sum);
        if (recording != null) {
            recording.add(() -> leniencies.merge(leniency, 1L, Long::sum));
        }
    }

    /** How many leniencies were needed so far, those of remembered prices left out. */
    long lenientTotal() {
        return lenientTotal;
    }

    void unknownKey(Keys.Key key) {
        String name = depth == 0 ? key.name : names[depth - 1] + "." + key.name;
        boolean known = unknownKeys.size() < maxUnknownKeys || unknownKeys.containsKey(name);
        String counted = known ? name : "(others)";
        unknownKeys.merge(counted, 1L, Long::sum);
        if (recording != null) {
            recording.add(() -> unknownKeys.merge(counted, 1L, Long::sum));
        }
    }

    /** Notes from here on are kept, so that they can be made again for a price of the same shape. */
    void record() {
        recording = new ArrayList<>(0);
    }

    /** Ends {@link #record}; what makes the same notes again, or {@code null} if there were none. */
    @Nullable
    List<Runnable> recorded() {
        List<Runnable> notes = recording;
        recording = null;
        return notes == null || notes.isEmpty() ? null : notes;
    }

    void finding(String rule, Finding.Severity severity, long offset, @Nullable String raw, String message) {
        findings.merge(rule, 1L, Long::sum);
        String clipped = raw == null ? null : Numbers.clipped(raw);
        events.finding(new Finding(rule, severity, path(), offset, clipped, message));
    }

    void reject(String reason, long offset, @Nullable String raw) {
        events.reject(new Reject(reason, path(), offset, raw == null ? null : Numbers.clipped(raw)));
    }

    @Override
    public Location location(long offset) {
        return new Location(source, offset, path());
    }
}
