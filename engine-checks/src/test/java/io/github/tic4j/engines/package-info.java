/** Whether engines other than ours read what we write. */
@NullMarked
package io.github.tic4j.engines;

import org.jspecify.annotations.NullMarked;
