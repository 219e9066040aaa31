package io.github.tic4j.collaboratemd.pipeline;

import io.github.tic4j.collaboratemd.CustomerNumber;

/**
 * An account whose reports are run.
 *
 * @param number its customer number
 * @param name what people call it; empty if not stated
 */
public record Account(CustomerNumber number, String name) {}
