package io.github.tic4j.internal.scan;

import io.github.tic4j.mrf.Leniency;
import io.github.tic4j.source.ContentException;
import io.github.tic4j.source.ContentException.Location;
import io.github.tic4j.source.LimitExceededException;
import io.github.tic4j.source.MalformedContentException;
import io.github.tic4j.source.TruncatedContentException;
import org.jspecify.annotations.Nullable;

/** Where the scanner and the sections report what is not as it should be. */
interface Faults {

    /** Counts a leniency; throws instead where the read is strict. */
    void lenient(Leniency leniency, long offset, @Nullable String raw);

    /** Where a byte stands, for messages. */
    Location location(long offset);

    /** The error for input that cannot be read on. */
    default ContentException malformed(String problem, long offset) {
        return new MalformedContentException(problem, location(offset));
    }

    /** The error for input that ends too early. */
    default ContentException truncated(long offset) {
        return new TruncatedContentException("The document ends before it is complete", location(offset));
    }

    /** The error for a limit that is hit. */
    default ContentException limit(String name, long value, long offset) {
        return new LimitExceededException(name, value, location(offset));
    }
}
