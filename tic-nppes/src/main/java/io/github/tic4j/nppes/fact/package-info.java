/**
 * The rows of the fact table: a negotiated price, one provider who may bill it, and what NPPES knows of that provider. Start
 * with {@link io.github.tic4j.nppes.fact.FactTable}.
 */
@NullMarked
package io.github.tic4j.nppes.fact;

import org.jspecify.annotations.NullMarked;
