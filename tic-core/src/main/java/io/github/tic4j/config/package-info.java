/**
 * A run's options out of a YAML file, the environment and flags. The entry is
 * {@link io.github.tic4j.config.Configuration}.
 */
@NullMarked
package io.github.tic4j.config;

import org.jspecify.annotations.NullMarked;
