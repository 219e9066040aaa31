/**
 * Rules that judge claims, people and remittances, and the quality scores made of their results. Start with
 * {@link io.github.tic4j.claims.rule.ClaimValidator}; the catalogue is {@link io.github.tic4j.claims.rule.RuleSet#standard()},
 * and {@link io.github.tic4j.claims.rule.RuleDraft} writes a rule of your own.
 */
@NullMarked
package io.github.tic4j.claims.rule;

import org.jspecify.annotations.NullMarked;
