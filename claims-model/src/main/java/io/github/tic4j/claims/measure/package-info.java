/**
 * Measures of claims as pure functions: nothing is kept between calls, the order of the input does not matter, and a
 * rate comes with its numerator and denominator. Give them the claims in force
 * ({@link io.github.tic4j.claims.lifecycle.AdjustmentChains}); reversals and denied claims are left out where money or
 * care is counted. Start with {@link io.github.tic4j.claims.measure.Stays}.
 */
@NullMarked
package io.github.tic4j.claims.measure;

import org.jspecify.annotations.NullMarked;
