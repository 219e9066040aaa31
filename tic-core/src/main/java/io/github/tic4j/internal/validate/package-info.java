/** Counting, hashing and remembering for validation, in bounded memory. */
@NullMarked
package io.github.tic4j.internal.validate;

import org.jspecify.annotations.NullMarked;
