/**
 * Payers and their habits: which files an index lists, how they are asked for, and what is odd about them. Start with
 * {@link io.github.tic4j.payer.PayerHandlers}. A handler for one more payer implements {@link
 * io.github.tic4j.spi.PayerHandler}.
 */
@NullMarked
package io.github.tic4j.payer;

import org.jspecify.annotations.NullMarked;
