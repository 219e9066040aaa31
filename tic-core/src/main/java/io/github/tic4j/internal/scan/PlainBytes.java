package io.github.tic4j.internal.scan;

import java.io.IOException;

/** A document that lies somewhere as it is, so that several threads can read it at several places at once. */
public interface PlainBytes {

    /** How many bytes there are. */
    long size() throws IOException;

    /**
     * Reads some bytes.
     *
     * @return how many were read, at least one; -1 if there are none at the position
     */
    int read(long position, byte[] into, int offset, int length) throws IOException;
}
