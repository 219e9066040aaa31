package io.github.tic4j.collaboratemd;

/** Whether a run carries something unique. Undocumented and apparently ignored by the service; some clients send it. */
public enum CacheBuster {
    /** Nothing. */
    NONE,
    /** The epoch second as the query parameter {@code ts}. */
    QUERY_TS,
    /** An XML body {@code Run} with a {@code Nonce}. */
    BODY_NONCE
}
