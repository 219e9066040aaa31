/**
 * Looks up every NPI of a data set once, from whatever directories there are, and can be stopped and resumed at any moment.
 * Start with {@link io.github.tic4j.nppes.backfill.Backfill}.
 */
@NullMarked
package io.github.tic4j.nppes.backfill;

import org.jspecify.annotations.NullMarked;
