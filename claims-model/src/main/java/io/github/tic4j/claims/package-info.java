/**
 * Claims, patients, providers, coverage and remittances as immutable records. Start with
 * {@link io.github.tic4j.claims.Claim#professional(String)} or one of its siblings. Absent values are null, lists are never
 * null, money is exact, and no {@code toString} shows a person.
 */
@NullMarked
package io.github.tic4j.claims;

import org.jspecify.annotations.NullMarked;
