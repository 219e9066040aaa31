package io.github.tic4j.claims.layer;

import java.time.Instant;

/**
 * One run over an input, named in every row of bronze. The same run over the same input makes the same bytes.
 *
 * @param id the run
 * @param time when the host says it began
 */
public record Run(String id, Instant time) {}
