package io.github.tic4j.cli;

import java.io.PrintStream;

/**
 * Where a command writes.
 *
 * @param out results
 * @param err everything else
 */
record Output(PrintStream out, PrintStream err) {}
