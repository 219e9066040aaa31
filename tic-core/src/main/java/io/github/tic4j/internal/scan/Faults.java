package io.github.tic4j.internal.scan;

import io.github.tic4j.mrf.Leniency;
import io.github.tic4j.source.ContentException;
import org.jspecify.annotations.Nullable;

/** Where the scanner and the sections report what is not as it should be. */
interface Faults {

    /** Counts a leniency; throws instead where the read is strict. */
    void lenient(Leniency leniency, long offset, @Nullable String raw);

    /** The error for input that cannot be read on. */
    ContentException malformed(String problem, long offset);

    /** The error for input that ends too early. */
    ContentException truncated(long offset);

    /** The error for a limit that is hit. */
    ContentException limit(String name, long value, long offset);
}
