/**
 * A test kit: made-up persons, providers and claims, the same for the same seed, and faults put into them on purpose,
 * each with a label. Start with {@link io.github.tic4j.claims.generate.ClaimGenerator}. Nobody in it exists.
 */
@NullMarked
package io.github.tic4j.claims.generate;

import org.jspecify.annotations.NullMarked;
