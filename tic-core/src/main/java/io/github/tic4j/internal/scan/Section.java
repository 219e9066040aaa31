package io.github.tic4j.internal.scan;

import java.io.IOException;

/** A part of a document that is read in steps, each bounded in memory. */
interface Section {

    /** Reads on; {@code false} when the section is at its end and nothing was read. */
    boolean step() throws IOException;

    /** Called after an error: accounts for what was read and can no longer be completed. */
    default void abandon() throws IOException {}

    /** Called when nobody wants the rest: frees what is held. */
    default void close() throws IOException {}
}
