/**
 * DEFLATE and gzip: a decoder in plain Java that outruns the platform's, and the platform's behind the same interface.
 * Start with {@link io.github.tic4j.internal.inflate.GzipStream}.
 */
@NullMarked
package io.github.tic4j.internal.inflate;

import org.jspecify.annotations.NullMarked;
