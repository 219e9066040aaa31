/** Readers of CSV and JSON that the packages of this module share. Not for use outside it. */
@NullMarked
package io.github.tic4j.nppes.internal;

import org.jspecify.annotations.NullMarked;
