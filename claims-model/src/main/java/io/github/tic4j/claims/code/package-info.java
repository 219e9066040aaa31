/**
 * The codes of US claims as value types. Each type reads raw text with {@code of(raw)}, keeps that text, offers a normal
 * form, and says why a text is refused instead of throwing.
 */
@NullMarked
package io.github.tic4j.claims.code;

import org.jspecify.annotations.NullMarked;
