/**
 * From a machine-readable file to the tables, in one pass: {@link io.github.tic4j.normalize.Normalizer} is the entry,
 * {@link io.github.tic4j.normalize.SourceFile} what it takes, {@link io.github.tic4j.normalize.NormalizedFile} what it
 * reports.
 */
@NullMarked
package io.github.tic4j.normalize;

import org.jspecify.annotations.NullMarked;
