package io.github.tic4j.internal.scan;

import io.github.tic4j.mrf.Finding;
import io.github.tic4j.mrf.Finding.Severity;
import io.github.tic4j.mrf.Leniency;
import io.github.tic4j.source.ContentException.Location;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where a walk over a document stands, and what it reports. A path is only put together for a finding that is kept. */
final class SchemaFaults implements Faults {

    private static final int DEEPEST = 16;

    private final String source;
    private final SchemaFindings findings;
    private final String[] keys = new String[DEEPEST];
    private final long[] indexes = new long[DEEPEST];
    private int depth;

    SchemaFaults(String source, SchemaFindings findings) {
        this.source = source;
        this.findings = findings;
    }

    void enter(String key) {
        keys[depth] = key;
        indexes[depth++] = -1;
    }

    void leave() {
        depth--;
    }

    /** Sets the position within the array under the key that was entered last. */
    void at(long index) {
        if (depth > 0) {
            indexes[depth - 1] = index;
        }
    }

    String path() {
        StringBuilder path = new StringBuilder("$");
        for (int i = 0; i < depth; i++) {
            path.append('.').append(keys[i]);
            if (indexes[i] >= 0) {
                path.append('[').append(indexes[i]).append(']');
            }
        }
        return path.toString();
    }

    void found(String rule, long offset, @Nullable String raw, String message) {
        if (findings.count(rule, Severity.ERROR)) {
            String clipped = raw == null ? null : Numbers.clipped(raw);
            findings.keep(new Finding(rule, Severity.ERROR, path(), offset, clipped, message));
        }
    }

    @Override
    public void lenient(Leniency leniency, long offset, @Nullable String raw) {
        found(
                "json-syntax",
                offset,
                raw,
                "Expected JSON as RFC 8259 spells it; was "
                        + leniency.name().toLowerCase(Locale.ROOT).replace('_', ' '));
    }

    @Override
    public Location location(long offset) {
        return new Location(source, offset, path());
    }
}
