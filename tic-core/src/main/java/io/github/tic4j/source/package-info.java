/**
 * Where bytes come from: files, URLs and streams that can be opened again, and the errors that their content can raise.
 * Start with {@link io.github.tic4j.source.Sources}.
 */
@NullMarked
package io.github.tic4j.source;

import org.jspecify.annotations.NullMarked;
