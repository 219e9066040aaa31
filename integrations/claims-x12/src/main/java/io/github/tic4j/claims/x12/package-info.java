/**
 * X12 claims (837) and remittances (835), version 5010, as records of the claims model. Start reading at
 * {@link io.github.tic4j.claims.x12.X12Source}.
 */
@NullMarked
package io.github.tic4j.claims.x12;

import org.jspecify.annotations.NullMarked;
