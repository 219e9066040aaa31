/** CMS's schemas as tables of the versions, and what a walk over a document needs of them. */
@NullMarked
package io.github.tic4j.internal.schema;

import org.jspecify.annotations.NullMarked;
