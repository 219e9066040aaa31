/**
 * The words of the machine-readable files as types: items, rates, prices, groups, plans and links, the options of a
 * read, and the ledger that accounts for it. {@code io.github.tic4j.read.MrfReader} makes them.
 */
@NullMarked
package io.github.tic4j.mrf;

import org.jspecify.annotations.NullMarked;
