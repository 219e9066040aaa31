/** The folder of a run: its lock, its manifest, and the tasks that commit to it. Knows tables, not how they are filled. */
@NullMarked
package io.github.tic4j.internal.run;

import org.jspecify.annotations.NullMarked;
