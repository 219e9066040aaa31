/**
 * Providers of the National Plan and Provider Enumeration System, and where to look them up. Start with
 * {@link io.github.tic4j.nppes.ProviderDirectory}: a {@linkplain io.github.tic4j.nppes.snapshot.NppesSnapshot snapshot} of
 * the bulk file answers in nanoseconds, the {@linkplain io.github.tic4j.nppes.registry.RegistryClient registry} knows the
 * newest state, and several directories chain.
 */
@NullMarked
package io.github.tic4j.nppes;

import org.jspecify.annotations.NullMarked;
