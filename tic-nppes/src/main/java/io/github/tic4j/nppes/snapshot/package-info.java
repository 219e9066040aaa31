/**
 * The bulk file as a read-only, memory-mapped snapshot: built from CMS's monthly zip, kept fresh by the weekly ones, looked
 * up in nanoseconds. Start with {@link io.github.tic4j.nppes.snapshot.NppesSnapshot}.
 */
@NullMarked
package io.github.tic4j.nppes.snapshot;

import org.jspecify.annotations.NullMarked;
