/** What does not fit into memory. */
@NullMarked
package io.github.tic4j.internal.temporary;

import org.jspecify.annotations.NullMarked;
