package io.github.tic4j.nppes.snapshot;

/** How thoroughly a snapshot is checked when it is opened. */
public enum Verification {
    /** Manifest, sizes and the checksum of every byte: about a second for the whole of NPPES once it is in the page cache. */
    FULL,
    /** Manifest and sizes only: a few milliseconds, for a process that asks one question of a snapshot known to be good. */
    QUICK
}
