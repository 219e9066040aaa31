/**
 * How fast the reader is, beside others that do the same work on the same file. One class per question; {@code Ratios}
 * answers the most important ones in two minutes.
 */
@NullMarked
package io.github.tic4j.benchmarks;

import org.jspecify.annotations.NullMarked;
