/**
 * What a run does, as meters of a Micrometer registry. Start with {@link io.github.tic4j.micrometer.RunMeters}.
 */
@NullMarked
package io.github.tic4j.micrometer;

import org.jspecify.annotations.NullMarked;
