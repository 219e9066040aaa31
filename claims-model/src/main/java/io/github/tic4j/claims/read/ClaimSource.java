package io.github.tic4j.claims.read;

import io.github.tic4j.claims.Claim;
import io.github.tic4j.claims.CoverageSpan;
import io.github.tic4j.claims.Patient;
import io.github.tic4j.claims.Provider;
import java.util.stream.Stream;

/**
 * What can be read out of an input. Each call starts a new pass over the files; each stream holds files open until it is
 * closed, so use try-with-resources. A layout that lacks a kind of record answers an empty stream.
 *
 * <p>Faults while a stream runs are {@link java.io.UncheckedIOException} for I/O and {@link UnreadableInputException} for
 * content that cannot be read further.
 */
public interface ClaimSource {

    /** The claims, dispensed drugs among them: those are pharmacy claims of one line. */
    Stream<Sourced<Claim>> claims();

    /** The persons, each once for each distinct description of them; those already seen are held in memory. */
    Stream<Sourced<Patient>> patients();

    /** The practitioners and organisations. */
    Stream<Sourced<Provider>> providers();

    /** The times of coverage. */
    Stream<Sourced<CoverageSpan>> coverage();

    /** Every row of every file that the layout knows, whether or not it can be understood. */
    Stream<RawRecord> raw();
}
