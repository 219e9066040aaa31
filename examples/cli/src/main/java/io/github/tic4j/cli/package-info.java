/** The command line {@code tic}. Start reading at {@link io.github.tic4j.cli.Tic}. */
@NullMarked
package io.github.tic4j.cli;

import org.jspecify.annotations.NullMarked;
