package io.github.tic4j.internal.scan;

import io.github.tic4j.mrf.Finding;
import io.github.tic4j.mrf.Finding.Severity;

/** Takes the findings of a {@link SchemaWalk}. */
public interface SchemaFindings {

    /** Counts a finding; whether a sample of it is wanted. */
    boolean count(String rule, Severity severity);

    /** Keeps a sample of a finding that was counted. */
    void keep(Finding sample);
}
