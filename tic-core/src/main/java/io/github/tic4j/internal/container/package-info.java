/**
 * Takes files out of their wrappings: gzip, zip and others, one in the other, told by their first bytes and never by
 * their names. Start with {@link io.github.tic4j.internal.container.ContainerReader}.
 */
@NullMarked
package io.github.tic4j.internal.container;

import org.jspecify.annotations.NullMarked;
