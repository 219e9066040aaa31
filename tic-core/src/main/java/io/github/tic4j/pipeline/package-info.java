/**
 * From the indexes of payers to committed tables in a folder: many files at a time, restartable at any moment. The entry is
 * {@link io.github.tic4j.pipeline.Pipeline}.
 */
@NullMarked
package io.github.tic4j.pipeline;

import org.jspecify.annotations.NullMarked;
