/**
 * What happens to claims over time: repeated deliveries ({@link io.github.tic4j.claims.lifecycle.Deliveries}), duplicates
 * ({@link io.github.tic4j.claims.lifecycle.Duplicates}), adjustments and reversals
 * ({@link io.github.tic4j.claims.lifecycle.AdjustmentChains}), and the remittances that answer them
 * ({@link io.github.tic4j.claims.lifecycle.RemittanceBalance}, {@link io.github.tic4j.claims.lifecycle.RemittanceMatching}).
 */
@NullMarked
package io.github.tic4j.claims.lifecycle;

import org.jspecify.annotations.NullMarked;
