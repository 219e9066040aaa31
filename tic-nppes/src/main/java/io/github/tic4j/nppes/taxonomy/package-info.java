/**
 * What taxonomy codes mean: by NUCC's code set, which the user supplies, or failing that by a short roll-up of our own. Start
 * with {@link io.github.tic4j.nppes.taxonomy.TaxonomyTable}.
 */
@NullMarked
package io.github.tic4j.nppes.taxonomy;

import org.jspecify.annotations.NullMarked;
