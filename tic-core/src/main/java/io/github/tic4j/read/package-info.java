/**
 * Reads machine-readable files of any kind, version and container, in one pass and constant memory. Start with
 * {@link io.github.tic4j.read.MrfReader}.
 */
@NullMarked
package io.github.tic4j.read;

import org.jspecify.annotations.NullMarked;
