/**
 * What an extender implements. Each of these is registered explicitly with whatever uses it, or named in {@code
 * META-INF/services}; what is registered explicitly wins.
 */
@NullMarked
package io.github.tic4j.spi;

import org.jspecify.annotations.NullMarked;
