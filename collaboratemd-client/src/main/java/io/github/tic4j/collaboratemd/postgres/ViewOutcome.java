package io.github.tic4j.collaboratemd.postgres;

/**
 * What became of one view.
 *
 * @param view its name
 * @param isApplied whether it exists now as this version of the library has it
 * @param reason why not; empty if applied
 */
public record ViewOutcome(String view, boolean isApplied, String reason) {}
