/**
 * Reads claims, patients, providers, coverage and prescription fills out of the layouts that people really have. Start
 * with {@link io.github.tic4j.claims.read.ClaimFormat#open}. Reading is streaming and lenient: a value that does not fit
 * is left out of the typed record and told as a {@link io.github.tic4j.claims.read.Refusal} with its raw text and place.
 */
@NullMarked
package io.github.tic4j.claims.read;

import org.jspecify.annotations.NullMarked;
