/**
 * The NPI Registry's web API, version 2.1: for the tail that a snapshot does not know, and for news. Start with
 * {@link io.github.tic4j.nppes.registry.RegistryClient}.
 */
@NullMarked
package io.github.tic4j.nppes.registry;

import org.jspecify.annotations.NullMarked;
