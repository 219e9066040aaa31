/**
 * Takes persons out of claims. Start with {@link io.github.tic4j.claims.deid.Deidentifier}: the Safe Harbor profile, or
 * the limited data set with shifted dates, which is not Safe Harbor. {@link io.github.tic4j.claims.deid.Verifier} checks
 * what is about to leave and {@link io.github.tic4j.claims.deid.SmallCells} hides small counts.
 */
@NullMarked
package io.github.tic4j.claims.deid;

import org.jspecify.annotations.NullMarked;
