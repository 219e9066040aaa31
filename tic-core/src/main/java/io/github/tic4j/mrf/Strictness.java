package io.github.tic4j.mrf;

/** What a reader does with content that real publishers send although the rules forbid it. */
public enum Strictness {
    /** Takes it, keeps the raw text beside the normal form, and counts every {@link Leniency}. */
    LENIENT,
    /** Stops with an error that names the leniency it would have needed, and checks the grammar of what it skips. */
    STRICT
}
